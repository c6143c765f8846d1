"""Granskningar."""

TABLE = """
#                                        -    mona eva karin sara ulla dag nils rut admin erik

reviews:list            -           GET  302  403  200 200   200  403  200 403  403 403   200
reviews:list            -           POST 405
reviews:export          -           GET  302  403  200 200   200  403  200 403  403 403   200
reviews:export          -           POST 405
reviews:create          -           GET  302  403  200 200   403  403  403 403  403 403   200
reviews:create          -           POST 302  403  422 422   403  403  403 403  403 403   422
reviews:detail          own         GET  302  404  200 200   200  404  200 404  404 404   404
reviews:detail          above       GET  302  404  200 200   200  404  200 404  404 404   404
reviews:detail          foreign     GET  302  404  404 404   404  404  404 404  404 404   200
reviews:detail          unknown     GET  404
reviews:detail          own         POST 405
reviews:edit            own         GET  302  404  200 200   403  404  403 404  404 404   404
reviews:edit            above       GET  302  404  403 200   403  404  403 404  404 404   404
reviews:edit            foreign     GET  302  404  404 404   404  404  404 404  404 404   200
reviews:edit            own         POST 302  404  422 422   403  404  403 404  404 404   404
reviews:edit            above       POST 302  404  403 422   403  404  403 404  404 404   404
reviews:edit            foreign     POST 302  404  404 404   404  404  404 404  404 404   422
reviews:finding_add     own         GET  302  404  200 200   403  404  403 404  404 404   404
reviews:finding_add     above       GET  302  404  403 200   403  404  403 404  404 404   404
reviews:finding_add     foreign     GET  302  404  404 404   404  404  404 404  404 404   200
reviews:finding_add     own         POST 302  404  422 422   403  404  403 404  404 404   404
reviews:finding_add     above       POST 302  404  403 422   403  404  403 404  404 404   404
reviews:finding_add     foreign     POST 302  404  404 404   404  404  404 404  404 404   422
reviews:finding         own         GET  302  404  200 200   403  404  403 404  404 404   404
reviews:finding         above       GET  302  404  403 200   403  404  403 404  404 404   404
reviews:finding         foreign     GET  302  404  404 404   404  404  404 404  404 404   200
reviews:finding         own         POST 302  404  422 422   403  404  403 404  404 404   404
reviews:finding         above       POST 302  404  403 422   403  404  403 404  404 404   404
reviews:finding         foreign     POST 302  404  404 404   404  404  404 404  404 404   422
reviews:recommendation_add own         GET  302  404  200 200   403  404  403 404  404 404   404
reviews:recommendation_add above       GET  302  404  403 200   403  404  403 404  404 404   404
reviews:recommendation_add foreign     GET  302  404  404 404   404  404  404 404  404 404   200
reviews:recommendation_add own         POST 302  404  422 422   403  404  403 404  404 404   404
reviews:recommendation_add above       POST 302  404  403 422   403  404  403 404  404 404   404
reviews:recommendation_add foreign     POST 302  404  404 404   404  404  404 404  404 404   422
reviews:recommendation  own         GET  302  404  200 200   403  404  403 404  404 404   404
reviews:recommendation  above       GET  302  404  403 200   403  404  403 404  404 404   404
reviews:recommendation  foreign     GET  302  404  404 404   404  404  404 404  404 404   200
reviews:recommendation  own         POST 302  404  422 422   403  404  403 404  404 404   404
reviews:recommendation  above       POST 302  404  403 422   403  404  403 404  404 404   404
reviews:recommendation  foreign     POST 302  404  404 404   404  404  404 404  404 404   422
reviews:recommendation_measure own         GET  302  404  200 200   403  404  403 404  404 404   404
reviews:recommendation_measure above       GET  302  404  403 200   403  404  403 404  404 404   404
reviews:recommendation_measure foreign     GET  302  404  404 404   404  404  404 404  404 404   200
reviews:recommendation_measure own         POST 302  404  422 422   403  404  403 404  404 404   404
reviews:recommendation_measure above       POST 302  404  403 422   403  404  403 404  404 404   404
reviews:recommendation_measure foreign     POST 302  404  404 404   404  404  404 404  404 404   422
reviews:measure         own         GET  302  404  200 200   403  404  403 404  404 404   404
reviews:measure         above       GET  302  404  403 200   403  404  403 404  404 404   404
reviews:measure         foreign     GET  302  404  404 404   404  404  404 404  404 404   200
reviews:measure         own         POST 302  404  422 422   403  404  403 404  404 404   404
reviews:measure         above       POST 302  404  403 422   403  404  403 404  404 404   404
reviews:measure         foreign     POST 302  404  404 404   404  404  404 404  404 404   422
reviews:remove          own         GET  302  404  200 200   403  404  403 404  404 404   404
reviews:remove          above       GET  302  404  403 200   403  404  403 404  404 404   404
reviews:remove          foreign     GET  302  404  404 404   404  404  404 404  404 404   200
reviews:remove          own         POST 302  404  302 302   403  404  403 404  404 404   404
reviews:remove          above       POST 302  404  403 302   403  404  403 404  404 404   404
reviews:remove          foreign     POST 302  404  404 404   404  404  404 404  404 404   302
reviews:finding_remove  own         GET  302  404  200 200   403  404  403 404  404 404   404
reviews:finding_remove  above       GET  302  404  403 200   403  404  403 404  404 404   404
reviews:finding_remove  foreign     GET  302  404  404 404   404  404  404 404  404 404   200
reviews:finding_remove  own         POST 302  404  302 302   403  404  403 404  404 404   404
reviews:finding_remove  above       POST 302  404  403 302   403  404  403 404  404 404   404
reviews:finding_remove  foreign     POST 302  404  404 404   404  404  404 404  404 404   302
reviews:recommendation_remove own         GET  302  404  200 200   403  404  403 404  404 404   404
reviews:recommendation_remove above       GET  302  404  403 200   403  404  403 404  404 404   404
reviews:recommendation_remove foreign     GET  302  404  404 404   404  404  404 404  404 404   200
reviews:recommendation_remove own         POST 302  404  302 302   403  404  403 404  404 404   404
reviews:recommendation_remove above       POST 302  404  403 302   403  404  403 404  404 404   404
reviews:recommendation_remove foreign     POST 302  404  404 404   404  404  404 404  404 404   302
reviews:recommendation_unlink own         GET  302  404  200 200   403  404  403 404  404 404   404
reviews:recommendation_unlink above       GET  302  404  403 200   403  404  403 404  404 404   404
reviews:recommendation_unlink foreign     GET  302  404  404 404   404  404  404 404  404 404   200
reviews:recommendation_unlink own         POST 302  404  302 302   403  404  403 404  404 404   404
reviews:recommendation_unlink above       POST 302  404  403 302   403  404  403 404  404 404   404
reviews:recommendation_unlink foreign     POST 302  404  404 404   404  404  404 404  404 404   302
reviews:unlink          own         GET  302  404  200 200   403  404  403 404  404 404   404
reviews:unlink          above       GET  302  404  403 200   403  404  403 404  404 404   404
reviews:unlink          foreign     GET  302  404  404 404   404  404  404 404  404 404   200
reviews:unlink          own         POST 302  404  302 302   403  404  403 404  404 404   404
reviews:unlink          above       POST 302  404  403 302   403  404  403 404  404 404   404
reviews:unlink          foreign     POST 302  404  404 404   404  404  404 404  404 404   302
"""
