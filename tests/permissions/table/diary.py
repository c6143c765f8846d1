"""The diary, and gallring."""

TABLE = """
#                                        -    mona eva karin sara ulla dag nils rut admin erik

diary:list              -           GET  302  403  403 403   200  403  403 200  403 403   403
diary:list              -           POST 405
diary:export            -           GET  302  403  403 403   200  403  403 200  403 403   403
diary:export            -           POST 405
diary:card              own         GET  302  403  403 403   200  403  403 200  403 403   403
diary:card              own         POST 302  403  403 403   422  403  403 422  403 403   403
diary:card              secret      GET  302  403  403 403   200  403  403 200  403 403   403
diary:card              foreign     GET  302  403  403 403   404  403  403 200  403 403   403
diary:card              hidden      GET  302  403  403 403   404  403  403 200  403 403   403
diary:card              foreign     POST 302  403  403 403   404  403  403 422  403 403   403
diary:card              unknown     GET  302  403  403 403   404  403  403 404  403 403   403
diary:due               -           GET  302  403  403 403   200  403  403 403  403 403   403
diary:due               -           POST 302  403  403 403   422  403  403 403  403 403   403
diary:archive           own         GET  302  403  403 403   200  403  403 403  403 403   403
diary:archive           foreign     GET  302  403  403 403   404  403  403 403  403 403   403
diary:archive           unknown     GET  302  403  403 403   404  403  403 403  403 403   403
diary:archive           own         POST 405
diary:archive_status    own         GET  302  403  403 403   200  403  403 403  403 403   403
diary:archive_status    foreign     GET  302  403  403 403   404  403  403 403  403 403   403
diary:archive_status    unknown     GET  302  403  403 403   404  403  403 403  403 403   403
diary:archive_status    own         POST 405
diary:archive_download  own         GET  302  403  403 403   200  403  403 403  403 403   403
diary:archive_download  foreign     GET  302  403  403 403   404  403  403 403  403 403   403
diary:archive_download  unknown     GET  302  403  403 403   404  403  403 403  403 403   403
diary:archive_download  own         POST 405
diary:archive_retry     own         GET  405
diary:archive_retry     own         POST 302  403  403 403   302  403  403 403  403 403   403
diary:archive_retry     foreign     POST 302  403  403 403   404  403  403 403  403 403   403
diary:archive_remove    own         GET  405
diary:archive_remove    own         POST 302  403  403 403   302  403  403 403  403 403   403
diary:archive_remove    foreign     POST 302  403  403 403   404  403  403 403  403 403   403
diary:purge             own         GET  405
diary:purge             own         POST 302  403  403 403   422  403  403 403  403 403   403
diary:purge             foreign     POST 302  403  403 403   404  403  403 403  403 403   403
diary:protocols         -           GET  302  403  403 403   200  403  403 200  403 403   403
diary:protocols         -           POST 405
diary:protocol          own         GET  302  403  403 403   200  403  403 200  403 403   403
diary:protocol          foreign     GET  302  403  403 403   404  403  403 200  403 403   403
diary:protocol          unknown     GET  302  403  403 403   404  403  403 404  403 403   403
diary:protocol          own         POST 405
"""
