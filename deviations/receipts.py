"""A receipt: what happens now, who sees it and when the reporter hears, in plain words."""

from dataclasses import dataclass

from django.utils.formats import date_format

from deviations import clocks, triage
from deviations.models import Clock, Deviation, DeviationReport, Kind
from organisation.choices import holders_above
from organisation.models import Role

LEX_SARAH = (
    "En utredare som inte ansvarar för enheten tar reda på vad som hände och varför.",
    "Beslutsfattaren avgör om det var ett missförhållande, och hur allvarligt.",
)
OTHERS = (
    "Orsakerna utreds tillsammans med dem som vet.",
    "Åtgärder bestäms och det följs upp om de hjälpte.",
)
ELSEWHERE = (
    "Avvikelsen skickas till den som brast, och svaret följs upp.",
    "Det som rör vår egen del utreds här.",
)
COMPLAINT = (
    "Den som har lämnat hur hen nås får veta att synpunkten har kommit in.",
    "Den som vill ha svar får det. Svaret skrivs in i ärendet.",
)
FEEDBACK = (
    "Du får återkoppling när rapporten är bedömd och när den är avgjord. Den läser du under Mina "
    "rapporter. Där ser du också hela tiden hur långt det har kommit."
)
FEEDBACK_ON_COMPLAINT = "Hur det går ser du under Mina rapporter."
OWN_NAME = (
    "De som handlägger rapporten ser vem som har rapporterat. Rapporten kan begäras ut som allmän "
    "handling; då sekretessprövas den, men ditt namn är oftast inte hemligt."
)
RESTRICTED = (
    "Bara lex Sarah-ansvarig, beslutsfattaren för verksamheten och den som utses att utreda. "
    "Varje läsning loggas."
)
MANAGER_OUT = (
    "Enhetens chef ser inte rapporten. Chefen får veta att den finns, för att det som måste göras "
    "genast ska bli gjort."
)
MANAGER_IN = "Enhetens chef ser rapporten men beslutar inte om den."
UNIT = (
    "Enhetens chef, kvalitetssamordnaren, lex Sarah-ansvarig och beslutsfattaren för verksamheten. "
    "Kollegor ser den inte."
)


@dataclass(frozen=True)
class Receipt:
    number: str
    unit: str
    written_for: str
    call_now: bool
    next: tuple[str, ...]
    readers: tuple[str, ...]
    feedback: str
    ways: list[triage.Way]


def receipt(report: DeviationReport) -> Receipt:
    """Of what was sent: what an investigation has changed since is told nobody here."""
    case = report.deviation
    untouched = case.version == 1 and case.number == report.number_given
    return Receipt(
        number=report.number_given or case.number,
        unit=case.unit.name if untouched else "",
        written_for=report.reporter_name if report.reported_for_id else "",
        call_now=untouched and case.is_safe_now is False,
        next=(_first(case), *_then(case)),
        readers=(*_readers(case), *(() if case.is_complaint else (OWN_NAME,))),
        feedback=FEEDBACK_ON_COMPLAINT if case.is_complaint else FEEDBACK,
        ways=[] if case.is_complaint else triage.ways(triage.matching(report.text)),
    )


def _first(case: Deviation) -> str:
    if case.is_complaint:
        return "Chefen för enheten går igenom det som kom in."
    due = next(
        (one.due_on for one in clocks.deadlines(case) if one.clock == Clock.ASSESSMENT), None
    )
    when = f"senast den {date_format(due, 'j F')}" if due else "så snart det går"
    who = "Lex Sarah-ansvarig" if case.is_lex_sarah else "Chefen för enheten"
    return f"{who} ser till att det som måste göras genast blir gjort, och gör en bedömning {when}."


def _then(case: Deviation) -> tuple[str, ...]:
    if case.is_lex_sarah:
        return LEX_SARAH
    if case.is_complaint:
        return COMPLAINT
    return ELSEWHERE if case.kind in (Kind.PROVIDER, Kind.EXTERNAL) else OTHERS


def _readers(case: Deviation) -> tuple[str, ...]:
    if not case.restricted:
        return (UNIT,)
    return (RESTRICTED, MANAGER_IN if _manager_sees(case) else MANAGER_OUT)


def _manager_sees(case: Deviation) -> bool:
    """Asked of the register itself: true whatever rule the municipality has."""
    manager = holders_above([case.unit_id], (Role.MANAGER,)).first()
    seen = Deviation.objects.visible_to(manager).filter(pk=case.pk)
    return manager is not None and seen.exists()
