"""Files that are brought in."""

TABLE = """
#                                        -    mona eva karin sara ulla dag nils rut admin erik

imports:index           -           GET  302  403  200 200   200  403  403 403  403 403   200
imports:index           -           POST 405
imports:upload          own         GET  302  403  403 200   200  403  403 403  403 403   403
imports:upload          own         POST 302  403  403 422   422  403  403 403  403 403   403
imports:upload          foreign     GET  404
imports:upload          foreign     POST 404
imports:upload          definitions GET  302  403  403 200   403  403  403 403  403 403   403
imports:upload          definitions POST 302  403  403 422   403  403  403 403  403 403   403
imports:upload          outcomes    GET  302  403  200 200   403  403  403 403  403 403   200
imports:upload          outcomes    POST 302  403  422 422   403  403  403 403  403 403   422
imports:upload          surveys     GET  302  403  200 200   403  403  403 403  403 403   200
imports:upload          surveys     POST 302  403  422 422   403  403  403 403  403 403   422
imports:upload          processes   GET  302  403  200 200   403  403  403 403  403 403   200
imports:upload          processes   POST 302  403  422 422   403  403  403 403  403 403   422
imports:template        processes   GET  302  403  200 200   403  403  403 403  403 403   200
imports:upload          risks       GET  302  403  200 200   403  403  403 403  403 403   200
imports:upload          risks       POST 302  403  422 422   403  403  403 403  403 403   422
imports:template        risks       GET  302  403  200 200   403  403  403 403  403 403   200
imports:upload          controls    GET  302  403  200 200   403  403  403 403  403 403   200
imports:upload          controls    POST 302  403  422 422   403  403  403 403  403 403   422
imports:template        controls    GET  302  403  200 200   403  403  403 403  403 403   200
imports:upload          measures    GET  302  403  200 200   403  403  403 403  403 403   200
imports:upload          measures    POST 302  403  422 422   403  403  403 403  403 403   422
imports:template        measures    GET  302  403  200 200   403  403  403 403  403 403   200
imports:template        definitions GET  302  403  403 200   403  403  403 403  403 403   403
imports:template        outcomes    GET  302  403  200 200   403  403  403 403  403 403   200
imports:template        surveys     GET  302  403  200 200   403  403  403 403  403 403   200
imports:template        own         GET  302  403  403 200   200  403  403 403  403 403   403
imports:template        foreign     GET  404
imports:template        own         POST 405
imports:batch           own         GET  302  404  404 200   404  404  404 404  404 404   404
imports:batch           foreign     GET  302  404  404 404   200  404  404 404  404 404   404
imports:batch           lost        GET  302  404  403 404   404  404  404 404  404 404   404
imports:batch           unknown     GET  404
imports:batch           own         POST 405
imports:status          own         GET  302  404  404 200   404  404  404 404  404 404   404
imports:status          foreign     GET  302  404  404 404   200  404  404 404  404 404   404
imports:status          own         POST 405
imports:problems        own         GET  302  404  404 200   404  404  404 404  404 404   404
imports:problems        foreign     GET  302  404  404 404   200  404  404 404  404 404   404
imports:problems        own         POST 405
imports:confirm         own         GET  405
imports:confirm         own         POST 302  404  404 302   404  404  404 404  404 404   404
imports:confirm         foreign     POST 302  404  404 404   302  404  404 404  404 404   404
imports:confirm         lost        POST 302  404  403 404   404  404  404 404  404 404   404
imports:discard         own         GET  405
imports:discard         own         POST 302  404  404 302   404  404  404 404  404 404   404
imports:discard         foreign     POST 302  404  404 404   302  404  404 404  404 404   404
imports:undo            own         GET  302  404  404 200   404  404  404 404  404 404   404
imports:undo            own         POST 302  404  404 302   404  404  404 404  404 404   404
imports:undo            foreign     GET  302  404  404 404   200  404  404 404  404 404   404
imports:undo            foreign     POST 302  404  404 404   302  404  404 404  404 404   404
"""
