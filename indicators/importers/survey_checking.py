"""The surveys of a file against the register."""

from collections.abc import Sequence
from datetime import date

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.text import slugify

from imports import snapshots
from imports.importer import Actor, Outcome, Row
from imports.kinds import Place
from indicators.importers.survey_columns import OF_QUESTION, OF_SURVEY, REQUIRED_OF_NEW
from indicators.importers.survey_rows import AskedQuestion, HeldSurvey, grouped
from indicators.models import Survey
from indicators.querysets import EDITORS
from indicators.services.surveys import options_of
from lib.codes import CODE
from lib.numbers import format_integer
from organisation.access import access_of

FIRST_YEAR = 1990


def check(rows: Sequence[Row], actor: Actor) -> None:
    own = None if actor is None else access_of(actor).unit_ids(*EDITORS)
    surveys = grouped(rows)
    there = _there(surveys)
    for survey in surveys:
        head = survey.head
        survey.found = there.get((head["code"].casefold(), head["year"]))
        head.values["code"] = survey.found.code if survey.found else head["code"]
        _held(survey, own)
        for question in survey.questions.values():
            _asked(question, survey)
        _told(survey)


def _there(surveys: Sequence[HeldSurvey]) -> dict[tuple[str, int], Survey]:
    years = {survey.head["year"] for survey in surveys}
    found = Survey.objects.filter(year__in=years).prefetch_related("questions__options")
    return {(one.code.casefold(), one.year): one for one in found}


def _held(survey: HeldSurvey, own: frozenset[int] | None) -> None:
    head = survey.head
    try:
        CODE(head["code"])
    except ValidationError as error:
        head.refuse("code", str(error.messages[0]))
    if not FIRST_YEAR <= head["year"] <= timezone.localdate().year:
        head.refuse("year", f"Kontrollera året: {FIRST_YEAR} till i år.")
    else:
        _placed(survey, own)
    for key in REQUIRED_OF_NEW if survey.found is None else ():
        if head[key] in (None, ""):
            head.refuse(key, "Måste fyllas i för en ny undersökning.")
    distributed, answered = (_after(survey, key) for key in ("distributed", "answered"))
    if distributed is not None and answered is not None and answered > distributed:
        words = f"Besvarade kan inte vara fler än utdelade, {format_integer(distributed)}."
        head.refuse("answered", words)


def _after(survey: HeldSurvey, key: str) -> int | None:
    """What will stand when the file is in."""
    said: int | None = survey.head[key]
    return said if said is not None or survey.found is None else getattr(survey.found, key)


def _placed(survey: HeldSurvey, own: frozenset[int] | None) -> None:
    head, found = survey.head, survey.found
    if own is not None and found and found.unit_id not in own:
        head.refuse("code", "Koden används redan av en undersökning vid en annan enhet.")
    place: Place | None = head["unit"]
    if place is None:
        return
    first, last = date(head["year"], 1, 1), date(head["year"], 12, 31)
    unit = place.on(last, first)
    if unit is None:
        head.refuse("unit", f"{place.units[0]} fanns inte {head['year']}.")
    elif own is not None and unit.pk not in own:
        head.refuse("unit", f"Du lägger inte upp undersökningar för {unit}.")
    head.values["unit"] = unit


def _asked(question: AskedQuestion, survey: HeldSurvey) -> None:
    head = question.rows[0]
    if question.key != slugify(question.key):
        head.refuse("key", "Använd små bokstäver (a–z), siffror och bindestreck.")
    if survey.found:
        asked = (one for one in survey.found.questions.all() if one.key == question.key)
        question.found = next(asked, None)
    if question.found is None and not head["text"]:
        head.refuse("text", "Måste fyllas i för en ny fråga.")
    _answers(question)
    if not head.problems and not any(row.problems for row in question.rows):
        _summed(question, survey)


def _answers(question: AskedQuestion) -> None:
    first: dict[str, int] = {}
    for row in question.rows:
        option = row["option"]
        if option and row["count"] is None:
            row.refuse("count", "Skriv hur många som valde svaret.")
        elif not option and row["count"] is not None:
            row.refuse("option", "Skriv vilket svar antalet hör till.")
        elif option and first.setdefault(option.casefold(), row.number) != row.number:
            row.refuse("option", f"Samma svar står på rad {first[option.casefold()]}.")


def _summed(question: AskedQuestion, survey: HeldSurvey) -> None:
    head, options = question.rows[0], question.options
    total, answered = sum(count for _, count, _ in options), _after(survey, "answered")
    reported = head["reported_share"]
    source = survey.head["source"] or (survey.found.source if survey.found else "")
    if answered is not None and total > answered:
        words = f"Svaren är tillsammans {format_integer(total)}, men bara"
        head.refuse("count", f"{words} {format_integer(answered)} besvarade undersökningen.")
    elif options and reported is not None:
        head.refuse("reported_share", "Andelen räknas av svaren. Ta bort den, eller svaren.")
    elif options and not any(favourable for *_, favourable in options):
        head.refuse("is_favourable", "Skriv Ja för minst ett svar.")
    elif reported is not None and not source:
        head.refuse("reported_share", "Skriv också undersökningens källa.")


def _told(survey: HeldSurvey) -> None:
    """Each row by what it changes: of the survey its first, of a question its own."""
    for row in survey.rows:
        row.outcome = Outcome.KNOWN
        row.values["survey"] = survey
    survey.head.outcome = snapshots.compared(survey.head, survey.found, OF_SURVEY)
    for question in survey.questions.values():
        outcome = snapshots.compared(question.rows[0], question.found, OF_QUESTION)
        if outcome == Outcome.KNOWN and has_new_options(question):
            outcome = Outcome.CHANGED
        for row in question.rows:
            if row.outcome != Outcome.NEW:
                row.outcome = outcome if outcome != Outcome.KNOWN else row.outcome


def has_new_options(question: AskedQuestion) -> bool:
    """No answer in the file leaves those of the register alone."""
    options = question.options
    return bool(options) and (question.found is None or options_of(question.found) != options)
