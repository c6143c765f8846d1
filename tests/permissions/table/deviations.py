"""Cases: avvikelser, lex Sarah, synpunkter och klagomål."""

TABLE = """
#                                        -    mona eva karin sara ulla dag nils rut admin erik

deviations:list         -           GET  302  403  200 200   200  200  200 403  403 403   200
deviations:list         -           POST 405
deviations:export       -           GET  302  403  200 200   200  200  200 403  403 403   200
deviations:export       -           POST 405
deviations:mine         -           GET  302  200  200 200   200  200  200 200  403 403   200
deviations:mine         -           POST 405
deviations:report       -           GET  302  200  200 200   200  200  200 200  403 403   200
deviations:report       -           POST 302  422  422 422   422  422  422 422  403 403   422
deviations:complaint    -           GET  302  200  200 200   200  200  200 200  403 403   200
deviations:complaint    -           POST 302  422  422 422   422  422  422 422  403 403   422
deviations:save_draft   -           GET  405
deviations:save_draft   -           POST 302  422  422 422   422  422  422 422  403 403   422
deviations:draft        own         GET  302  200  404 404   404  404  404 404  403 403   404
deviations:draft        foreign     GET  302  404  404 404   404  404  404 404  403 403   200
deviations:draft        secret      GET  302  404  404 404   200  404  404 404  403 403   404
deviations:draft        own         POST 405
deviations:discard_draft own        GET  302  200  404 404   404  404  404 404  403 403   404
deviations:discard_draft own        POST 302  302  404 404   404  404  404 404  403 403   404
deviations:discard_draft foreign    POST 302  404  404 404   404  404  404 404  403 403   302
deviations:discard_draft secret     POST 302  404  404 404   302  404  404 404  403 403   404
deviations:receipt      own         GET  302  200  404 404   404  404  404 404  403 403   404
deviations:receipt      secret      GET  302  200  404 404   404  404  404 404  403 403   404
deviations:receipt      foreign     GET  302  404  404 404   404  404  404 404  403 403   404
deviations:receipt      own         POST 405

deviations:filters      -           GET  302  403  200 200   200  200  200 403  403 403   200
deviations:filters      -           POST 405
deviations:filter_new   -           GET  302  403  200 200   200  200  200 403  403 403   200
deviations:filter_new   -           POST 302  403  422 422   422  422  422 403  403 403   422
deviations:filter_edit  own         GET  302  403  200 404   404  404  404 403  403 403   404
deviations:filter_edit  own         POST 302  403  422 404   404  404  404 403  403 403   404
deviations:filter_edit  foreign     GET  302  403  404 404   404  404  404 403  403 403   200
deviations:filter_edit  foreign     POST 302  403  404 404   404  404  404 403  403 403   422
deviations:filter_edit  secret      GET  302  403  404 404   200  404  404 403  403 403   404
deviations:filter_edit  unknown     GET  302  403  404 404   404  404  404 403  403 403   404
deviations:filter_remove own GET  302  403  200 404   404  404  404 403  403 403   404
deviations:filter_remove own POST 302  403  302 404   404  404  404 403  403 403   404
deviations:filter_remove foreign GET  302  403  404 404   404  404  404 403  403 403   200
deviations:filter_remove foreign POST 302  403  404 404   404  404  404 403  403 403   302
deviations:filter_remove secret POST 302  403  404 404   302  404  404 403  403 403   404

deviations:totals       -           GET  302  403  403 200   200  403  403 403  403 403   403
deviations:totals       -           POST 405
deviations:total_add    -           GET  302  403  403 200   200  403  403 403  403 403   403
deviations:total_add    -           POST 302  403  403 422   422  403  403 403  403 403   403
deviations:total_edit   own         GET  302  403  403 200   200  403  403 403  403 403   403
deviations:total_edit   own         POST 302  403  403 422   422  403  403 403  403 403   403
deviations:total_edit   secret      GET  302  403  403 403   403  403  403 403  403 403   403
deviations:total_edit   secret      POST 302  403  403 403   403  403  403 403  403 403   403
deviations:total_edit   foreign     GET  302  403  403 404   404  403  403 403  403 403   403
deviations:total_edit   foreign     POST 302  403  403 404   404  403  403 403  403 403   403
deviations:total_remove own         GET  302  403  403 200   200  403  403 403  403 403   403
deviations:total_remove own         POST 302  403  403 302   302  403  403 403  403 403   403
deviations:total_remove secret      POST 302  403  403 403   403  403  403 403  403 403   403
deviations:total_remove foreign     GET  302  403  403 404   404  403  403 403  403 403   403
deviations:total_remove foreign     POST 302  403  403 404   404  403  403 403  403 403   403
deviations:seal         own         GET  302  403  403 200   200  403  403 403  403 403   403
deviations:seal         own         POST 302  403  403 302   302  403  403 403  403 403   403
deviations:seal         secret      GET  302  403  403 404   404  403  403 403  403 403   403
deviations:seal         secret      POST 302  403  403 404   404  403  403 403  403 403   403
deviations:seal         foreign     GET  302  403  403 404   404  403  403 403  403 403   403
deviations:seal         foreign     POST 302  403  403 404   404  403  403 403  403 403   403

deviations:detail       own         GET  302  404  200 200   200  404  200 404  404 404   404
deviations:detail       foreign     GET  302  404  404 404   404  404  404 404  404 404   200
deviations:detail       secret      GET  302  404  404 404   200  404  200 404  404 404   404
deviations:detail       assigned    GET  302  404  404 404   200  200  200 404  404 404   404
deviations:detail       named       GET  302  200  404 404   200  404  200 404  404 404   404
deviations:detail       decided     GET  302  404  200 200   200  404  200 404  404 404   404
deviations:detail       hidden      GET  404
deviations:detail       unknown     GET  404
deviations:detail       own         POST 405

deviations:edit         own         GET  302  404  200 403   200  404  403 404  404 404   404
deviations:edit         own         POST 302  404  422 403   422  404  403 404  404 404   404
deviations:edit         foreign     GET  302  404  404 404   404  404  404 404  404 404   200
deviations:edit         foreign     POST 302  404  404 404   404  404  404 404  404 404   422
deviations:edit         secret      GET  302  404  404 404   200  404  403 404  404 404   404
deviations:edit         secret      POST 302  404  404 404   422  404  403 404  404 404   404
deviations:edit         assigned    GET  302  404  404 404   200  200  403 404  404 404   404
deviations:edit         assigned    POST 302  404  404 404   422  422  403 404  404 404   404
deviations:edit         named       POST 302  403  404 404   422  404  403 404  404 404   404
deviations:edit         closed      GET  302  404  403 403   403  404  403 404  404 404   404
deviations:edit         closed      POST 302  404  403 403   403  404  403 404  404 404   404
deviations:edit         unknown     GET  404

deviations:receive      own         GET  405
deviations:receive      own         POST 302  404  302 403   302  404  403 404  404 404   404
deviations:receive      foreign     POST 302  404  404 404   404  404  404 404  404 404   302
deviations:receive      secret      POST 302  404  404 404   302  404  403 404  404 404   404

deviations:assess       own         GET  405
deviations:assess       own         POST 302  404  422 403   422  404  403 404  404 404   404
deviations:assess       foreign     POST 302  404  404 404   404  404  404 404  404 404   422
deviations:assess       secret      POST 302  404  404 404   422  404  403 404  404 404   404

deviations:suspect      own         GET  405
deviations:suspect      own         POST 302  404  422 403   422  404  403 404  404 404   404
deviations:suspect      foreign     POST 302  404  404 404   404  404  404 404  404 404   422
deviations:suspect      secret      POST 302  404  404 404   403  404  403 404  404 404   404

deviations:assign       own         GET  405
deviations:assign       own         POST 302  404  403 403   403  404  403 404  404 404   404
deviations:assign       foreign     POST 302  404  404 404   404  404  404 404  404 404   403
deviations:assign       secret      POST 302  404  404 404   403  404  403 404  404 404   404
deviations:assign       assessed    POST 302  404  422 403   422  404  403 404  404 404   404
deviations:assign       assigned    POST 302  404  404 404   422  403  403 404  404 404   404

deviations:ready        own         GET  405
deviations:ready        own         POST 302  404  403 403   403  404  403 404  404 404   404
deviations:ready        foreign     POST 302  404  404 404   404  404  404 404  404 404   403
deviations:ready        secret      POST 302  404  404 404   403  404  403 404  404 404   404
deviations:ready        assessed    POST 302  404  302 403   302  404  403 404  404 404   404
deviations:ready        assigned    POST 302  404  404 404   422  422  403 404  404 404   404

deviations:unlock       own         GET  405
deviations:unlock       own         POST 302  404  403 403   403  404  403 404  404 404   404
deviations:unlock       foreign     POST 302  404  404 404   404  404  404 404  404 404   403
deviations:unlock       secret      POST 302  404  404 404   403  404  403 404  404 404   404
deviations:unlock       ready       POST 302  404  404 404   422  404  422 404  404 404   404
deviations:answer       own         GET  302  404  200 200   200  404  200 404  404 404   404
deviations:answer       own         POST 302  404  422 403   422  404  403 404  404 404   404
deviations:answer       foreign     GET  302  404  404 404   404  404  404 404  404 404   200
deviations:answer       foreign     POST 302  404  404 404   404  404  404 404  404 404   422
deviations:answer       secret      GET  302  404  404 404   404  404  404 404  404 404   404
deviations:answer       secret      POST 302  404  404 404   404  404  403 404  404 404   404
deviations:confirm      own         GET  405
deviations:confirm      own         POST 302  404  422 403   422  404  403 404  404 404   404
deviations:confirm      foreign     POST 302  404  404 404   404  404  404 404  404 404   422
deviations:confirm      secret      POST 302  404  404 404   404  404  403 404  404 404   404
deviations:appeal       own         GET  405
deviations:appeal       own         POST 302  404  302 403   302  404  403 404  404 404   404
deviations:appeal       foreign     POST 302  404  404 404   404  404  404 404  404 404   302
deviations:appeal       secret      POST 302  404  404 404   404  404  403 404  404 404   404
deviations:becomes      own         GET  302  404  200 403   200  404  403 404  404 404   404
deviations:becomes      own         POST 302  404  422 403   422  404  403 404  404 404   404
deviations:becomes      foreign     GET  302  404  404 404   404  404  404 404  404 404   200
deviations:becomes      foreign     POST 302  404  404 404   404  404  404 404  404 404   422
deviations:becomes      secret      GET  302  404  404 404   404  404  403 404  404 404   404
deviations:becomes      secret      POST 302  404  404 404   404  404  403 404  404 404   404

deviations:decide       own         GET  405
deviations:decide       own         POST 302  404  422 403   422  404  403 404  404 404   404
deviations:decide       foreign     POST 302  404  404 404   404  404  404 404  404 404   422
deviations:decide       secret      POST 302  404  404 404   403  404  403 404  404 404   404
deviations:decide       ready       POST 302  404  404 404   422  404  422 404  404 404   404
deviations:decide       assigned    POST 302  404  404 404   403  403  403 404  404 404   404
deviations:decide       named       POST 302  403  404 404   403  404  403 404  404 404   404
deviations:decide       decided     POST 302  404  403 403   403  404  403 404  404 404   404
deviations:decide       unknown     POST 404

deviations:inform       own         GET  405
deviations:inform       own         POST 302  404  422 403   422  404  403 404  404 404   404
deviations:inform       foreign     POST 302  404  404 404   404  404  404 404  404 404   422
deviations:inform       secret      POST 302  404  404 404   422  404  403 404  404 404   404
deviations:inform       assigned    POST 302  404  404 404   422  422  403 404  404 404   404

deviations:immediate    own         GET  405
deviations:immediate    own         POST 302  404  422 403   422  404  403 404  404 404   404
deviations:immediate    foreign     POST 302  404  404 404   404  404  404 404  404 404   422
deviations:immediate    secret      POST 302  404  404 404   422  404  403 404  404 404   404
deviations:immediate    assigned    POST 302  404  404 404   422  422  403 404  404 404   404

deviations:feedback     own         GET  405
deviations:feedback     own         POST 302  404  422 403   422  404  403 404  404 404   404
deviations:feedback     foreign     POST 302  404  404 404   404  404  404 404  404 404   422
deviations:feedback     secret      POST 302  404  404 404   422  404  403 404  404 404   404
deviations:feedback     assigned    POST 302  404  404 404   422  403  403 404  404 404   404

deviations:effect       own         GET  405
deviations:effect       own         POST 302  404  403 403   403  404  403 404  404 404   404
deviations:effect       foreign     POST 302  404  404 404   404  404  404 404  404 404   403
deviations:effect       secret      POST 302  404  404 404   403  404  403 404  404 404   404
deviations:effect       measured    POST 302  404  422 403   422  404  403 404  404 404   404

deviations:close        own         GET  405
deviations:close        own         POST 302  404  403 403   403  404  403 404  404 404   404
deviations:close        foreign     POST 302  404  404 404   404  404  404 404  404 404   403
deviations:close        secret      POST 302  404  404 404   403  404  403 404  404 404   404
deviations:close        decided     POST 302  404  302 403   302  404  403 404  404 404   404

deviations:hand_over    own         GET  405
deviations:hand_over    own         POST 302  404  422 403   422  404  403 404  404 404   404
deviations:hand_over    foreign     POST 302  404  404 404   404  404  404 404  404 404   422
deviations:hand_over    secret      POST 302  404  404 404   422  404  403 404  404 404   404

deviations:join         own         GET  405
deviations:join         own         POST 302  404  422 403   422  404  403 404  404 404   404
deviations:join         foreign     POST 302  404  404 404   404  404  404 404  404 404   422
deviations:join         secret      POST 302  404  404 404   422  404  403 404  404 404   404

deviations:annul        own         GET  405
deviations:annul        own         POST 302  404  422 403   422  404  403 404  404 404   404
deviations:annul        foreign     POST 302  404  404 404   404  404  404 404  404 404   422
deviations:annul        secret      POST 302  404  404 404   422  404  403 404  404 404   404
deviations:annul        assigned    POST 302  404  404 404   422  403  403 404  404 404   404

deviations:instruct     own         GET  405
deviations:instruct     own         POST 302  404  403 403   403  404  403 404  404 404   404
deviations:instruct     foreign     POST 302  404  404 404   404  404  404 404  404 404   403
deviations:instruct     secret      POST 302  404  404 404   422  404  403 404  404 404   404

deviations:grant        own         GET  405
deviations:grant        own         POST 302  404  403 403   403  404  403 404  404 404   404
deviations:grant        foreign     POST 302  404  404 404   404  404  404 404  404 404   403
deviations:grant        secret      POST 302  404  404 404   422  404  403 404  404 404   404

deviations:revoke       own         GET  405
deviations:revoke       own         POST 302  404  403 403   403  404  403 404  404 404   404
deviations:revoke       foreign     POST 302  404  404 404   404  404  404 404  404 404   403
deviations:revoke       secret      POST 302  404  404 404   422  404  403 404  404 404   404

deviations:slip         own         GET  404
deviations:slip         own         POST 404
deviations:slip         foreign     GET  404
deviations:slip         secret      GET  302  404  200 404   404  404  404 404  404 404   404
deviations:slip         secret      POST 302  404  422 404   404  404  404 404  404 404   404

deviations:measure      own         GET  302  404  200 403   200  404  403 404  404 404   404
deviations:measure      own         POST 302  404  422 403   422  404  403 404  404 404   404
deviations:measure      foreign     GET  302  404  404 404   404  404  404 404  404 404   200
deviations:measure      foreign     POST 302  404  404 404   404  404  404 404  404 404   422
deviations:measure      secret      GET  302  404  404 404   200  404  403 404  404 404   404
deviations:measure      secret      POST 302  404  404 404   422  404  403 404  404 404   404
deviations:measure      assigned    POST 302  404  404 404   422  403  403 404  404 404   404

deviations:investigation  own      GET  302  404  200 200   200  404  200 404  404 404   404
deviations:investigation  foreign  GET  302  404  404 404   404  404  404 404  404 404   200
deviations:investigation  secret   GET  302  404  404 404   200  404  200 404  404 404   404
deviations:investigation  assigned GET  302  404  404 404   200  200  200 404  404 404   404
deviations:investigation  named    GET  302  200  404 404   200  404  200 404  404 404   404
deviations:investigation  hidden   GET  404
deviations:investigation  unknown  GET  404
deviations:investigation  own      POST 405
deviations:answers      own         GET  405
deviations:answers      own         POST 302  404  422 403   422  404  403 404  404 404   404
deviations:answers      foreign     POST 302  404  404 404   404  404  404 404  404 404   422
deviations:answers      secret      POST 302  404  404 404   422  404  403 404  404 404   404
deviations:answers      assigned    POST 302  404  404 404   422  422  403 404  404 404   404
deviations:answers      named       POST 302  403  404 404   422  404  403 404  404 404   404

deviations:note_add     own         GET  302  404  403 403   200  404  403 404  404 404   404
deviations:note_add     own         POST 302  404  403 403   422  404  403 404  404 404   404
deviations:note_add     foreign     GET  302  404  404 404   404  404  404 404  404 404   403
deviations:note_add     secret      GET  302  404  404 404   200  404  403 404  404 404   404
deviations:note_add     assigned    GET  302  404  404 404   200  200  403 404  404 404   404
deviations:note_add     assigned    POST 302  404  404 404   422  422  403 404  404 404   404
deviations:note_add     named       GET  302  403  404 404   200  404  403 404  404 404   404
deviations:note_add     decided     GET  302  404  403 403   403  404  403 404  404 404   404
deviations:note         own         GET  302  404  403 403   403  404  403 404  404 404   404
deviations:note         foreign     GET  302  404  404 404   404  404  404 404  404 404   403
deviations:note         secret      GET  302  404  404 404   403  404  403 404  404 404   404
deviations:note         assigned    GET  302  404  404 404   403  200  403 404  404 404   404
deviations:note         assigned    POST 302  404  404 404   403  422  403 404  404 404   404
deviations:note_correct own         GET  302  404  403 403   200  404  403 404  404 404   404
deviations:note_correct foreign     GET  302  404  404 404   404  404  404 404  404 404   403
deviations:note_correct secret      GET  302  404  404 404   200  404  403 404  404 404   404
deviations:note_correct assigned    GET  302  404  404 404   200  200  403 404  404 404   404
deviations:note_correct assigned    POST 302  404  404 404   422  422  403 404  404 404   404
deviations:note_correct closed      GET  302  404  403 403   403  404  403 404  404 404   404
deviations:note_sign    own         GET  405
deviations:note_sign    own         POST 302  404  403 403   302  404  403 404  404 404   404
deviations:note_sign    foreign     POST 302  404  404 404   404  404  404 404  404 404   403
deviations:note_sign    secret      POST 302  404  404 404   302  404  403 404  404 404   404
deviations:note_sign    assigned    POST 302  404  404 404   302  302  403 404  404 404   404
deviations:note_remove  own         GET  405
deviations:note_remove  own         POST 302  404  403 403   302  404  403 404  404 404   404
deviations:note_remove  foreign     POST 302  404  404 404   404  404  404 404  404 404   403
deviations:note_remove  secret      POST 302  404  404 404   302  404  403 404  404 404   404
deviations:note_remove  assigned    POST 302  404  404 404   302  302  403 404  404 404   404

deviations:identity     own         GET  302  404  200 403   200  404  200 404  404 404   404
deviations:identity     foreign     GET  302  404  404 404   404  404  404 404  404 404   200
deviations:identity     secret      GET  302  404  404 404   200  404  200 404  404 404   404
deviations:identity     assigned    GET  302  404  404 404   200  200  200 404  404 404   404
deviations:identity     named       GET  302  403  404 404   200  404  200 404  404 404   404
deviations:identity     own         POST 405
deviations:identity_open  own      GET  405
deviations:identity_open  own      POST 302  404  422 403   422  404  422 404  404 404   404
deviations:identity_open  foreign  POST 302  404  404 404   404  404  404 404  404 404   422
deviations:identity_open  secret   POST 302  404  404 404   422  404  422 404  404 404   404
deviations:identity_open  assigned POST 302  404  404 404   422  422  422 404  404 404   404
deviations:identity_open  named    POST 302  403  404 404   422  404  422 404  404 404   404
deviations:identity_keep  own      GET  405
deviations:identity_keep  own      POST 302  404  422 403   422  404  403 404  404 404   404
deviations:identity_keep  foreign  POST 302  404  404 404   404  404  404 404  404 404   422
deviations:identity_keep  secret   POST 302  404  404 404   422  404  403 404  404 404   404
deviations:identity_keep  assigned POST 302  404  404 404   422  422  403 404  404 404   404

deviations:attachments  own         GET  302  404  200 200   200  404  200 404  404 404   404
deviations:attachments  own         POST 302  404  422 403   422  404  403 404  404 404   404
deviations:attachments  foreign     GET  302  404  404 404   404  404  404 404  404 404   200
deviations:attachments  secret      GET  302  404  404 404   200  404  200 404  404 404   404
deviations:attachments  assigned    GET  302  404  404 404   200  200  200 404  404 404   404
deviations:attachments  assigned    POST 302  404  404 404   422  422  403 404  404 404   404
deviations:attachments  named       GET  302  200  404 404   200  404  200 404  404 404   404
deviations:attachment   own         GET  302  404  200 403   200  404  200 404  404 404   404
deviations:attachment   foreign     GET  302  404  404 404   404  404  404 404  404 404   200
deviations:attachment   secret      GET  302  404  404 404   200  404  200 404  404 404   404
deviations:attachment   assigned    GET  302  404  404 404   200  200  200 404  404 404   404
deviations:attachment   named       GET  302  200  404 404   200  404  200 404  404 404   404
deviations:attachment   own         POST 405
deviations:attachment_remove own      GET  405
deviations:attachment_remove own      POST 302  404  422 403   422  404  403 404  404 404   404
deviations:attachment_remove foreign  POST 302  404  404 404   404  404  404 404  404 404   422
deviations:attachment_remove secret   POST 302  404  404 404   422  404  403 404  404 404   404
deviations:attachment_remove assigned POST 302  404  404 404   422  422  403 404  404 404   404
deviations:ivo          own         GET  302  404  404 404   404  404  404 404  404 404   404
deviations:ivo          own         POST 405
deviations:ivo          foreign     GET  302  404  404 404   404  404  404 404  404 404   404
deviations:ivo          secret      GET  302  404  404 404   200  404  200 404  404 404   404
deviations:ivo          assigned    GET  302  404  404 404   200  200  200 404  404 404   404
deviations:ivo          named       GET  302  200  404 404   200  404  200 404  404 404   404
deviations:ivo          hidden      GET  404
deviations:ivo_step     secret      GET  405
deviations:ivo_step     own         POST 302  404  404 404   404  404  404 404  404 404   404
deviations:ivo_step     foreign     POST 302  404  404 404   404  404  404 404  404 404   404
deviations:ivo_step     secret      POST 302  404  404 404   422  404  403 404  404 404   404
deviations:ivo_step     assigned    POST 302  404  404 404   422  403  403 404  404 404   404
deviations:ivo_step     named       POST 302  403  404 404   422  404  403 404  404 404   404
deviations:ivo_step     no_act      POST 404
deviations:transfer     own         GET  302  404  404 404   404  404  404 404  404 404   404
deviations:transfer     own         POST 405
deviations:transfer     foreign     GET  302  404  404 404   404  404  404 404  404 404   404
deviations:transfer     secret      GET  302  404  404 404   200  404  200 404  404 404   404
deviations:transfer     assigned    GET  302  404  404 404   200  200  200 404  404 404   404
deviations:package_create own       GET  405
deviations:package_create own       POST 302  404  404 404   404  404  404 404  404 404   404
deviations:package_create foreign   POST 302  404  404 404   404  404  404 404  404 404   404
deviations:package_create secret    POST 302  404  404 404   422  404  422 404  404 404   404
deviations:package_create assigned  POST 302  404  404 404   422  422  422 404  404 404   404
deviations:package_create named     POST 302  403  404 404   422  404  422 404  404 404   404
deviations:package      own         GET  302  404  404 404   404  404  404 404  404 404   404
deviations:package      own         POST 405
deviations:package      foreign     GET  302  404  404 404   404  404  404 404  404 404   404
deviations:package      secret      GET  302  404  404 404   200  404  200 404  404 404   404
deviations:package      assigned    GET  302  404  404 404   200  200  200 404  404 404   404
deviations:package      unknown     GET  404
deviations:package_status own       POST 405
deviations:package_status own       GET  302  404  404 404   404  404  404 404  404 404   404
deviations:package_status foreign   GET  302  404  404 404   404  404  404 404  404 404   404
deviations:package_status secret    GET  302  404  404 404   200  404  200 404  404 404   404
deviations:package_retry own        GET  405
deviations:package_retry own        POST 302  404  404 404   404  404  404 404  404 404   404
deviations:package_retry foreign    POST 302  404  404 404   404  404  404 404  404 404   404
deviations:package_retry secret     POST 302  404  404 404   302  404  302 404  404 404   404
deviations:package_retry assigned   POST 302  404  404 404   302  302  302 404  404 404   404
deviations:package_retry named      POST 302  403  404 404   302  404  302 404  404 404   404
deviations:package_retry whole      POST 302  404  404 404   302  404  403 404  404 404   404
deviations:package_download own     POST 405
deviations:package_download own     GET  302  404  404 404   404  404  404 404  404 404   404
deviations:package_download foreign GET  302  404  404 404   404  404  404 404  404 404   404
deviations:package_download secret  GET  302  404  404 404   200  404  200 404  404 404   404
deviations:package_download assigned GET 302  404  404 404   200  200  200 404  404 404   404
deviations:package_download whole   GET  302  404  404 404   200  404  403 404  404 404   404
"""
