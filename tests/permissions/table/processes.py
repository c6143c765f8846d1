"""Processer."""

TABLE = """
#                                        -    mona eva karin sara ulla dag nils rut admin erik

processes:list          -           GET  302  403  200 200   200  403  200 403  403 403   200
processes:list          -           POST 405
processes:export        -           GET  302  403  200 200   200  403  200 403  403 403   200
processes:export        -           POST 405
processes:create        -           GET  302  403  200 200   403  403  403 403  403 403   200
processes:create        -           POST 302  403  422 422   403  403  403 403  403 403   422
processes:detail        own         GET  302  404  200 200   200  404  200 404  404 404   404
processes:detail        above       GET  302  404  200 200   200  404  200 404  404 404   404
processes:detail        foreign     GET  302  404  404 404   404  404  404 404  404 404   200
processes:detail        closed      GET  302  404  200 200   200  404  200 404  404 404   404
processes:detail        unknown     GET  404
processes:detail        own         POST 405
processes:edit          own         GET  302  404  200 200   403  404  403 404  404 404   404
processes:edit          above       GET  302  404  403 200   403  404  403 404  404 404   404
processes:edit          foreign     GET  302  404  404 404   404  404  404 404  404 404   200
processes:edit          own         POST 302  404  422 422   403  404  403 404  404 404   404
processes:edit          above       POST 302  404  403 422   403  404  403 404  404 404   404
processes:edit          foreign     POST 302  404  404 404   404  404  404 404  404 404   422
processes:measure       own         GET  302  404  200 200   403  404  403 404  404 404   404
processes:measure       above       GET  302  404  403 200   403  404  403 404  404 404   404
processes:measure       foreign     GET  302  404  404 404   404  404  404 404  404 404   200
processes:measure       own         POST 302  404  422 422   403  404  403 404  404 404   404
processes:measure       above       POST 302  404  403 422   403  404  403 404  404 404   404
processes:measure       foreign     POST 302  404  404 404   404  404  404 404  404 404   422
processes:unlink        own         GET  302  404  200 200   403  404  403 404  404 404   404
processes:unlink        above       GET  302  404  403 200   403  404  403 404  404 404   404
processes:unlink        foreign     GET  302  404  404 404   404  404  404 404  404 404   200
processes:unlink        own         POST 302  404  302 302   403  404  403 404  404 404   404
processes:unlink        above       POST 302  404  403 302   403  404  403 404  404 404   404
processes:unlink        foreign     POST 302  404  404 404   404  404  404 404  404 404   302
processes:measure       closed      GET  302  404  302 302   403  404  403 404  404 404   404
processes:measure       closed      POST 302  404  422 422   403  404  403 404  404 404   404
"""
