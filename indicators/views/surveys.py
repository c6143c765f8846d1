"""Brukarundersökningar: the list, one survey with its questions, and entering them."""

from collections.abc import Iterator

from django.core.paginator import Paginator
from django.db.models import prefetch_related_objects
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from audit import services as audit
from indicators import services
from indicators.forms import QuestionForm, SurveyForm, SurveyGroupsForm
from indicators.models import Question, Survey
from indicators.querysets import EDITORS, READERS
from indicators.survey_pages import (
    SurveyListing,
    SurveyPage,
    answer_cells,
    is_small,
    rate_of,
    rules_of,
)
from indicators.views.scope import may_change_survey, survey_to_change, visible_survey
from lib.listing import address, numbered
from lib.spreadsheet import Column, Value, download
from organisation.access import access_of
from organisation.screens import Screen, answered, confirmed, nothing_new
from organisation.views import person, role_required

PAGE_SIZE = 50
COLUMNS = (
    Column("Kod", 14),
    Column("Undersökning", 40),
    Column("Vilka som tillfrågades", 40),
    Column("Enhet", 28),
    Column("År", 8),
    Column("Utdelade", 10),
    Column("Besvarade", 10),
    Column("Svarsfrekvens (%)", 12),
    Column("För få svar för rapporter", 16),
)
ANSWER_COLUMNS = (
    Column("Fråga", 50),
    Column("Svar", 30),
    Column("Räknas in i andelen", 12),
    Column("Grupp", 24),
    Column("Antal", 10),
)


@require_GET
@role_required(*READERS)
def survey_list(request: HttpRequest) -> HttpResponse:
    user = person(request)
    listing = SurveyListing(user, request.GET)
    page = Paginator(listing.surveys, PAGE_SIZE).get_page(request.GET.get("sida"))
    context = {
        "rows": listing.rows(page.object_list),
        **numbered(page, request.GET),
        "filter_form": listing.form,
        "filtered": listing.filtered,
        "export_query": address(request.GET),
        "may_enter": access_of(user).has(*EDITORS),
    }
    return render(request, "indicators/surveys.html", context)


@require_GET
@role_required(*READERS)
def export(request: HttpRequest) -> HttpResponse:
    """Every survey of the list as it is narrowed: who answered, and no answers."""
    listing = SurveyListing(person(request), request.GET)
    surveys = list(listing.surveys)
    audit.record_export(actor=person(request), model=Survey, count=len(surveys))
    return download("Brukarundersökningar", COLUMNS, _cells(listing, surveys))


def _cells(listing: SurveyListing, surveys: list[Survey]) -> Iterator[tuple[Value, ...]]:
    rules = rules_of({survey.unit_id for survey in surveys})
    for survey in surveys:
        yield (
            survey.code,
            survey.name,
            survey.respondents,
            listing.units[survey.unit_id],
            survey.year,
            survey.distributed,
            survey.answered,
            rate_of(survey),
            "Ja" if is_small(survey, rules[survey.unit_id]) else None,
        )


@require_GET
def detail(request: HttpRequest, survey: int) -> HttpResponse:
    user = person(request)
    found = visible_survey(user, survey)
    prefetch_related_objects([found], "questions__options__counts", "groups")
    may_change = may_change_survey(user, found)
    page = SurveyPage(found)
    context = {
        "survey": found,
        "rate": page.rate,
        "is_small": page.is_small,
        "rows": page.rows(may_change),
        "chart": page.chart(),
        "groups": page.groups(),
        "group_names": page.group_names,
        "group_rows": page.group_rows(),
        "changes": page.changes(),
        "may_change": may_change,
    }
    return render(request, "indicators/survey.html", context)


@require_GET
def export_answers(request: HttpRequest, survey: int) -> HttpResponse:
    """Every answer counted, for all and for each group, as it stands on the page."""
    found = visible_survey(person(request), survey)
    prefetch_related_objects([found], "questions__options__counts__group")
    rows = list(answer_cells(found))
    audit.record_export(actor=person(request), model=Survey, count=len(rows))
    return download(f"{found.code} {found.year}", ANSWER_COLUMNS, rows)


