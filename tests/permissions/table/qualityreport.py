"""Reports and standing texts."""

TABLE = """
#                                             -    mona eva karin sara ulla dag nils rut admin erik

qualityreport:list           -           GET  302  403  200 200   200  403  200 200  200 403   200
qualityreport:list           -           POST 405
qualityreport:create         -           GET  302  403  403 200   403  403  403 403  403 403   403
qualityreport:create         -           POST 302  403  403 422   403  403  403 403  403 403   403
qualityreport:detail         own         GET  302  200  404 200   200  404  200 404  404 404   404
qualityreport:detail         foreign     GET  302  404  404 404   404  404  404 404  404 404   404
qualityreport:detail         published   GET  302  404  404 200   200  404  200 200  200 404   404
qualityreport:detail         unknown     GET  404
qualityreport:detail         own         POST 405
qualityreport:section        own         GET  302  403  404 200   403  404  403 404  404 404   404
qualityreport:section        own         POST 302  403  404 422   403  404  403 404  404 404   404
qualityreport:section        monas       GET  302  200  404 200   403  404  403 404  404 404   404
qualityreport:section        monas       POST 302  422  404 422   403  404  403 404  404 404   404
qualityreport:section        foreign     GET  302  404  404 404   404  404  404 404  404 404   404
qualityreport:section        foreign     POST 302  404  404 404   404  404  404 404  404 404   404
qualityreport:section        published   GET  302  404  404 200   403  404  403 403  403 404   404
qualityreport:section        unknown     GET  404
qualityreport:figures        own         GET  302  200  404 200   200  404  200 404  404 404   404
qualityreport:figures        foreign     GET  302  404  404 404   404  404  404 404  404 404   404
qualityreport:figures        published   GET  302  404  404 200   200  404  200 403  403 404   404
qualityreport:figures        own         POST 405
qualityreport:findings       own         GET  302  200  404 200   200  404  200 404  404 404   404
qualityreport:findings       foreign     GET  302  404  404 404   404  404  404 404  404 404   404
qualityreport:findings       published   GET  302  404  404 200   200  404  200 403  403 404   404
qualityreport:findings       own         POST 405
qualityreport:hidden         own         GET  302  200  404 200   200  404  200 404  404 404   404
qualityreport:hidden         foreign     GET  302  404  404 404   404  404  404 404  404 404   404
qualityreport:hidden         published   GET  302  404  404 200   200  404  200 403  403 404   404
qualityreport:hidden         own         POST 405
qualityreport:standing_list  -           GET  302  403  403 200   403  403  403 403  403 403   403
qualityreport:standing_list  -           POST 405
qualityreport:standing_new   -           GET  302  403  403 200   403  403  403 403  403 403   403
qualityreport:standing_new   -           POST 302  403  403 422   403  403  403 403  403 403   403
qualityreport:standing_text  own         GET  302  404  403 200   403  404  403 404  404 404   404
qualityreport:standing_text  own         POST 302  404  403 422   403  404  403 404  404 404   404
qualityreport:standing_text  foreign     GET  302  404  404 404   404  404  404 404  404 404   403
qualityreport:standing_text  foreign     POST 302  404  404 404   404  404  404 404  404 404   403
qualityreport:standing_text  unknown     GET  404
qualityreport:preview        own         GET  302  200  404 200   200  404  200 404  404 404   404
qualityreport:preview        foreign     GET  302  404  404 404   404  404  404 404  404 404   404
qualityreport:preview        published   GET  302  404  404 200   200  404  200 403  403 404   404
qualityreport:preview        own         POST 405
qualityreport:build          own         GET  405
qualityreport:build          own         POST 302  403  404 302   403  404  403 404  404 404   404
qualityreport:build          foreign     POST 302  404  404 404   404  404  404 404  404 404   404
qualityreport:build          published   POST 302  404  404 302   403  404  403 403  403 404   404
qualityreport:version        own         GET  302  404  404 200   200  404  200 404  404 404   404
qualityreport:version        foreign     GET  302  404  404 404   404  404  404 404  404 404   404
qualityreport:version        published   GET  302  404  404 200   200  404  200 200  200 404   404
qualityreport:version        newer draft GET  302  404  404 200   200  404  200 404  404 404   404
qualityreport:version        own         POST 405
qualityreport:status         own         GET  302  404  404 200   200  404  200 404  404 404   404
qualityreport:status         foreign     GET  302  404  404 404   404  404  404 404  404 404   404
qualityreport:status         published   GET  302  404  404 200   200  404  200 200  200 404   404
qualityreport:status         own         POST 405
qualityreport:retry          own         GET  405
qualityreport:retry          own         POST 302  404  404 302   403  404  403 404  404 404   404
qualityreport:retry          foreign     POST 302  404  404 404   404  404  404 404  404 404   404
qualityreport:cancel         own         GET  405
qualityreport:cancel         own         POST 302  404  404 302   403  404  403 404  404 404   404
qualityreport:cancel         foreign     POST 302  404  404 404   404  404  404 404  404 404   404
qualityreport:download       own         GET  302  404  404 200   200  404  200 404  404 404   404
qualityreport:download       foreign     GET  302  404  404 404   404  404  404 404  404 404   404
qualityreport:download       published   GET  302  404  404 200   200  404  200 200  200 404   404
qualityreport:download       newer draft GET  302  404  404 200   200  404  200 404  404 404   404
qualityreport:download       own         POST 405
qualityreport:handled        -           GET  302  403  403 200   403  403  403 200  403 403   403
qualityreport:handled        -           POST 405
qualityreport:acknowledge    own         GET  405
qualityreport:acknowledge    own         POST 302  403  404 302   403  404  403 404  404 404   404
qualityreport:acknowledge    foreign     POST 302  404  404 404   404  404  404 404  404 404   404
qualityreport:purge          own         GET  302  403  404 200   403  404  403 404  404 404   404
qualityreport:purge          foreign     GET  302  404  404 404   404  404  404 404  404 404   404
qualityreport:purge          own         POST 302  403  404 302   403  404  403 404  404 404   404
qualityreport:package        draft       GET  302  404  404 403   403  404  403 404  404 404   404
qualityreport:package        attested    GET  302  404  404 200   403  404  403 200  404 404   404
qualityreport:package        published   GET  302  404  404 200   403  404  403 200  403 404   404
qualityreport:package        foreign     GET  302  404  404 404   404  404  404 404  404 404   404
qualityreport:package        attested    POST 405
qualityreport:send_to_attest draft       GET  405
qualityreport:send_to_attest draft       POST 302  404  404 302   403  404  403 404  404 404   404
qualityreport:send_to_attest foreign     POST 302  404  404 404   404  404  404 404  404 404   404
qualityreport:take_back      in review   GET  302  404  404 200   403  404  403 404  404 404   404
qualityreport:take_back      in review   POST 302  404  404 422   403  404  403 404  404 404   404
qualityreport:take_back      foreign     GET  302  404  404 404   404  404  404 404  404 404   404
qualityreport:attest         in review   GET  302  404  404 403   403  404  200 404  404 404   404
qualityreport:attest         in review   POST 302  404  404 403   403  404  422 404  404 404   404
qualityreport:attest         draft       GET  302  404  404 403   403  404  403 404  404 404   404
qualityreport:attest         foreign     GET  302  404  404 404   404  404  404 404  404 404   404
qualityreport:withdraw       own         GET  302  404  404 403   403  404  200 403  404 404   404
qualityreport:withdraw       own         POST 302  404  404 403   403  404  422 403  404 404   404
qualityreport:withdraw       foreign     GET  302  404  404 404   404  404  404 404  404 404   404
qualityreport:send           attested    GET  302  404  404 200   403  404  403 200  404 404   404
qualityreport:send           attested    POST 302  404  404 422   403  404  403 422  404 404   404
qualityreport:send           draft       GET  302  404  404 403   403  404  403 404  404 404   404
qualityreport:send           foreign     GET  302  404  404 404   404  404  404 404  404 404   404
qualityreport:decide         attested    GET  302  404  404 200   403  404  403 200  404 404   404
qualityreport:decide         attested    POST 302  404  404 422   403  404  403 422  404 404   404
qualityreport:decide         foreign     GET  302  404  404 404   404  404  404 404  404 404   404
qualityreport:publish        attested    GET  302  404  404 200   403  404  403 200  404 404   404
qualityreport:publish        attested    POST 302  404  404 422   403  404  403 422  404 404   404
qualityreport:publish        foreign     GET  302  404  404 404   404  404  404 404  404 404   404
qualityreport:add_measure    own         GET  302  404  404 200   403  404  403 200  403 404   404
qualityreport:add_measure    own         POST 302  404  404 422   403  404  403 422  403 404   404
qualityreport:add_measure    foreign     GET  302  404  404 404   404  404  404 404  404 404   404
qualityreport:unlink_measure own         GET  302  404  404 200   403  404  403 200  403 404   404
qualityreport:unlink_measure own         POST 302  404  404 302   403  404  403 302  403 404   404
qualityreport:unlink_measure foreign     GET  302  404  404 404   404  404  404 404  404 404   404
qualityreport:values         own         GET  302  200  404 200   200  404  200 404  404 404   404
qualityreport:values         foreign     GET  302  404  404 404   404  404  404 404  404 404   404
qualityreport:values         published   GET  302  404  404 200   200  404  200 403  403 404   404
qualityreport:values         own         POST 405
qualityreport:section_standing own       GET  302  403  404 200   403  404  403 404  404 404   404
qualityreport:section_standing monas     GET  302  200  404 200   403  404  403 404  404 404   404
qualityreport:section_standing foreign   GET  302  404  404 404   404  404  404 404  404 404   404
qualityreport:section_standing own       POST 405
qualityreport:section_data   own         GET  302  200  404 200   200  404  200 404  404 404   404
qualityreport:section_data   foreign     GET  302  404  404 404   404  404  404 404  404 404   404
qualityreport:section_data   own         POST 405
qualityreport:assign         own         GET  302  403  404 200   403  404  403 404  404 404   404
qualityreport:assign         own         POST 302  403  404 302   403  404  403 404  404 404   404
qualityreport:assign         foreign     GET  302  404  404 404   404  404  404 404  404 404   404
qualityreport:comments       own         GET  302  200  404 200   200  404  200 404  404 404   404
qualityreport:comments       foreign     GET  302  404  404 404   404  404  404 404  404 404   404
qualityreport:comments       published   GET  302  404  404 200   200  404  200 403  403 404   404
qualityreport:comments       own         POST 405
qualityreport:comment        own         GET  405
qualityreport:comment        own         POST 302  422  404 422   422  404  422 404  404 404   404
qualityreport:comment        foreign     POST 302  404  404 404   404  404  404 404  404 404   404
qualityreport:resolve_comment own        GET  405
qualityreport:resolve_comment own        POST 302  302  404 302   302  404  302 404  404 404   404
qualityreport:resolve_comment foreign    POST 302  404  404 404   404  404  404 404  404 404   404
qualityreport:compare        own         GET  302  200  404 200   200  404  200 404  404 404   404
qualityreport:compare        foreign     GET  302  404  404 404   404  404  404 404  404 404   404
qualityreport:compare        own         POST 405
qualityreport:gaps           own         GET  302  403  404 200   403  404  403 404  404 404   404
qualityreport:gaps           foreign     GET  302  404  404 404   404  404  404 404  404 404   404
qualityreport:contributions  own         GET  302  403  404 200   403  404  403 404  404 404   404
qualityreport:contributions  own         POST 302  403  404 422   403  404  403 404  404 404   404
qualityreport:contributions  foreign     GET  302  404  404 404   404  404  404 404  404 404   404
qualityreport:improvements   own         GET  302  403  404 200   403  404  403 404  404 404   404
qualityreport:improvements   foreign     GET  302  404  404 404   404  404  404 404  404 404   404
qualityreport:improvement_add own         GET  302  403  404 200   403  404  403 404  404 404   404
qualityreport:improvement_add own         POST 302  403  404 422   403  404  403 404  404 404   404
qualityreport:improvement_add foreign     GET  302  404  404 404   404  404  404 404  404 404   404
qualityreport:improvement    own         GET  302  403  404 200   403  404  403 404  404 404   404
qualityreport:improvement    own         POST 302  403  404 422   403  404  403 404  404 404   404
qualityreport:improvement    foreign     GET  302  404  404 404   404  404  404 404  404 404   404
qualityreport:improvement_remove own GET  302  403  404 200   403  404  403 404  404 404   404
qualityreport:improvement_remove own POST 302  403  404 302   403  404  403 404  404 404   404
qualityreport:improvement_remove foreign GET  302  404  404 404   404  404  404 404  404 404   404
qualityreport:improvement_answer own GET  302  403  404 200   403  404  403 404  404 404   404
qualityreport:improvement_answer own POST 302  403  404 422   403  404  403 404  404 404   404
qualityreport:improvement_answer foreign GET  302  404  404 404   404  404  404 404  404 404   404
qualityreport:meeting        own         GET  302  403  404 200   403  404  403 404  404 404   404
qualityreport:meeting        own         POST 302  403  404 302   403  404  403 404  404 404   404
qualityreport:meeting        foreign     GET  302  404  404 404   404  404  404 404  404 404   404
qualityreport:statement      own         GET  302  403  404 200   403  404  403 404  404 404   404
qualityreport:statement      own         POST 302  403  404 422   403  404  403 404  404 404   404
qualityreport:statement      foreign     GET  302  404  404 404   404  404  404 404  404 404   404
qualityreport:remove_statement own         GET  302  403  404 200   403  404  403 404  404 404   404
qualityreport:remove_statement own         POST 302  403  404 302   403  404  403 404  404 404   404
qualityreport:remove_statement foreign     GET  302  404  404 404   404  404  404 404  404 404   404
qualityreport:since          attested    GET  302  404  404 200   200  404  200 404  404 404   404
qualityreport:since          foreign     GET  302  404  404 404   404  404  404 404  404 404   404
qualityreport:since          own         GET  302  404  404 200   200  404  200 404  404 404   404
qualityreport:since          own         POST 405
qualityreport:remind         own         GET  405
qualityreport:remind         own         POST 302  403  404 302   403  404  403 404  404 404   404
qualityreport:remind         foreign     POST 302  404  404 404   404  404  404 404  404 404   404
qualityreport:next_year      own         GET  405
qualityreport:next_year      own         POST 302  403  404 302   403  404  403 404  404 404   404
qualityreport:next_year      foreign     POST 302  404  404 404   404  404  404 404  404 404   404
qualityreport:contribution   own         GET  302  404  200 200   404  404  404 404  404 404   404
qualityreport:contribution   own         POST 302  404  422 422   404  404  404 404  404 404   404
qualityreport:contribution   foreign     GET  302  404  404 404   404  404  404 404  404 404   200
qualityreport:return_contribution own    GET  302  404  403 200   404  404  404 404  404 404   404
qualityreport:return_contribution own    POST 302  404  403 422   404  404  404 404  404 404   404
qualityreport:return_contribution foreign GET 302  404  404 404   404  404  404 404  404 404   403
qualityreport:draw_in        own         GET  302  404  403 200   404  404  404 404  404 404   404
qualityreport:draw_in        own         POST 302  404  403 422   404  404  404 404  404 404   404
qualityreport:draw_in        foreign     GET  302  404  404 404   404  404  404 404  404 404   403
qualityreport:gaps           own         POST 405
qualityreport:improvements   own         POST 405
qualityreport:order_many     -           GET  302  403  403 200   403  403  403 403  403 403   403
qualityreport:order_many     -           POST 302  403  403 422   403  403  403 403  403 403   403
qualityreport:batch          own         GET  302  404  404 200   404  404  404 404  404 404   404
qualityreport:batch          foreign     GET  302  404  404 404   404  404  404 404  404 404   404
qualityreport:batch          own         POST 405
"""
