from django.urls import include, path

from qualityreport.views import (
    batches,
    checks,
    contributions,
    decisions,
    planning,
    reports,
    sections,
    standing,
    statements,
    versions,
)

app_name = "qualityreport"

OF_A_VERSION = [
    path("", versions.version, name="version"),
    path("lage/", versions.status, name="status"),
    path("forsok-igen/", versions.retry, name="retry"),
    path("avbryt/", versions.cancel, name="cancel"),
    path("fil/<slug:format>/", versions.download, name="download"),
    path("andrat-sedan/", versions.since, name="since"),
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
OF_CONTRIBUTIONS = [
    path("", contributions.contributions, name="contributions"),
    path("paminn/", contributions.remind, name="remind"),
    path("<int:contribution>/", contributions.contribution, name="contribution"),
    path(
        "<int:contribution>/komplettera/",
        contributions.return_contribution,
        name="return_contribution",
    ),
    path("<int:contribution>/hamta/", contributions.draw_in, name="draw_in"),
]
OF_IMPROVEMENTS = [
    path("", planning.improvement_list, name="improvements"),
    path("nytt/", planning.improvement_add, name="improvement_add"),
    path("<int:row>/", planning.improvement, name="improvement"),
    path("<int:row>/ta-bort/", planning.improvement_remove, name="improvement_remove"),
    path("<int:row>/svara/", planning.improvement_answer, name="improvement_answer"),
]
urlpatterns = [
    path("", reports.report_list, name="list"),
    path("ny/", reports.create, name="create"),
    path("manga/", batches.order_many, name="order_many"),
    path("manga/<int:pk>/", batches.batch, name="batch"),
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
    path("<int:pk>/jamfor/", versions.compare, name="compare"),
    path("<int:pk>/luckor/", contributions.gaps, name="gaps"),
    path("<int:pk>/underlag/", include(OF_CONTRIBUTIONS)),
    path("<int:pk>/forbattringar/", include(OF_IMPROVEMENTS)),
    path("<int:pk>/sammantrade/", planning.meeting, name="meeting"),
    path("<int:pk>/nasta-ar/", planning.next_year, name="next_year"),
    path("<int:pk>/tjansteutlatande/", statements.statement, name="statement"),
    path(
        "<int:pk>/tjansteutlatande/ta-bort/", statements.remove_statement, name="remove_statement"
    ),
    path("<int:pk>/rensa/", versions.purge, name="purge"),
    path("<int:pk>/version/<int:number>/", include(OF_A_VERSION)),
]
