"""Risker."""

TABLE = """
#                                        -    mona eva karin sara ulla dag nils rut admin erik

risks:list              -           GET  302  403  200 200   200  403  200 403  403 403   200
risks:list              -           POST 405
risks:export            -           GET  302  403  200 200   200  403  200 403  403 403   200
risks:export            -           POST 405
risks:matrix            -           GET  302  403  200 200   200  403  200 403  403 403   200
risks:matrix            -           POST 405
risks:chain             -           GET  302  403  200 200   200  403  200 403  403 403   200
risks:chain             -           POST 405
risks:chain_export      -           GET  302  403  200 200   200  403  200 403  403 403   200
risks:chain_export      -           POST 405
risks:create            -           GET  302  403  200 200   403  403  403 403  403 403   200
risks:create            -           POST 302  403  422 422   403  403  403 403  403 403   422
risks:detail            own         GET  302  404  200 200   200  404  200 404  404 404   404
risks:detail            above       GET  302  404  200 200   200  404  200 404  404 404   404
risks:detail            foreign     GET  302  404  404 404   404  404  404 404  404 404   200
risks:detail            closed      GET  302  404  200 200   200  404  200 404  404 404   404
risks:detail            unknown     GET  404
risks:detail            own         POST 405
risks:edit              own         GET  302  404  200 200   403  404  403 404  404 404   404
risks:edit              above       GET  302  404  403 200   403  404  403 404  404 404   404
risks:edit              foreign     GET  302  404  404 404   404  404  404 404  404 404   200
risks:edit              own         POST 302  404  422 422   403  404  403 404  404 404   404
risks:edit              above       POST 302  404  403 422   403  404  403 404  404 404   404
risks:edit              foreign     POST 302  404  404 404   404  404  404 404  404 404   422
risks:edit              closed      GET  302  404  302 302   403  404  403 404  404 404   404
risks:edit              closed      POST 302  404  422 422   403  404  403 404  404 404   404
risks:assess            own         GET  302  404  200 200   403  404  403 404  404 404   404
risks:assess            above       GET  302  404  403 200   403  404  403 404  404 404   404
risks:assess            foreign     GET  302  404  404 404   404  404  404 404  404 404   200
risks:assess            own         POST 302  404  422 422   403  404  403 404  404 404   404
risks:assess            above       POST 302  404  403 422   403  404  403 404  404 404   404
risks:assess            foreign     POST 302  404  404 404   404  404  404 404  404 404   422
risks:assess            closed      GET  302  404  302 302   403  404  403 404  404 404   404
risks:assess            closed      POST 302  404  422 422   403  404  403 404  404 404   404
risks:close             own         GET  302  404  200 200   403  404  403 404  404 404   404
risks:close             above       GET  302  404  403 200   403  404  403 404  404 404   404
risks:close             foreign     GET  302  404  404 404   404  404  404 404  404 404   200
risks:close             own         POST 302  404  422 422   403  404  403 404  404 404   404
risks:close             above       POST 302  404  403 422   403  404  403 404  404 404   404
risks:close             foreign     POST 302  404  404 404   404  404  404 404  404 404   422
risks:close             closed      GET  302  404  302 302   403  404  403 404  404 404   404
risks:close             closed      POST 302  404  422 422   403  404  403 404  404 404   404
risks:comment           own         GET  302  404  200 200   403  404  403 404  404 404   404
risks:comment           above       GET  302  404  403 200   403  404  403 404  404 404   404
risks:comment           foreign     GET  302  404  404 404   404  404  404 404  404 404   200
risks:comment           own         POST 302  404  422 422   403  404  403 404  404 404   404
risks:comment           above       POST 302  404  403 422   403  404  403 404  404 404   404
risks:comment           foreign     POST 302  404  404 404   404  404  404 404  404 404   422
risks:comment           closed      GET  302  404  200 200   403  404  403 404  404 404   404
risks:comment           closed      POST 302  404  422 422   403  404  403 404  404 404   404
risks:measure           own         GET  302  404  200 200   403  404  403 404  404 404   404
risks:measure           above       GET  302  404  403 200   403  404  403 404  404 404   404
risks:measure           foreign     GET  302  404  404 404   404  404  404 404  404 404   200
risks:measure           own         POST 302  404  422 422   403  404  403 404  404 404   404
risks:measure           above       POST 302  404  403 422   403  404  403 404  404 404   404
risks:measure           foreign     POST 302  404  404 404   404  404  404 404  404 404   422
risks:measure           closed      GET  302  404  302 302   403  404  403 404  404 404   404
risks:measure           closed      POST 302  404  422 422   403  404  403 404  404 404   404
risks:unlink            own         GET  302  404  200 200   403  404  403 404  404 404   404
risks:unlink            above       GET  302  404  403 200   403  404  403 404  404 404   404
risks:unlink            foreign     GET  302  404  404 404   404  404  404 404  404 404   200
risks:unlink            own         POST 302  404  302 302   403  404  403 404  404 404   404
risks:unlink            above       POST 302  404  403 302   403  404  403 404  404 404   404
risks:unlink            foreign     POST 302  404  404 404   404  404  404 404  404 404   302
"""
