"""Egenkontroller."""

TABLE = """
#                                        -    mona eva karin sara ulla dag nils rut admin erik

controls:list           -           GET  302  403  200 200   200  403  200 403  403 403   200
controls:list           -           POST 405
controls:export         -           GET  302  403  200 200   200  403  200 403  403 403   200
controls:export         -           POST 405
controls:create         -           GET  302  403  200 200   403  403  403 403  403 403   200
controls:create         -           POST 302  403  422 422   403  403  403 403  403 403   422
controls:detail         own         GET  302  404  200 200   200  404  200 404  404 404   404
controls:detail         above       GET  302  404  200 200   200  404  200 404  404 404   404
controls:detail         foreign     GET  302  404  404 404   404  404  404 404  404 404   200
controls:detail         unknown     GET  404
controls:detail         own         POST 405
controls:edit           own         GET  302  404  200 200   403  404  403 404  404 404   404
controls:edit           above       GET  302  404  403 200   403  404  403 404  404 404   404
controls:edit           foreign     GET  302  404  404 404   404  404  404 404  404 404   200
controls:edit           own         POST 302  404  422 422   403  404  403 404  404 404   404
controls:edit           above       POST 302  404  403 422   403  404  403 404  404 404   404
controls:edit           foreign     POST 302  404  404 404   404  404  404 404  404 404   422
controls:record         own         GET  302  404  200 200   403  404  403 404  404 404   404
controls:record         above       GET  302  404  403 200   403  404  403 404  404 404   404
controls:record         foreign     GET  302  404  404 404   404  404  404 404  404 404   200
controls:record         own         POST 302  404  422 422   403  404  403 404  404 404   404
controls:record         above       POST 302  404  403 422   403  404  403 404  404 404   404
controls:record         foreign     POST 302  404  404 404   404  404  404 404  404 404   422
controls:correct        own         GET  302  404  200 200   403  404  403 404  404 404   404
controls:correct        above       GET  302  404  403 200   403  404  403 404  404 404   404
controls:correct        foreign     GET  302  404  404 404   404  404  404 404  404 404   200
controls:correct        own         POST 302  404  422 422   403  404  403 404  404 404   404
controls:correct        above       POST 302  404  403 422   403  404  403 404  404 404   404
controls:correct        foreign     POST 302  404  404 404   404  404  404 404  404 404   422
controls:measure        own         GET  302  404  200 200   403  404  403 404  404 404   404
controls:measure        above       GET  302  404  403 200   403  404  403 404  404 404   404
controls:measure        foreign     GET  302  404  404 404   404  404  404 404  404 404   200
controls:measure        own         POST 302  404  422 422   403  404  403 404  404 404   404
controls:measure        above       POST 302  404  403 422   403  404  403 404  404 404   404
controls:measure        foreign     POST 302  404  404 404   404  404  404 404  404 404   422
controls:unlink         own         GET  302  404  200 200   403  404  403 404  404 404   404
controls:unlink         above       GET  302  404  403 200   403  404  403 404  404 404   404
controls:unlink         foreign     GET  302  404  404 404   404  404  404 404  404 404   200
controls:unlink         own         POST 302  404  302 302   403  404  403 404  404 404   404
controls:unlink         above       POST 302  404  403 302   403  404  403 404  404 404   404
controls:unlink         foreign     POST 302  404  404 404   404  404  404 404  404 404   302
controls:wheel          -           GET  302  403  200 200   200  403  200 403  403 403   200
controls:wheel          -           POST 405
controls:wheel_export   -           GET  302  403  200 200   200  403  200 403  403 403   200
controls:wheel_export   -           POST 405
controls:calendar       -           GET  302  403  200 200   200  403  200 403  403 403   200
controls:calendar       -           POST 302  403  302 302   302  403  302 403  403 403   302
controls:feed           own         GET  200  200  200 200   200  200  200 200  200 200   200
controls:feed           own         POST 405  405  405 405   405  405  405 405  405 405   405
controls:feed           foreign     GET  404  404  404 404   404  404  404 404  404 404   404
controls:skip           own         GET  302  404  200 200   403  404  403 404  404 404   404
controls:skip           above       GET  302  404  403 200   403  404  403 404  404 404   404
controls:skip           foreign     GET  302  404  404 404   404  404  404 404  404 404   200
controls:skip           own         POST 302  404  422 422   403  404  403 404  404 404   404
controls:skip           above       POST 302  404  403 422   403  404  403 404  404 404   404
controls:skip           foreign     POST 302  404  404 404   404  404  404 404  404 404   422
controls:take_up        own         GET  405
controls:take_up        own         POST 302  404  302 302   403  404  403 404  404 404   404
controls:take_up        foreign     POST 302  404  404 404   404  404  404 404  404 404   302
"""
