"""A lex Sarah case as one document, in the order of SOSFS 2011:5, 5 kap.

Plain words in plain rows: what is put together here is what is printed, and nothing else. Who the
person concerned is, is never part of it: the encrypted register is opened by a person with a
reason, not by a build.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone
from django.utils.formats import date_format

from deviations.masking import Mask, mask_of, whole
from deviations.models import Assessment, CasePackage, Deviation, InvestigationNote
from deviations.models.choices import SERIOUS
from lib.numbers import NOT_SET
from organisation.models import LegalReference, Unit, UnitClosure
from organisation.policies import citation

YES_NO = {True: "Ja", False: "Nej", None: "Inte bedömt"}
NOTHING = "Inget har noterats."
MASKED = (
    "Kopian är avidentifierad. Namnet på den som har rapporterat och på chefer för enheten är "
    "ersatta, liksom personnummer, telefonnummer och e-postadresser i löpande text. Namn och titel "
    "på den som har utrett, noterat och beslutat står kvar (SOSFS 2011:5, 5 kap.). Vem den "
    "enskilde är ingår inte."
)
WHOLE = (
    "Kopian är fullständig: namnet på den som har rapporterat och uppgifter i löpande text är inte "
    "ersatta. Vem den enskilde är ingår ändå inte, utan förvaras krypterat och lämnas särskilt."
)


@dataclass(frozen=True)
class Row:
    label: str
    value: str


@dataclass(frozen=True)
class Entry:
    """Something noted: when and what about, by whom, and passages with their kind."""

    title: str
    by: str
    passages: Sequence[Row]


@dataclass(frozen=True)
class Section:
    title: str
    rows: Sequence[Row] = ()
    texts: Sequence[Row] = ()
    entries: Sequence[Entry] = ()

    @property
    def is_empty(self) -> bool:
        return not (self.rows or self.texts or self.entries)


@dataclass(frozen=True)
class Document:
    number: str
    municipality: str
    board: str
    copy: str
    about: str
    created: str
    created_text: str
    facts: Sequence[Row]
    sections: Sequence[Section]


def document_of(package: CasePackage, at: datetime) -> Document:
    case = package.deviation
    mask = mask_of(case) if package.redacted else whole
    names = names_above(case.unit)
    return Document(
        number=case.number,
        municipality=names.get(Unit.Level.MUNICIPALITY, ""),
        board=names.get(Unit.Level.BOARD, ""),
        copy="Avidentifierad kopia" if package.redacted else "Fullständig kopia",
        about=MASKED if package.redacted else WHOLE,
        created=timezone.localtime(at).isoformat(timespec="seconds"),
        created_text=_moment(at),
        facts=list(_facts(case)),
        sections=list(_sections(case, mask)),
    )


def names_above(unit: Unit) -> dict[str, str]:
    """level → name, of the unit and those above it."""
    above = UnitClosure.objects.filter(descendant_id=unit.pk).values("ancestor_id")
    return dict(Unit.objects.filter(pk__in=above).values_list("level", "name"))


def _facts(case: Deviation) -> Iterator[Row]:
    law = citation(LegalReference.Duty.INVESTIGATE, case.act, case.received_on)
    yield Row("Verksamhet", f"{case.unit.name} ({case.unit.get_operation_display().lower()})")
    yield Row("Diarienummer", case.diary_number or NOT_SET)
    yield Row("Rapporten kom in", _day(case.received_on))
    yield Row("Utreds enligt", law or NOT_SET)
    yield Row("Läge", case.get_status_display())
    if case.severity:
        yield Row("Beslut", f"{case.get_severity_display()}, {_day(case.decided_on)}")


def _sections(case: Deviation, mask: Mask) -> Iterator[Section]:
    """The nine points of 5 kap. and what was planned against a recurrence; then the sources."""
    yield _what_happened(case, mask)
    yield Section("När och hur det uppmärksammades", list(_noticed(case, mask)))
    yield Section("När det inträffade", [Row("Inträffade", _period(case))])
    yield Section("Orsaker", [Row("Orsak", str(cause)) for cause in case.causes.all()])
    yield Section("Om något liknande har hänt tidigare", *_before(case, mask))
    yield Section(
        "Om något liknande kan hända igen", [Row("Kan hända igen", YES_NO[case.could_recur])]
    )
    yield Section("Omedelbara åtgärder och tidpunkten för dem", entries=_immediate(case, mask))
    yield Section("Vad som i övrigt har kommit fram", texts=_own_view(case, mask))
    yield Section("Ställningstaganden och beslut", entries=_assessments(case, mask))
    yield Section("Åtgärder för att det inte ska hända igen", list(_measures(case, mask)))
    yield Section("Utredningens anteckningar", entries=_notes(case, mask))
    yield Section("Vem som har informerats och hörts", list(_informed(case, mask)))
    yield _to_ivo(case, mask)
    yield Section("Bilagor i ärendet", list(_attachments(case)))


def _what_happened(case: Deviation, mask: Mask) -> Section:
    rows = [
        Row("Faktisk konsekvens", case.get_consequence_actual_display()),
        Row("Möjlig konsekvens", case.get_consequence_possible_display()),
        Row("Antal berörda", str(case.affected_count or "")),
        Row("Kön", case.get_sex_display()),
        Row("Ålder", case.get_age_band_display()),
    ]
    texts = _texts(
        mask,
        ("Vad hände?", case.description),
        ("Konsekvens för barnet eller den enskilde", case.consequence_text or NOTHING),
    )
    return Section("Vad som hände och vilka konsekvenser det fick", _told(rows), texts)


def _noticed(case: Deviation, mask: Mask) -> Iterator[Row]:
    yield Row("Upptäcktes", _moment(case.discovered_at) or NOT_SET)
    for report in case.reports.all():
        who = ", ".join(filter(None, (mask(report.reporter_name), report.reporter_title)))
        yield Row("Rapporterades", f"{_moment(report.reported_at)} av {who or NOT_SET}")


def _before(case: Deviation, mask: Mask) -> tuple[list[Row], list[Row]]:
    text = ("Varför det har hänt igen", case.happened_before_text)
    return [Row("Har hänt tidigare", YES_NO[case.happened_before])], _texts(mask, text)


def _immediate(case: Deviation, mask: Mask) -> list[Entry]:
    told = [
        Entry(
            _moment(row.taken_at),
            _by(mask, row.made_by_name, row.made_by_title),
            [Row("", mask(row.text))],
        )
        for row in case.immediate.all()
    ]
    if not case.immediate_measures:
        return told
    when = _moment(case.immediate_measures_at) or "Tidpunkt inte angiven"
    return [Entry(when, "Ur rapporten", [Row("", mask(case.immediate_measures))]), *told]


def _own_view(case: Deviation, mask: Mask) -> list[Row]:
    """That nobody has asked is told: it must not be passed over."""
    unasked = "" if case.own_view_missing_reason else NOTHING
    return _texts(
        mask,
        ("Vad säger barnet eller den enskilde?", case.own_view or unasked),
        ("Varför den enskilde inte har hörts", case.own_view_missing_reason),
    )


def _assessments(case: Deviation, mask: Mask) -> list[Entry]:
    return [
        Entry(
            f"{_day(row.made_on)}: {Assessment.Step(row.step).label}",
            _by(mask, row.made_by_name, row.made_by_title, row.delegation),
            _texts(mask, ("Grad", row.get_severity_display()), ("Motivering", row.motive)),
        )
        for row in case.assessments.all()
    ]


def _measures(case: Deviation, mask: Mask) -> Iterator[Row]:
    for measure in case.measures.all():
        due = f", ska vara klar {_day(measure.due_on)}" if measure.due_on else ""
        effect = f". Effekt: {measure.get_effect_display().lower()}" if measure.effect else ""
        said = f"{measure.get_status_display()}{due}{effect}"
        yield Row(mask(measure.title), said)


def _notes(case: Deviation, mask: Mask) -> list[Entry]:
    """Each as 5 kap. asks: day, source, fact or assessment, name and title of who noted it."""
    return [
        Entry(
            f"{_day(note.noted_on)}: {mask(note.source)}",
            ". ".join(filter(None, (_by(mask, note.author_name, note.author_title), _state(note)))),
            [
                Row(InvestigationNote.Nature(passage["nature"]).label, mask(passage["text"]))
                for passage in note.passages
            ],
        )
        for note in case.notes.select_related("corrects")
    ]


def _state(note: InvestigationNote) -> str:
    signed = f"Signerad {_moment(note.signed_at)}" if note.signed_at else "Inte signerad"
    corrects = note.corrects
    return f"{signed}. Rättar anteckningen {_day(corrects.noted_on)}" if corrects else signed


def _informed(case: Deviation, mask: Mask) -> Iterator[Row]:
    for row in case.information.order_by("informed_on", "pk"):
        told = f"{row.get_act_display()} {_day(row.informed_on)}" if row.informed_on else ""
        why_not = f"{row.get_act_display()} inte: {mask(row.reason_not)}" if not told else ""
        said = ", ".join(filter(None, (told or why_not, mask(row.how), mask(row.made_by_name))))
        yield Row(row.get_receiver_display(), said)


def _to_ivo(case: Deviation, mask: Mask) -> Section:
    row = getattr(case, "ivo", None)
    title = "Anmälan till IVO"
    if row is None:
        due = "Ska anmälas snarast." if case.severity in SERIOUS else "Ärendet är inte anmält."
        return Section(title, [Row("Läge", due)])
    law = citation(LegalReference.Duty.NOTIFY, case.act, row.notified_on or row.suspected_on)
    rows = [
        Row("Enligt", law),
        Row("Allvarligt misstänktes", _day(row.suspected_on)),
        Row("Anmält", _day(row.notified_on)),
        Row("Ska kompletteras senast", _day(row.extended_to or row.completion_due_on)),
        Row("Kompletterat", _day(row.completed_on)),
        Row("IVO:s diarienummer", row.ivo_diary_number),
        Row("IVO:s beslut", _day(row.ivo_decided_on)),
    ]
    entries = [
        Entry(
            f"{_day(event.happened_on)}: {event.get_kind_display()}",
            _by(mask, event.made_by_name),
            _texts(mask, ("", event.text)),
        )
        for event in row.events.all()
    ]
    return Section(title, _told(rows), entries=entries)


def _attachments(case: Deviation) -> Iterator[Row]:
    """By what they are and not by the name of the file, which may be somebody's."""
    kept = case.attachments.filter(removed_at=None)
    for number, attachment in enumerate(kept, start=1):
        said = f"{attachment.content_type}, kontrollsumma {attachment.sha256[:16]}"
        yield Row(f"Bilaga {number}", said)


def _told(rows: Iterable[Row]) -> list[Row]:
    return [row for row in rows if row.value]


def _texts(mask: Mask, *pairs: tuple[str, str]) -> list[Row]:
    return [Row(label, mask(text)) for label, text in pairs if text]


def _by(mask: Mask, name: str, *more: str) -> str:
    return ", ".join(filter(None, (mask(name), *more)))


def _day(day: date | None) -> str:
    return date_format(day, "j F Y") if day else ""


def _moment(moment: datetime | None) -> str:
    return date_format(timezone.localtime(moment), "j F Y H:i") if moment else ""


def _period(case: Deviation) -> str:
    if case.occurred_until and case.occurred_until != case.occurred_on:
        return f"{_day(case.occurred_on)} – {_day(case.occurred_until)}"
    return _day(case.occurred_on) or "Inte känt"
