"""Aktgranskningar: known to those who may change the control, and to whoever was asked to read."""

TABLE = """
#                                        -    mona eva karin sara ulla dag nils rut admin erik

file_reviews:draw       own         GET  302  404  200 200   403  404  403 404  404 404   404
file_reviews:draw       above       GET  302  404  403 200   403  404  403 404  404 404   404
file_reviews:draw       foreign     GET  302  404  404 404   404  404  404 404  404 404   200
file_reviews:draw       own         POST 302  404  422 422   403  404  403 404  404 404   404
file_reviews:draw       above       POST 302  404  403 422   403  404  403 404  404 404   404
file_reviews:draw       foreign     POST 302  404  404 404   404  404  404 404  404 404   422
file_reviews:detail     own         GET  302  404  200 200   404  404  404 404  404 404   404
file_reviews:detail     above       GET  302  404  404 200   404  404  404 404  404 404   404
file_reviews:detail     foreign     GET  302  404  404 404   404  404  404 404  404 404   200
file_reviews:detail     asked       GET  302  200  200 200   404  404  404 404  404 404   404
file_reviews:detail     unknown     GET  404
file_reviews:detail     own         POST 405
file_reviews:read       own         GET  302  404  200 200   404  404  404 404  404 404   404
file_reviews:read       above       GET  302  404  404 200   404  404  404 404  404 404   404
file_reviews:read       foreign     GET  302  404  404 404   404  404  404 404  404 404   200
file_reviews:read       own         POST 302  404  422 422   404  404  404 404  404 404   404
file_reviews:read       above       POST 302  404  404 422   404  404  404 404  404 404   404
file_reviews:read       foreign     POST 302  404  404 404   404  404  404 404  404 404   422
file_reviews:differences own         GET  302  404  200 200   404  404  404 404  404 404   404
file_reviews:differences above       GET  302  404  404 200   404  404  404 404  404 404   404
file_reviews:differences foreign     GET  302  404  404 404   404  404  404 404  404 404   200
file_reviews:differences own         POST 302  404  422 422   404  404  404 404  404 404   404
file_reviews:differences above       POST 302  404  404 422   404  404  404 404  404 404   404
file_reviews:differences foreign     POST 302  404  404 404   404  404  404 404  404 404   422
file_reviews:finish     own         GET  302  404  200 200   404  404  404 404  404 404   404
file_reviews:finish     above       GET  302  404  404 200   404  404  404 404  404 404   404
file_reviews:finish     foreign     GET  302  404  404 404   404  404  404 404  404 404   200
file_reviews:finish     own         POST 302  404  422 422   404  404  404 404  404 404   404
file_reviews:finish     above       POST 302  404  404 422   404  404  404 404  404 404   404
file_reviews:finish     foreign     POST 302  404  404 404   404  404  404 404  404 404   422
file_reviews:finish     asked       GET  302  403  302 302   404  404  404 404  404 404   404
file_reviews:abandon    own         GET  302  404  200 200   404  404  404 404  404 404   404
file_reviews:abandon    above       GET  302  404  404 200   404  404  404 404  404 404   404
file_reviews:abandon    foreign     GET  302  404  404 404   404  404  404 404  404 404   200
file_reviews:abandon    own         POST 302  404  302 302   404  404  404 404  404 404   404
file_reviews:abandon    above       POST 302  404  404 302   404  404  404 404  404 404   404
file_reviews:abandon    foreign     POST 302  404  404 404   404  404  404 404  404 404   302
file_reviews:abandon    asked       GET  302  403  200 200   404  404  404 404  404 404   404
"""
