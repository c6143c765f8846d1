"""Utförare."""

TABLE = """
#                                        -    mona eva karin sara ulla dag nils rut admin erik

providers:list          -           GET  302  403  200 200   200  403  200 403  403 403   200
providers:list          -           POST 405
providers:export        -           GET  302  403  200 200   200  403  200 403  403 403   200
providers:export        -           POST 405
providers:requirements  -           GET  302  403  200 200   200  403  200 403  403 403   200
providers:requirements  -           POST 405
providers:create        -           GET  302  403  200 200   403  403  403 403  403 403   200
providers:create        -           POST 302  403  422 422   403  403  403 403  403 403   422
providers:requirement_add -           GET  302  403  200 200   403  403  403 403  403 403   200
providers:requirement_add -           POST 302  403  422 422   403  403  403 403  403 403   422
providers:detail        own         GET  302  404  200 200   200  404  200 404  404 404   404
providers:detail        above       GET  302  404  200 200   200  404  200 404  404 404   404
providers:detail        foreign     GET  302  404  404 404   404  404  404 404  404 404   200
providers:detail        unknown     GET  404
providers:detail        own         POST 405
providers:edit          own         GET  302  404  200 200   403  404  403 404  404 404   404
providers:edit          above       GET  302  404  403 200   403  404  403 404  404 404   404
providers:edit          foreign     GET  302  404  404 404   404  404  404 404  404 404   200
providers:edit          own         POST 302  404  422 422   403  404  403 404  404 404   404
providers:edit          above       POST 302  404  403 422   403  404  403 404  404 404   404
providers:edit          foreign     POST 302  404  404 404   404  404  404 404  404 404   422
providers:contract_add  own         GET  302  404  200 200   403  404  403 404  404 404   404
providers:contract_add  above       GET  302  404  403 200   403  404  403 404  404 404   404
providers:contract_add  foreign     GET  302  404  404 404   404  404  404 404  404 404   200
providers:contract_add  own         POST 302  404  422 422   403  404  403 404  404 404   404
providers:contract_add  above       POST 302  404  403 422   403  404  403 404  404 404   404
providers:contract_add  foreign     POST 302  404  404 404   404  404  404 404  404 404   422
providers:contract      own         GET  302  404  200 200   403  404  403 404  404 404   404
providers:contract      above       GET  302  404  403 200   403  404  403 404  404 404   404
providers:contract      foreign     GET  302  404  404 404   404  404  404 404  404 404   200
providers:contract      own         POST 302  404  422 422   403  404  403 404  404 404   404
providers:contract      above       POST 302  404  403 422   403  404  403 404  404 404   404
providers:contract      foreign     POST 302  404  404 404   404  404  404 404  404 404   422
providers:follow_up     own         GET  302  404  200 200   403  404  403 404  404 404   404
providers:follow_up     above       GET  302  404  403 200   403  404  403 404  404 404   404
providers:follow_up     foreign     GET  302  404  404 404   404  404  404 404  404 404   200
providers:follow_up     own         POST 302  404  422 422   403  404  403 404  404 404   404
providers:follow_up     above       POST 302  404  403 422   403  404  403 404  404 404   404
providers:follow_up     foreign     POST 302  404  404 404   404  404  404 404  404 404   422
providers:plan_add      own         GET  302  404  200 200   403  404  403 404  404 404   404
providers:plan_add      above       GET  302  404  403 200   403  404  403 404  404 404   404
providers:plan_add      foreign     GET  302  404  404 404   404  404  404 404  404 404   200
providers:plan_add      own         POST 302  404  422 422   403  404  403 404  404 404   404
providers:plan_add      above       POST 302  404  403 422   403  404  403 404  404 404   404
providers:plan_add      foreign     POST 302  404  404 404   404  404  404 404  404 404   422
providers:plan          own         GET  302  404  200 200   403  404  403 404  404 404   404
providers:plan          above       GET  302  404  403 200   403  404  403 404  404 404   404
providers:plan          foreign     GET  302  404  404 404   404  404  404 404  404 404   200
providers:plan          own         POST 302  404  422 422   403  404  403 404  404 404   404
providers:plan          above       POST 302  404  403 422   403  404  403 404  404 404   404
providers:plan          foreign     POST 302  404  404 404   404  404  404 404  404 404   422
providers:requirement   own         GET  302  404  200 200   403  404  403 404  404 404   404
providers:requirement   above       GET  302  404  403 200   403  404  403 404  404 404   404
providers:requirement   foreign     GET  302  404  404 404   404  404  404 404  404 404   200
providers:requirement   own         POST 302  404  422 422   403  404  403 404  404 404   404
providers:requirement   above       POST 302  404  403 422   403  404  403 404  404 404   404
providers:requirement   foreign     POST 302  404  404 404   404  404  404 404  404 404   422
providers:measure       own         GET  302  404  200 200   403  404  403 404  404 404   404
providers:measure       above       GET  302  404  403 200   403  404  403 404  404 404   404
providers:measure       foreign     GET  302  404  404 404   404  404  404 404  404 404   200
providers:measure       own         POST 302  404  422 422   403  404  403 404  404 404   404
providers:measure       above       POST 302  404  403 422   403  404  403 404  404 404   404
providers:measure       foreign     POST 302  404  404 404   404  404  404 404  404 404   422
providers:remove        own         GET  302  404  200 200   403  404  403 404  404 404   404
providers:remove        above       GET  302  404  403 200   403  404  403 404  404 404   404
providers:remove        foreign     GET  302  404  404 404   404  404  404 404  404 404   200
providers:remove        own         POST 302  404  302 302   403  404  403 404  404 404   404
providers:remove        above       POST 302  404  403 302   403  404  403 404  404 404   404
providers:remove        foreign     POST 302  404  404 404   404  404  404 404  404 404   302
providers:contract_remove own         GET  302  404  200 200   403  404  403 404  404 404   404
providers:contract_remove above       GET  302  404  403 200   403  404  403 404  404 404   404
providers:contract_remove foreign     GET  302  404  404 404   404  404  404 404  404 404   200
providers:contract_remove own         POST 302  404  302 302   403  404  403 404  404 404   404
providers:contract_remove above       POST 302  404  403 302   403  404  403 404  404 404   404
providers:contract_remove foreign     POST 302  404  404 404   404  404  404 404  404 404   302
providers:follow_up_remove own         GET  302  404  200 200   403  404  403 404  404 404   404
providers:follow_up_remove above       GET  302  404  403 200   403  404  403 404  404 404   404
providers:follow_up_remove foreign     GET  302  404  404 404   404  404  404 404  404 404   200
providers:follow_up_remove own         POST 302  404  302 302   403  404  403 404  404 404   404
providers:follow_up_remove above       POST 302  404  403 302   403  404  403 404  404 404   404
providers:follow_up_remove foreign     POST 302  404  404 404   404  404  404 404  404 404   302
providers:plan_remove   own         GET  302  404  200 200   403  404  403 404  404 404   404
providers:plan_remove   above       GET  302  404  403 200   403  404  403 404  404 404   404
providers:plan_remove   foreign     GET  302  404  404 404   404  404  404 404  404 404   200
providers:plan_remove   own         POST 302  404  302 302   403  404  403 404  404 404   404
providers:plan_remove   above       POST 302  404  403 302   403  404  403 404  404 404   404
providers:plan_remove   foreign     POST 302  404  404 404   404  404  404 404  404 404   302
providers:requirement_remove own         GET  302  404  200 200   403  404  403 404  404 404   404
providers:requirement_remove above       GET  302  404  403 200   403  404  403 404  404 404   404
providers:requirement_remove foreign     GET  302  404  404 404   404  404  404 404  404 404   200
providers:requirement_remove own         POST 302  404  302 302   403  404  403 404  404 404   404
providers:requirement_remove above       POST 302  404  403 302   403  404  403 404  404 404   404
providers:requirement_remove foreign     POST 302  404  404 404   404  404  404 404  404 404   302
providers:unlink        own         GET  302  404  200 200   403  404  403 404  404 404   404
providers:unlink        above       GET  302  404  403 200   403  404  403 404  404 404   404
providers:unlink        foreign     GET  302  404  404 404   404  404  404 404  404 404   200
providers:unlink        own         POST 302  404  302 302   403  404  403 404  404 404   404
providers:unlink        above       POST 302  404  403 302   403  404  403 404  404 404   404
providers:unlink        foreign     POST 302  404  404 404   404  404  404 404  404 404   302
"""
