from django.urls import path, register_converter

from deviations.views import (
    attachments,
    cases,
    complaints,
    drafts,
    identity,
    investigation,
    ivo,
    lists,
    notes,
    reporting,
    saved,
    slip,
    steps,
    totals,
)


class CaseNumber:
    regex = "[A-Z]{2,4}-[0-9]{4}-[0-9]{4,9}"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


register_converter(CaseNumber, "case")

app_name = "deviations"
urlpatterns = [
    path("", lists.case_list, name="list"),
    path("excel/", lists.export, name="export"),
    path("urval/", saved.filters, name="filters"),
    path("urval/nytt/", saved.filter_new, name="filter_new"),
    path("urval/<int:pk>/", saved.filter_edit, name="filter_edit"),
    path("urval/<int:pk>/ta-bort/", saved.filter_remove, name="filter_remove"),
    path("tidigare-ar/", totals.totals, name="totals"),
    path("tidigare-ar/ny/", totals.total_add, name="total_add"),
    path("tidigare-ar/<int:pk>/", totals.total_edit, name="total_edit"),
    path("tidigare-ar/<int:pk>/ta-bort/", totals.total_remove, name="total_remove"),
    path("tidigare-ar/<int:year>/forsegla/", totals.seal, name="seal"),
    path("rapportera/", reporting.report, name="report"),
    path("rapportera/synpunkt/", reporting.complaint, name="complaint"),
    path("rapportera/utkast/", drafts.save, name="save_draft"),
    path("rapportera/utkast/<uuid:token>/", drafts.take_up, name="draft"),
    path("rapportera/utkast/<uuid:token>/ta-bort/", drafts.discard, name="discard_draft"),
    path("rapportera/<case:number>/klart/", reporting.receipt, name="receipt"),
    path("mina/", reporting.mine, name="mine"),
    path("<case:number>/", cases.detail, name="detail"),
    path("<case:number>/andra/", cases.edit, name="edit"),
    path("<case:number>/mottagning/", steps.taking("receive"), name="receive"),
    path("<case:number>/bedomning/", steps.taking("assess"), name="assess"),
    path("<case:number>/utredare/", steps.taking("assign"), name="assign"),
    path("<case:number>/klar/", steps.taking("ready"), name="ready"),
    path("<case:number>/lasupp/", steps.taking("unlock"), name="unlock"),
    path("<case:number>/beslut/", steps.taking("decide"), name="decide"),
    path("<case:number>/misstanke/", steps.taking("suspect"), name="suspect"),
    path("<case:number>/information/", steps.taking("inform"), name="inform"),
    path("<case:number>/genast/", steps.taking("immediate"), name="immediate"),
    path("<case:number>/aterkoppling/", steps.taking("feedback"), name="feedback"),
    path("<case:number>/effekt/", steps.taking("effect"), name="effect"),
    path("<case:number>/avsluta/", steps.taking("close"), name="close"),
    path("<case:number>/overlamna/", steps.taking("hand_over"), name="hand_over"),
    path("<case:number>/samma-handelse/", steps.taking("join"), name="join"),
    path("<case:number>/annullera/", steps.taking("annul"), name="annul"),
    path("<case:number>/chefens-lapp/", steps.taking("instruct"), name="instruct"),
    path("<case:number>/lasratt/", steps.taking("grant"), name="grant"),
    path("<case:number>/lasratt/bort/", steps.taking("revoke"), name="revoke"),
    path("<case:number>/svar/", complaints.answer, name="answer"),
    path("<case:number>/svar/bekrafta/", complaints.confirm, name="confirm"),
    path("<case:number>/svar/overklagande/", complaints.appeal, name="appeal"),
    path("<case:number>/svar/avvikelse/", complaints.becomes, name="becomes"),
    path("<case:number>/atgard/", steps.measure, name="measure"),
    path("<case:number>/utredning/", investigation.investigation, name="investigation"),
    path("<case:number>/utredning/svar/", investigation.answers, name="answers"),
    path("<case:number>/utredning/anteckning/", notes.add, name="note_add"),
    path("<case:number>/utredning/anteckning/<int:pk>/", notes.change, name="note"),
    path("<case:number>/utredning/anteckning/<int:pk>/ratta/", notes.correct, name="note_correct"),
    path("<case:number>/utredning/anteckning/<int:pk>/signera/", notes.sign, name="note_sign"),
    path("<case:number>/utredning/anteckning/<int:pk>/ta-bort/", notes.remove, name="note_remove"),
    path("<case:number>/identitet/", identity.identity, name="identity"),
    path("<case:number>/identitet/oppna/", identity.open_identity, name="identity_open"),
    path("<case:number>/identitet/spara/", identity.keep_identity, name="identity_keep"),
    path("<case:number>/bilagor/", attachments.attachments, name="attachments"),
    path("<case:number>/bilagor/<int:pk>/", attachments.download, name="attachment"),
    path("<case:number>/bilagor/<int:pk>/ta-bort/", attachments.remove, name="attachment_remove"),
    path("<case:number>/lapp/", slip.slip, name="slip"),
    path("<case:number>/ivo/", ivo.page, name="ivo"),
    path("<case:number>/ivo/notera/<slug:act>/", ivo.step, name="ivo_step"),
    path("<case:number>/ivo/overforing/", ivo.transfer, name="transfer"),
    path("<case:number>/ivo/paket/", ivo.package_create, name="package_create"),
    path("<case:number>/ivo/paket/<int:pk>/", ivo.package, name="package"),
    path("<case:number>/ivo/paket/<int:pk>/lage/", ivo.package_status, name="package_status"),
    path("<case:number>/ivo/paket/<int:pk>/igen/", ivo.package_retry, name="package_retry"),
    path("<case:number>/ivo/paket/<int:pk>/hamta/", ivo.package_download, name="package_download"),
]