@require_http_methods(["GET", "POST"])
def groups(request: HttpRequest, survey: int) -> HttpResponse:
    user = person(request)
    found = survey_to_change(user, survey)
    screen = _screen(found, "Svarsgrupper")
    form = SurveyGroupsForm(request.POST or None, instance=found)
    if nothing_new(request, form):
        return redirect(screen.back_url)
    return answered(
        request,
        form,
        screen,
        save=lambda: services.set_groups(
            actor=user,
            survey_id=found.pk,
            version=form.cleaned_data["version"],
            groups=form.groups,
        ),
        message="Svarsgrupperna är sparade. Ange svaren per grupp på varje fråga.",
    )


@require_http_methods(["GET", "POST"])
@role_required(*EDITORS)
def create(request: HttpRequest) -> HttpResponse:
    user = person(request)
    home = reverse("indicators:surveys")
    screen = Screen(
        title="Ny brukarundersökning",
        over="",
        lead="Frågorna läggs till en i taget när undersökningen är sparad.",
        back_url=home,
        crumbs=(("Indikatorer", reverse("indicators:list")), ("Brukarundersökningar", home)),
    )
    form = SurveyForm(request.POST or None, instance=Survey(), editor=user)
    return answered(
        request,
        form,
        screen,
        save=lambda: services.create_survey(actor=user, **form.values),
        message="Undersökningen är sparad. Lägg till frågorna här.",
        page_of=_page_of,
    )


@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, survey: int) -> HttpResponse:
    user = person(request)
    found = survey_to_change(user, survey)
    screen = _screen(found, "Ändra undersökningen")
    form = SurveyForm(request.POST or None, instance=found, editor=user)
    if nothing_new(request, form):
        return redirect(screen.back_url)
    return answered(
        request,
        form,
        screen,
        save=lambda: services.update_survey(
            actor=user,
            survey_id=found.pk,
            version=form.cleaned_data["version"],
            changes=form.changes,
        ),
        message="Undersökningen är sparad.",
    )


@require_http_methods(["GET", "POST"])
def add_question(request: HttpRequest, survey: int) -> HttpResponse:
    user = person(request)
    found = survey_to_change(user, survey)
    form = QuestionForm(request.POST or None, instance=Question(survey=found))
    return answered(
        request,
        form,
        _screen(found, "Ny fråga"),
        save=lambda: services.add_question(actor=user, survey=found, **form.content, **form.values),
        message="Frågan är sparad.",
    )


@require_http_methods(["GET", "POST"])
def edit_question(request: HttpRequest, survey: int, pk: int) -> HttpResponse:
    user = person(request)
    found = survey_to_change(user, survey)
    question = _question(found, pk)
    remove_url = reverse("indicators:question_remove", args=[found.pk, pk])
    screen = _screen(found, "Ändra frågan", remove_url)
    form = QuestionForm(request.POST or None, instance=question)
    if nothing_new(request, form):
        return redirect(screen.back_url)
    return answered(
        request,
        form,
        screen,
        save=lambda: services.change_question(
            actor=user,
            question_id=question.pk,
            version=form.cleaned_data["version"],
            changes=form.changes,
            **form.content,
        ),
        message="Frågan är sparad.",
    )


@require_http_methods(["GET", "POST"])
def remove_question(request: HttpRequest, survey: int, pk: int) -> HttpResponse:
    user = person(request)
    found = survey_to_change(user, survey)
    question = _question(found, pk)
    return confirmed(
        request,
        _screen(found, f"Ta bort frågan ”{question}”?"),
        remove=lambda: services.remove_question(actor=user, question=question),
        message="Frågan är borttagen.",
    )


def _question(survey: Survey, pk: int) -> Question:
    question = survey.questions.filter(pk=pk).select_related("survey__unit").first()
    if question is None:
        raise Http404
    return question


def _page_of(survey: Survey) -> str:
    return reverse("indicators:survey", args=[survey.pk])


def _screen(survey: Survey, title: str, remove_url: str = "") -> Screen:
    home, url = reverse("indicators:surveys"), _page_of(survey)
    return Screen(
        title=title,
        over=str(survey),
        back_url=url,
        crumbs=(
            ("Indikatorer", reverse("indicators:list")),
            ("Brukarundersökningar", home),
            (survey.name, url),
        ),
        remove_url=remove_url,
    )
