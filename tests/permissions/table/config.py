"""The frame: signing in, the overview, and what anybody may open."""

TABLE = """
#                                        -    mona eva karin sara ulla dag nils rut admin erik

livez                   -           GET  200  200  200 200   200  200  200 200  200 200   200
livez                   -           POST 405  405  405 405   405  405  405 405  405 405   405
readyz                  -           GET  200  200  200 200   200  200  200 200  200 200   200
readyz                  -           POST 405  405  405 405   405  405  405 405  405 405   405
login                   -           GET  200  302  302 302   302  302  302 302  302 302   302
login                   -           POST 200  302  302 302   302  302  302 302  302 302   302
signed_in               -           GET  200
signed_in               -           POST 405
logout                  -           GET  405
logout                  -           POST 302
password_change         -           GET  200
password_change         -           POST 200
password_change_done    -           GET  200
password_change_done    -           POST 405
settings_door           -           GET  302  403  403 403   403  403  403 403  403 403   403
settings_door           -           POST 302  403  403 403   403  403  403 403  403 403   403

open:complain           -           GET  200  200  200 200   200  200  200 200  200 200   200
open:complain           -           POST 422  422  422 422   422  422  422 422  422 422   422
open:received           -           GET  302  302  302 302   302  302  302 302  302 302   302
open:received           -           POST 405  405  405 405   405  405  405 405  405 405   405

start:overview          -           GET  200
start:overview          -           POST 405
start:handover          -           GET  302  403  200 200   403  403  403 403  403 403   200
start:handover          -           POST 302  403  404 404   403  403  403 403  403 403   404
start:style             -           GET  200
start:style             -           POST 405
"""
