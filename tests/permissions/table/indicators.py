"""Indikatorer, undersökningar och Kolada."""

TABLE = """
#                                        -    mona eva karin sara ulla dag nils rut admin erik

indicators:list                 -       GET  302 403 200 200 200 403 200 403 403 403 200
indicators:list                 -       POST 405
indicators:export               -       GET  302 403 200 200 200 403 200 403 403 403 200
indicators:export               -       POST 405
indicators:surveys              -       GET  302 403 200 200 200 403 200 403 403 403 200
indicators:surveys              -       POST 405
indicators:survey_export        -       GET  302 403 200 200 200 403 200 403 403 403 200
indicators:survey_export        -       POST 405
indicators:create               -       GET  302 403 403 200 403 403 403 403 403 403 403
indicators:create               -       POST 302 403 403 422 403 403 403 403 403 403 403
indicators:survey_create        -       GET  302 403 200 200 403 403 403 403 403 403 200
indicators:survey_create        -       POST 302 403 422 422 403 403 403 403 403 403 422
indicators:detail               own     GET  302 404 200 200 200 404 200 404 404 404 404
indicators:detail               foreign GET  302 404 404 404 404 404 404 404 404 404 200
indicators:detail               unknown GET  404
indicators:detail               own     POST 405
indicators:edit                 own     GET  302 404 403 200 403 404 403 404 404 404 404
indicators:edit                 own     POST 302 404 403 422 403 404 403 404 404 404 404
indicators:edit                 foreign GET  302 404 404 404 404 404 404 404 404 404 403
indicators:edit                 foreign POST 302 404 404 404 404 404 404 404 404 404 403
indicators:target_add           own     GET  302 404 403 200 403 404 403 404 404 404 404
indicators:target_add           own     POST 302 404 403 422 403 404 403 404 404 404 404
indicators:target_add           foreign GET  302 404 404 404 404 404 404 404 404 404 403
indicators:target_add           foreign POST 302 404 404 404 404 404 404 404 404 404 403
indicators:target               own     GET  302 404 403 200 403 404 403 404 404 404 404
indicators:target               own     POST 302 404 403 422 403 404 403 404 404 404 404
indicators:target               foreign GET  302 404 404 404 404 404 404 404 404 404 403
indicators:target               foreign POST 302 404 404 404 404 404 404 404 404 404 403
indicators:comparison_add       own     GET  302 404 403 200 403 404 403 404 404 404 404
indicators:comparison_add       own     POST 302 404 403 422 403 404 403 404 404 404 404
indicators:comparison_add       foreign GET  302 404 404 404 404 404 404 404 404 404 403
indicators:comparison_add       foreign POST 302 404 404 404 404 404 404 404 404 404 403
indicators:comparison           own     GET  302 404 403 200 403 404 403 404 404 404 404
indicators:comparison           own     POST 302 404 403 422 403 404 403 404 404 404 404
indicators:comparison           foreign GET  302 404 404 404 404 404 404 404 404 404 403
indicators:comparison           foreign POST 302 404 404 404 404 404 404 404 404 404 403
indicators:target_remove        own     GET  302 404 403 200 403 404 403 404 404 404 404
indicators:target_remove        own     POST 302 404 403 302 403 404 403 404 404 404 404
indicators:target_remove        foreign GET  302 404 404 404 404 404 404 404 404 404 403
indicators:target_remove        foreign POST 302 404 404 404 404 404 404 404 404 404 403
indicators:comparison_remove    own     GET  302 404 403 200 403 404 403 404 404 404 404
indicators:comparison_remove    own     POST 302 404 403 302 403 404 403 404 404 404 404
indicators:comparison_remove    foreign GET  302 404 404 404 404 404 404 404 404 404 403
indicators:comparison_remove    foreign POST 302 404 404 404 404 404 404 404 404 404 403
indicators:kolada               own     GET  302 404 403 200 403 404 403 404 404 404 404
indicators:kolada               own     POST 405
indicators:kolada               foreign GET  302 404 404 404 404 404 404 404 404 404 403
indicators:kolada               unknown GET  404
indicators:kolada_link          own     GET  405
indicators:kolada_link          own     POST 302 404 403 422 403 404 403 404 404 404 404
indicators:kolada_link          foreign POST 302 404 404 404 404 404 404 404 404 404 403
indicators:kolada_unlink        own     GET  302 404 403 200 403 404 403 404 404 404 404
indicators:kolada_unlink        own     POST 302 404 403 302 403 404 403 404 404 404 404
indicators:kolada_unlink        foreign GET  302 404 404 404 404 404 404 404 404 404 403
indicators:kolada_unlink        foreign POST 302 404 404 404 404 404 404 404 404 404 403
indicators:kolada_follow        own     GET  405
indicators:kolada_follow        own     POST 302 404 403 422 403 404 403 404 404 404 404
indicators:kolada_follow        foreign POST 302 404 404 404 404 404 404 404 404 404 403
indicators:kolada_leave         own     GET  405
indicators:kolada_leave         own     POST 302 404 403 302 403 404 403 404 404 404 404
indicators:kolada_leave         foreign POST 302 404 404 404 404 404 404 404 404 404 403
indicators:kolada_fetch         own     GET  405
indicators:kolada_fetch         own     POST 302 404 403 302 403 404 403 404 404 404 404
indicators:kolada_fetch         foreign POST 302 404 404 404 404 404 404 404 404 404 403
indicators:grid                 -       GET  302 403 200 200 403 403 403 403 403 403 200
indicators:grid                 -       POST 302 403 302 302 403 403 403 403 403 403 302
indicators:missing              -       GET  302 403 403 200 403 403 403 403 403 403 403
indicators:missing              -       POST 405
indicators:remind               -       GET  405
indicators:remind               -       POST 302 403 403 302 403 403 403 403 403 403 403
indicators:locks                -       GET  302 403 200 200 403 403 403 403 403 403 200
indicators:locks                -       POST 405
indicators:lock                 -       GET  302 403 403 200 403 403 403 403 403 403 403
indicators:lock                 -       POST 302 403 403 422 403 403 403 403 403 403 403
indicators:unlock               own     GET  302 404 403 200 404 404 404 404 404 404 404
indicators:unlock               own     POST 302 404 403 422 404 404 404 404 404 404 404
indicators:unlock               above   GET  302 404 403 200 404 404 404 404 404 404 404
indicators:unlock               foreign GET  302 404 404 404 404 404 404 404 404 404 403
indicators:unlock               foreign POST 302 404 404 404 404 404 404 404 404 404 403
indicators:unlock               unknown GET  404
indicators:break_add            own     GET  302 404 403 200 403 404 403 404 404 404 404
indicators:break_add            own     POST 302 404 403 422 403 404 403 404 404 404 404
indicators:break_add            foreign GET  302 404 404 404 404 404 404 404 404 404 403
indicators:break_add            foreign POST 302 404 404 404 404 404 404 404 404 404 403
indicators:break_remove         own     GET  302 404 403 200 403 404 403 404 404 404 404
indicators:break_remove         own     POST 302 404 403 302 403 404 403 404 404 404 404
indicators:break_remove         foreign GET  302 404 404 404 404 404 404 404 404 404 403
indicators:break_remove         foreign POST 302 404 404 404 404 404 404 404 404 404 403
indicators:plan                 own     GET  302 404 403 200 403 404 403 404 404 404 404
indicators:plan                 own     POST 302 404 403 422 403 404 403 404 404 404 404
indicators:plan                 foreign GET  302 404 404 404 404 404 404 404 404 404 403
indicators:plan                 foreign POST 302 404 404 404 404 404 404 404 404 404 403
indicators:plan_remove          own     GET  302 404 403 200 403 404 403 404 404 404 404
indicators:plan_remove          own     POST 302 404 403 302 403 404 403 404 404 404 404
indicators:plan_remove          foreign GET  302 404 404 404 404 404 404 404 404 404 403
indicators:plan_remove          foreign POST 302 404 404 404 404 404 404 404 404 404 403
indicators:record               own     GET  302 404 200 200 403 404 403 404 404 404 404
indicators:record               own     POST 302 404 422 422 403 404 403 404 404 404 404
indicators:record               foreign GET  302 404 404 404 404 404 404 404 404 404 200
indicators:record               foreign POST 302 404 404 404 404 404 404 404 404 404 422
indicators:outcome              own     GET  302 404 200 200 403 404 403 404 404 404 404
indicators:outcome              own     POST 302 404 422 422 403 404 403 404 404 404 404
indicators:outcome              foreign GET  302 404 404 404 404 404 404 404 404 404 200
indicators:outcome              foreign POST 302 404 404 404 404 404 404 404 404 404 422
indicators:outcome              above   GET  302 404 403 200 403 404 403 404 404 404 404
indicators:outcome              above   POST 302 404 403 422 403 404 403 404 404 404 404
indicators:outcome_remove       own     GET  302 404 200 200 403 404 403 404 404 404 404
indicators:outcome_remove       own     POST 302 404 302 302 403 404 403 404 404 404 404
indicators:outcome_remove       foreign GET  302 404 404 404 404 404 404 404 404 404 200
indicators:outcome_remove       foreign POST 302 404 404 404 404 404 404 404 404 404 302
indicators:survey               own     GET  302 404 200 200 200 404 200 404 404 404 404
indicators:survey               above   GET  302 404 200 200 200 404 200 404 404 404 404
indicators:survey               foreign GET  302 404 404 404 404 404 404 404 404 404 200
indicators:survey               unknown GET  404
indicators:survey               own     POST 405
indicators:survey_edit          own     GET  302 404 200 200 403 404 403 404 404 404 404
indicators:survey_edit          own     POST 302 404 422 422 403 404 403 404 404 404 404
indicators:survey_edit          foreign GET  302 404 404 404 404 404 404 404 404 404 200
indicators:survey_edit          foreign POST 302 404 404 404 404 404 404 404 404 404 422
indicators:survey_groups        own     GET  302 404 200 200 403 404 403 404 404 404 404
indicators:survey_groups        own     POST 302 404 422 422 403 404 403 404 404 404 404
indicators:survey_groups        foreign GET  302 404 404 404 404 404 404 404 404 404 200
indicators:survey_groups        foreign POST 302 404 404 404 404 404 404 404 404 404 422
indicators:survey_answers       own     GET  302 404 200 200 200 404 200 404 404 404 404
indicators:survey_answers       above   GET  302 404 200 200 200 404 200 404 404 404 404
indicators:survey_answers       foreign GET  302 404 404 404 404 404 404 404 404 404 200
indicators:survey_answers       unknown GET  404
indicators:survey_answers       own     POST 405
indicators:question_add         own     GET  302 404 200 200 403 404 403 404 404 404 404
indicators:question_add         own     POST 302 404 422 422 403 404 403 404 404 404 404
indicators:question_add         foreign GET  302 404 404 404 404 404 404 404 404 404 200
indicators:question_add         foreign POST 302 404 404 404 404 404 404 404 404 404 422
indicators:question             own     GET  302 404 200 200 403 404 403 404 404 404 404
indicators:question             own     POST 302 404 422 422 403 404 403 404 404 404 404
indicators:question             foreign GET  302 404 404 404 404 404 404 404 404 404 200
indicators:question             foreign POST 302 404 404 404 404 404 404 404 404 404 422
indicators:survey_edit          above   GET  302 404 403 200 403 404 403 404 404 404 404
indicators:question_remove      own     GET  302 404 200 200 403 404 403 404 404 404 404
indicators:question_remove      own     POST 302 404 302 302 403 404 403 404 404 404 404
indicators:question_remove      foreign GET  302 404 404 404 404 404 404 404 404 404 200
indicators:question_remove      foreign POST 302 404 404 404 404 404 404 404 404 404 302
"""
