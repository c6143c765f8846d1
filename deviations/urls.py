from django.urls import path, register_converter

from deviations.views import cases, lists, reporting, saved, steps, totals


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
    path("rapportera/<case:number>/klart/", reporting.receipt, name="receipt"),
    path("mina/", reporting.mine, name="mine"),
    path("<case:number>/", cases.detail, name="detail"),
    path("<case:number>/andra/", cases.edit, name="edit"),
    path("<case:number>/beslut/", steps.decide, name="decide"),
    path("<case:number>/utredare/", steps.assign, name="assign"),
    path("<case:number>/annullera/", steps.annul, name="annul"),
    path("<case:number>/aterkoppling/", steps.feedback, name="feedback"),
    path("<case:number>/avsluta/", steps.close, name="close"),
    path("<case:number>/atgard/", steps.measure, name="measure"),
]
