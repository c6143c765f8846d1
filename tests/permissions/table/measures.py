"""Åtgärder."""

TABLE = """
#                                        -    mona eva karin sara ulla dag nils rut admin erik

measures:list           -           GET  302  200  200 200   200  200  200 403  403 403   200
measures:list           -           POST 405
measures:export         -           GET  302  200  200 200   200  200  200 403  403 403   200
measures:export         -           POST 405
measures:detail         own         GET  302  404  200 200   200  404  200 404  404 404   404
measures:detail         monas       GET  302  200  200 200   200  404  200 404  404 404   404
measures:detail         foreign     GET  302  404  404 404   404  404  404 404  404 404   200
measures:detail         unknown     GET  404
measures:detail         own         POST 405
measures:edit           own         GET  302  404  200 403   200  404  403 404  404 404   404
measures:edit           own         POST 302  404  422 403   422  404  403 404  404 404   404
measures:edit           monas       GET  302  200  200 403   200  404  403 404  404 404   404
measures:edit           monas       POST 302  422  422 403   422  404  403 404  404 404   404
measures:edit           foreign     GET  302  404  404 404   404  404  404 404  404 404   200
measures:edit           foreign     POST 302  404  404 404   404  404  404 404  404 404   422
measures:follow_up      own         GET  302  404  200 403   200  404  403 404  404 404   404
measures:follow_up      own         POST 302  404  422 403   422  404  403 404  404 404   404
measures:follow_up      monas       GET  302  200  200 403   200  404  403 404  404 404   404
measures:follow_up      monas       POST 302  422  422 403   422  404  403 404  404 404   404
measures:follow_up      foreign     GET  302  404  404 404   404  404  404 404  404 404   200
measures:follow_up      foreign     POST 302  404  404 404   404  404  404 404  404 404   422
"""
