from django.urls import path, register_converter

from deviations.views import cases, complaints, drafts, lists, reporting, steps


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
    path("rapportera/", reporting.report, name="report"),
    path("rapportera/synpunkt/", reporting.complaint, name="complaint"),
    path("rapportera/utkast/", drafts.save, name="save_draft"),
    path("rapportera/utkast/<uuid:token>/", drafts.take_up, name="draft"),
    path("rapportera/utkast/<uuid:token>/ta-bort/", drafts.discard, name="discard_draft"),
    path("rapportera/<case:number>/klart/", reporting.receipt, name="receipt"),
    path("mina/", reporting.mine, name="mine"),
    path("<case:number>/", cases.detail, name="detail"),
    path("<case:number>/andra/", cases.edit, name="edit"),
    path("<case:number>/svar/", complaints.answer, name="answer"),
    path("<case:number>/svar/bekrafta/", complaints.confirm, name="confirm"),
    path("<case:number>/svar/overklagande/", complaints.appeal, name="appeal"),
    path("<case:number>/svar/avvikelse/", complaints.becomes, name="becomes"),
    path("<case:number>/beslut/", steps.decide, name="decide"),
    path("<case:number>/utredare/", steps.assign, name="assign"),
    path("<case:number>/annullera/", steps.annul, name="annul"),
    path("<case:number>/aterkoppling/", steps.feedback, name="feedback"),
    path("<case:number>/avsluta/", steps.close, name="close"),
    path("<case:number>/atgard/", steps.measure, name="measure"),
]
