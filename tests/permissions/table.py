"""Who may do what, by the rules of the house and not by what the code happens to do.

Outside the scope 404, inside it without the right 403. Lex Sarah cases ("secret") are known only
to the lex Sarah-ansvarig, the decider, the assigned investigator and the named; secretary,
auditor and administrator never see a case; the auditor sees what is published; the secretary gets
reports but not their texts while they are written.

What is about IVO exists for lex Sarah cases alone; "own" and "foreign" are internal ones.

302 for the stranger (-) is the way to the sign-in. 422 is a form that was taken and found empty:
the person may send it. One figure alone holds for everybody who is signed in.
"""

import re
from dataclasses import dataclass

STRANGER = "-"
TO_SIGN_IN = 302

# Mona reported the own case and the secret one; both happened at Eva's unit. Saved narrowings
# belong to one person each: Eva, Erik and Sara. Of earlier years the secret ones are sealed.
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
start:style             -           GET  200
start:style             -           POST 405

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

controls:list           -           GET  302  403  200 200   200  403  200 403  403 403   200
controls:list           -           POST 405
controls:export         -           GET  302  403  200 200   200  403  200 403  403 403   200
controls:export         -           POST 405
controls:create         -           GET  302  403  200 200   403  403  403 403  403 403   200
controls:create         -           POST 302  403  422 422   403  403  403 403  403 403   422
controls:detail         own         GET  302  404  200 200   200  404  200 404  404 404   404
controls:detail         above       GET  302  404  200 200   200  404  200 404  404 404   404
controls:detail         foreign     GET  302  404  404 404   404  404  404 404  404 404   200
controls:detail         unknown     GET  404
controls:detail         own         POST 405
controls:edit           own         GET  302  404  200 200   403  404  403 404  404 404   404
controls:edit           above       GET  302  404  403 200   403  404  403 404  404 404   404
controls:edit           foreign     GET  302  404  404 404   404  404  404 404  404 404   200
controls:edit           own         POST 302  404  422 422   403  404  403 404  404 404   404
controls:edit           above       POST 302  404  403 422   403  404  403 404  404 404   404
controls:edit           foreign     POST 302  404  404 404   404  404  404 404  404 404   422
controls:record         own         GET  302  404  200 200   403  404  403 404  404 404   404
controls:record         above       GET  302  404  403 200   403  404  403 404  404 404   404
controls:record         foreign     GET  302  404  404 404   404  404  404 404  404 404   200
controls:record         own         POST 302  404  422 422   403  404  403 404  404 404   404
controls:record         above       POST 302  404  403 422   403  404  403 404  404 404   404
controls:record         foreign     POST 302  404  404 404   404  404  404 404  404 404   422
controls:correct        own         GET  302  404  200 200   403  404  403 404  404 404   404
controls:correct        above       GET  302  404  403 200   403  404  403 404  404 404   404
controls:correct        foreign     GET  302  404  404 404   404  404  404 404  404 404   200
controls:correct        own         POST 302  404  422 422   403  404  403 404  404 404   404
controls:correct        above       POST 302  404  403 422   403  404  403 404  404 404   404
controls:correct        foreign     POST 302  404  404 404   404  404  404 404  404 404   422
controls:measure        own         GET  302  404  200 200   403  404  403 404  404 404   404
controls:measure        above       GET  302  404  403 200   403  404  403 404  404 404   404
controls:measure        foreign     GET  302  404  404 404   404  404  404 404  404 404   200
controls:measure        own         POST 302  404  422 422   403  404  403 404  404 404   404
controls:measure        above       POST 302  404  403 422   403  404  403 404  404 404   404
controls:measure        foreign     POST 302  404  404 404   404  404  404 404  404 404   422
controls:unlink         own         GET  302  404  200 200   403  404  403 404  404 404   404
controls:unlink         above       GET  302  404  403 200   403  404  403 404  404 404   404
controls:unlink         foreign     GET  302  404  404 404   404  404  404 404  404 404   200
controls:unlink         own         POST 302  404  302 302   403  404  403 404  404 404   404
controls:unlink         above       POST 302  404  403 302   403  404  403 404  404 404   404
controls:unlink         foreign     POST 302  404  404 404   404  404  404 404  404 404   302
controls:wheel          -           GET  302  403  200 200   200  403  200 403  403 403   200
controls:wheel          -           POST 405
controls:wheel_export   -           GET  302  403  200 200   200  403  200 403  403 403   200
controls:wheel_export   -           POST 405
controls:calendar       -           GET  302  403  200 200   200  403  200 403  403 403   200
controls:calendar       -           POST 302  403  302 302   302  403  302 403  403 403   302
controls:feed           own         GET  200  200  200 200   200  200  200 200  200 200   200
controls:feed           own         POST 405  405  405 405   405  405  405 405  405 405   405
controls:feed           foreign     GET  404  404  404 404   404  404  404 404  404 404   404
controls:skip           own         GET  302  404  200 200   403  404  403 404  404 404   404
controls:skip           above       GET  302  404  403 200   403  404  403 404  404 404   404
controls:skip           foreign     GET  302  404  404 404   404  404  404 404  404 404   200
controls:skip           own         POST 302  404  422 422   403  404  403 404  404 404   404
controls:skip           above       POST 302  404  403 422   403  404  403 404  404 404   404
controls:skip           foreign     POST 302  404  404 404   404  404  404 404  404 404   422
controls:take_up        own         GET  405
controls:take_up        own         POST 302  404  302 302   403  404  403 404  404 404   404
controls:take_up        foreign     POST 302  404  404 404   404  404  404 404  404 404   302
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

