from django.urls import include, path

from qualityreport.views import checks, decisions, reports, sections, standing, versions

app_name = "qualityreport"

OF_A_VERSION = [
    path("", versions.version, name="version"),
    path("lage/", versions.status, name="status"),
    path("forsok-igen/", versions.retry, name="retry"),
    path("avbryt/", versions.cancel, name="cancel"),
    path("fil/<slug:format>/", versions.download, name="download"),
    path("paket/", versions.board_package, name="package"),
    path("till-attest/", decisions.send_to_attest, name="send_to_attest"),
    path("ta-tillbaka/", decisions.take_back, name="take_back"),
    path("attestera/", decisions.attest, name="attest"),
    path("attest/<int:attest>/ta-tillbaka/", decisions.withdraw, name="withdraw"),
    path("expediera/", decisions.send, name="send"),
    path("beslut/", decisions.decide, name="decide"),
    path("publicera/", decisions.publish, name="publish"),
    path("beslut/<int:decision>/atgard/", decisions.add_measure, name="add_measure"),
    path(
        "beslut/<int:decision>/atgard/<int:measure>/koppla-bort/",
        decisions.unlink_measure,
        name="unlink_measure",
    ),
]
OF_A_SECTION = [
    path("", sections.section, name="section"),
    path("lage/", sections.standing, name="section_standing"),
    path("underlag/", sections.block_data, name="section_data"),
    path("ansvar/", sections.assign, name="assign"),
    path("kommentarer/", sections.comments, name="comments"),
    path("kommentarer/ny/", sections.comment, name="comment"),
    path("kommentarer/<int:comment>/lost/", sections.resolve_comment, name="resolve_comment"),
]
urlpatterns = [
    path("", reports.report_list, name="list"),
    path("ny/", reports.create, name="create"),
    path("handlingar/", versions.handled_list, name="handled"),
    path("staende-texter/", standing.standing_list, name="standing_list"),
    path("staende-texter/ny/", standing.standing_new, name="standing_new"),
    path("staende-texter/<int:pk>/", standing.standing_text, name="standing_text"),
    path("<int:pk>/", reports.detail, name="detail"),
    path("<int:pk>/avsnitt/<slug:key>/", include(OF_A_SECTION)),
    path("<int:pk>/siffror/varden/", sections.values, name="values"),
    path("<int:pk>/siffror/", reports.figures, name="figures"),
    path("<int:pk>/kontroller/", checks.findings, name="findings"),
    path("<int:pk>/kvittera/", checks.acknowledge, name="acknowledge"),
    path("<int:pk>/dolda-uppgifter/", reports.hidden_figures, name="hidden"),
    path("<int:pk>/forhandsgranska/", reports.whole_preview, name="preview"),
    path("<int:pk>/bygg/", versions.build, name="build"),
    path("<int:pk>/rensa/", versions.purge, name="purge"),
    path("<int:pk>/version/<int:number>/", include(OF_A_VERSION)),
]
