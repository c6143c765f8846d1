"""The transfer sheet: what IVO's form asks for, in its order, filled with what the case says.

Which fields there are is configuration with dates (TransferField); here each `source` has its name
in the settings and its value.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone
from django.utils.formats import date_format

from deviations.masking import Mask, mask_of
from deviations.models import Deviation, Information, TransferField
from deviations.package import names_above
from deviations.services.ivo import UNFINISHED
from organisation.models import Role, Unit
from organisation.nearest import holders_of


@dataclass(frozen=True)
class Field:
    number: int
    label: str
    value: str
    help_text: str
    by_hand: bool


@dataclass(frozen=True)
class Section:
    title: str
    fields: list[Field]


def sheet(case: Deviation) -> list[Section]:
    """The fields of the form in use on the day of the notification, or today."""
    row = getattr(case, "ivo", None)
    day = row.notified_on if row and row.notified_on else timezone.localdate()
    values = _values(case, mask_of(case))
    sections: list[Section] = []
    for number, field in enumerate(TransferField.objects.valid_on(day), start=1):
        if not sections or sections[-1].title != field.section:
            sections.append(Section(field.section, []))
        known = values.get(field.source)
        value = known() if known else ""
        shown = Field(number, field.label, value, field.help_text, by_hand=known is None)
        sections[-1].fields.append(shown)
    return sections


# What the settings offer a field to be filled with.
SOURCES = {
    "board": "Nämndens namn",
    "municipality": "Kommunens namn",
    "contact": "Lex Sarah-ansvarig: namn, titel och e-post",
    "diary_number": "Diarienummer, annars ärendenummer",
    "unit": "Enhetens namn",
    "operation": "Regiform",
    "act": "Lag (SoL eller LSS)",
    "grade": "Missförhållande eller påtaglig risk",
    "type": "Typ av händelse",
    "description": "Vad som hände, utan namn och nummer",
    "occurred": "När det inträffade",
    "received": "När rapporten kom in",
    "notified": "När anmälan görs",
    "affected": "Antal, kön och ålder",
    "consequences": "Konsekvenser, utan namn och nummer",
    "own_view": "Vad barnet eller den enskilde säger",
    "causes": "Bakomliggande orsaker",
    "immediate": "Omedelbara åtgärder",
    "measures": "Planerade åtgärder",
    "informed": "Om den enskilde är informerad",
    "police": "Om polisanmälan är gjord",
    "finished": "Om utredningen är klar, annars när den ska vara det",
    "ivo_diary_number": "IVO:s diarienummer",
}


def _values(case: Deviation, mask: Mask) -> Mapping[str, Callable[[], str]]:
    names = names_above(case.unit)
    return {
        "board": lambda: names.get(Unit.Level.BOARD, ""),
        "municipality": lambda: names.get(Unit.Level.MUNICIPALITY, ""),
        "contact": lambda: _contact(case),
        "diary_number": lambda: case.diary_number or case.number,
        "unit": lambda: case.unit.name,
        "operation": case.unit.get_operation_display,
        "act": case.get_act_display,
        "grade": case.get_severity_display,
        "type": lambda: _type(case),
        "description": lambda: mask(case.description),
        "occurred": lambda: _period(case),
        "received": lambda: _day(case.received_on),
        "notified": lambda: _notified(case),
        "affected": lambda: _affected(case),
        "consequences": lambda: mask(_consequences(case)),
        "own_view": lambda: mask(case.own_view or case.own_view_missing_reason),
        "causes": lambda: ", ".join(str(cause) for cause in case.causes.all()),
        "immediate": lambda: mask("\n".join(_immediate(case))),
        "measures": lambda: mask("\n".join(_measures(case))),
        "informed": lambda: _informed(case),
        "police": lambda: _told_to(case, Information.Receiver.POLICE),
        "finished": lambda: _finished(case),
        "ivo_diary_number": lambda: case.ivo.ivo_diary_number if hasattr(case, "ivo") else "",
    }


def _contact(case: Deviation) -> str:
    people = holders_of([case.unit_id], (Role.LEX_SARAH,)).nearest(case.unit_id, Role.LEX_SARAH)
    told = (", ".join(filter(None, (str(one), one.title, one.email))) for one in people)
    return "\n".join(told)


def _type(case: Deviation) -> str:
    parent = case.type.parent if case.type else None
    return ": ".join(str(part) for part in (parent, case.type) if part)


def _notified(case: Deviation) -> str:
    row = getattr(case, "ivo", None)
    return _day(row.notified_on if row and row.notified_on else timezone.localdate())


def _affected(case: Deviation) -> str:
    number = case.affected_count
    count = "" if number is None else f"{number} berörd" if number == 1 else f"{number} berörda"
    sex = case.get_sex_display().lower()
    return ", ".join(filter(None, (count, sex, case.get_age_band_display())))


def _consequences(case: Deviation) -> str:
    actual, possible = (
        case.get_consequence_actual_display(),
        case.get_consequence_possible_display(),
    )
    told = (
        f"Faktisk konsekvens: {actual.lower()}." if actual else "",
        f"Möjlig konsekvens: {possible.lower()}." if possible else "",
        case.consequence_text,
    )
    return "\n".join(filter(None, told))


def _immediate(case: Deviation) -> Iterator[str]:
    if case.immediate_measures:
        when = _moment(case.immediate_measures_at)
        yield f"{when}: {case.immediate_measures}" if when else case.immediate_measures
    for row in case.immediate.all():
        yield f"{_moment(row.taken_at)}: {row.text}"


def _measures(case: Deviation) -> Iterator[str]:
    for measure in case.measures.all():
        due = f", klar {_day(measure.due_on)}" if measure.due_on else ""
        yield f"{measure.title} ({measure.get_status_display().lower()}{due})"


def _informed(case: Deviation) -> str:
    told = ((one.label, _told_to(case, one)) for one in Information.FOR_THE_PERSON)
    return "\n".join(f"{label}: {said}" for label, said in told if said) or "Nej"


def _told_to(case: Deviation, receiver: Information.Receiver) -> str:
    """The latest that is noted."""
    rows = case.information.filter(receiver=receiver, act=Information.Act.INFORMED)
    last = rows.order_by("pk").last()
    if last is None:
        return "Nej" if receiver == Information.Receiver.POLICE else ""
    return f"Ja, {_day(last.informed_on)}" if last.informed_on else f"Nej. {last.reason_not}"


def _finished(case: Deviation) -> str:
    if case.status not in UNFINISHED:
        return "Ja"
    row = getattr(case, "ivo", None)
    due = (row.extended_to or row.completion_due_on) if row else None
    return f"Nej, skickas senast {_day(due)}" if due else "Nej"


def _day(day: date | None) -> str:
    """As the e-service wants a date."""
    return day.isoformat() if day else ""


def _moment(moment: datetime | None) -> str:
    return date_format(timezone.localtime(moment), "Y-m-d H:i") if moment else ""


def _period(case: Deviation) -> str:
    last = case.occurred_until if case.occurred_until != case.occurred_on else None
    return " – ".join(filter(None, (_day(case.occurred_on), _day(last))))