qualityreport:list      -           GET  302  403  200 200   200  403  200 200  200 403   200
qualityreport:list      -           POST 405
qualityreport:create    -           GET  302  403  403 200   403  403  403 403  403 403   403
qualityreport:create    -           POST 302  403  403 422   403  403  403 403  403 403   403
qualityreport:detail    own         GET  302  200  404 200   200  404  200 200  404 404   404
qualityreport:detail    foreign     GET  302  404  404 404   404  404  404 200  404 404   404
qualityreport:detail    published   GET  302  404  404 200   200  404  200 200  200 404   404
qualityreport:detail    unknown     GET  404
qualityreport:detail    own         POST 405
qualityreport:section   own         GET  302  403  404 200   403  404  403 403  404 404   404
qualityreport:section   own         POST 302  403  404 422   403  404  403 403  404 404   404
qualityreport:section   monas       GET  302  200  404 200   403  404  403 403  404 404   404
qualityreport:section   monas       POST 302  422  404 422   403  404  403 403  404 404   404
qualityreport:section   foreign     GET  302  404  404 404   404  404  404 403  404 404   404
qualityreport:section   foreign     POST 302  404  404 404   404  404  404 403  404 404   404
qualityreport:section   published   GET  302  404  404 200   403  404  403 403  403 404   404
qualityreport:section   unknown     GET  404
qualityreport:figures   own         GET  302  200  404 200   200  404  200 403  404 404   404
qualityreport:figures   foreign     GET  302  404  404 404   404  404  404 403  404 404   404
qualityreport:figures   published   GET  302  404  404 200   200  404  200 403  403 404   404
qualityreport:figures   own         POST 405
qualityreport:findings  own         GET  302  200  404 200   200  404  200 403  404 404   404
qualityreport:findings  foreign     GET  302  404  404 404   404  404  404 403  404 404   404
qualityreport:findings  published   GET  302  404  404 200   200  404  200 403  403 404   404
qualityreport:findings  own         POST 405
qualityreport:hidden    own         GET  302  200  404 200   200  404  200 403  404 404   404
qualityreport:hidden    foreign     GET  302  404  404 404   404  404  404 403  404 404   404
qualityreport:hidden    published   GET  302  404  404 200   200  404  200 403  403 404   404
qualityreport:hidden    own         POST 405
qualityreport:standing_list -       GET  302  403  403 200   403  403  403 403  403 403   403
qualityreport:standing_list -       POST 405
qualityreport:standing_new  -       GET  302  403  403 200   403  403  403 403  403 403   403
qualityreport:standing_new  -       POST 302  403  403 422   403  403  403 403  403 403   403
qualityreport:standing_text own     GET  302  404  403 200   403  404  403 404  404 404   404
qualityreport:standing_text own     POST 302  404  403 422   403  404  403 404  404 404   404
qualityreport:standing_text foreign GET  302  404  404 404   404  404  404 404  404 404   403
qualityreport:standing_text foreign POST 302  404  404 404   404  404  404 404  404 404   403
qualityreport:standing_text unknown GET  404
qualityreport:preview   own         GET  302  200  404 200   200  404  200 403  404 404   404
qualityreport:preview   foreign     GET  302  404  404 404   404  404  404 403  404 404   404
qualityreport:preview   published   GET  302  404  404 200   200  404  200 403  403 404   404
qualityreport:preview   own         POST 405
qualityreport:build     own         GET  405
qualityreport:build     own         POST 302  403  404 302   403  404  403 403  404 404   404
qualityreport:build     foreign     POST 302  404  404 404   404  404  404 403  404 404   404
qualityreport:build     published   POST 302  404  404 302   403  404  403 403  403 404   404
qualityreport:version   own         GET  302  404  404 200   200  404  200 200  404 404   404
qualityreport:version   foreign     GET  302  404  404 404   404  404  404 200  404 404   404
qualityreport:version   published   GET  302  404  404 200   200  404  200 200  200 404   404
qualityreport:version   newer draft GET  302  404  404 200   200  404  200 200  404 404   404
qualityreport:version   own         POST 405
qualityreport:status    own         GET  302  404  404 200   200  404  200 200  404 404   404
qualityreport:status    foreign     GET  302  404  404 404   404  404  404 200  404 404   404
qualityreport:status    published   GET  302  404  404 200   200  404  200 200  200 404   404
qualityreport:status    own         POST 405
qualityreport:retry     own         GET  405
qualityreport:retry     own         POST 302  403  404 302   403  404  403 403  404 404   404
qualityreport:retry     foreign     POST 302  404  404 404   404  404  404 403  404 404   404
qualityreport:cancel    own         GET  405
qualityreport:cancel    own         POST 302  403  404 302   403  404  403 403  404 404   404
qualityreport:cancel    foreign     POST 302  404  404 404   404  404  404 403  404 404   404
qualityreport:download  own         GET  302  404  404 200   200  404  200 200  404 404   404
qualityreport:download  foreign     GET  302  404  404 404   404  404  404 200  404 404   404
qualityreport:download  published   GET  302  404  404 200   200  404  200 200  200 404   404
qualityreport:download  newer draft GET  302  404  404 200   200  404  200 200  404 404   404
qualityreport:download  own         POST 405
"""


@dataclass(frozen=True)
class Row:
    url: str
    about: str
    method: str
    expected: dict[str, int]

    @property
    def register(self) -> str:
        return self.url.partition(":")[0] if ":" in self.url else "config"

    def __str__(self) -> str:
        return " ".join(filter(None, (self.method, self.url, self.about)))


def _row(line: str) -> Row:
    """`-` is a URL about no thing in particular."""
    found = LINE.fullmatch(line)
    assert found, line
    url, about, method, figures = found.groups()
    statuses = [int(figure) for figure in figures.split()]
    if len(statuses) == 1:
        statuses = [TO_SIGN_IN, *statuses * (len(EVERYBODY) - 1)]
    expected = dict(zip(EVERYBODY, statuses, strict=True))
    return Row(url, "" if about == "-" else about, method, expected)


LINE = re.compile(r"(\S+) +(\S.*?) +(GET|POST) +([\d ]+)")
HEAD, *LINES = filter(None, TABLE.splitlines())
EVERYBODY = tuple(HEAD.split()[1:])
ROWS = [_row(line) for line in LINES]
