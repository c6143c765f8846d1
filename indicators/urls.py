from django.urls import path, register_converter

from indicators.views import (
    collection,
    definitions,
    grid,
    kolada,
    lists,
    missing,
    outcomes,
    series,
    surveys,
)
from lib.codes import CodeConverter

register_converter(CodeConverter, "indicator_code")

app_name = "indicators"
CODED = "<indicator_code:code>/"
KOLADA = f"{CODED}kolada/"
SURVEYS = "undersokningar/"
SURVEY = f"{SURVEYS}<int:survey>/"
urlpatterns = [
    path("", lists.indicator_list, name="list"),
    path("excel/", lists.export, name="export"),
    path("ny/", definitions.create, name="create"),
    path("inmatning/", grid.grid, name="grid"),
    path("inmatning/saknas/", missing.page, name="missing"),
    path("inmatning/paminn/", missing.remind, name="remind"),
    path("perioder/", collection.locks, name="locks"),
    path("perioder/las/", collection.lock, name="lock"),
    path("perioder/<int:pk>/oppna/", collection.unlock, name="unlock"),
    path(SURVEYS, surveys.survey_list, name="surveys"),
    path(f"{SURVEYS}excel/", surveys.export, name="survey_export"),
    path(f"{SURVEYS}ny/", surveys.create, name="survey_create"),
    path(SURVEY, surveys.detail, name="survey"),
    path(f"{SURVEY}andra/", surveys.edit, name="survey_edit"),
    path(f"{SURVEY}excel/", surveys.export_answers, name="survey_answers"),
    path(f"{SURVEY}grupper/", surveys.groups, name="survey_groups"),
    path(f"{SURVEY}fragor/ny/", surveys.add_question, name="question_add"),
    path(f"{SURVEY}fragor/<int:pk>/", surveys.edit_question, name="question"),
    path(f"{SURVEY}fragor/<int:pk>/ta-bort/", surveys.remove_question, name="question_remove"),
    path(CODED, series.detail, name="detail"),
    path(f"{CODED}andra/", definitions.edit, name="edit"),
    path(f"{CODED}mal/ny/", definitions.add_target, name="target_add"),
    path(f"{CODED}mal/<int:pk>/", definitions.edit_target, name="target"),
    path(f"{CODED}mal/<int:pk>/ta-bort/", definitions.remove_target, name="target_remove"),
    path(f"{CODED}jamforelse/ny/", definitions.add_comparison, name="comparison_add"),
    path(f"{CODED}jamforelse/<int:pk>/", definitions.edit_comparison, name="comparison"),
    path(
        f"{CODED}jamforelse/<int:pk>/ta-bort/",
        definitions.remove_comparison,
        name="comparison_remove",
    ),
    path(f"{CODED}definition/ny/", collection.add_break, name="break_add"),
    path(f"{CODED}definition/<int:pk>/ta-bort/", collection.remove_break, name="break_remove"),
    path(f"{CODED}insamling/", collection.plan, name="plan"),
    path(f"{CODED}insamling/<int:pk>/ta-bort/", collection.unplan, name="plan_remove"),
    path(f"{CODED}utfall/ny/", outcomes.record, name="record"),
    path(f"{CODED}utfall/<int:pk>/", outcomes.edit, name="outcome"),
    path(f"{CODED}utfall/<int:pk>/ta-bort/", outcomes.remove, name="outcome_remove"),
    path(KOLADA, kolada.page, name="kolada"),
    path(f"{KOLADA}koppla/", kolada.link, name="kolada_link"),
    path(f"{KOLADA}sluta/", kolada.unlink, name="kolada_unlink"),
    path(f"{KOLADA}omraden/", kolada.follow, name="kolada_follow"),
    path(f"{KOLADA}omraden/<int:pk>/ta-bort/", kolada.leave, name="kolada_leave"),
    path(f"{KOLADA}hamta/", kolada.fetch, name="kolada_fetch"),
]
