"""What the case page shows, put into words before the template."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Q
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.utils.formats import date_format

from deviations.clocks import deadlines
from deviations.listing import GRADE_TONES, STATUS_TONES
from deviations.models import Clock, Complaint, Deviation, Kind, ManagerSlip, Severity, Status
from deviations.querysets import DeviationQuerySet
from lib.numbers import NOT_SET
from measures.models import Measure
from organisation.models import LegalReference, User
from organisation.policies import citation

YES_NO = {True: "Ja", False: "Nej", None: NOT_SET}


@dataclass(frozen=True)
class Fact:
    label: str
    value: str


@dataclass(frozen=True)
class LinkedMeasure:
    title: str
    status: str
    url: str


@dataclass(frozen=True)
class CaseHead:
    status: str
    status_tone: str
    grade: str
    grade_tone: str
    citation: str


def head(case: Deviation) -> CaseHead:
    law = ""
    if case.kind == Kind.LEX_SARAH:
        law = citation(LegalReference.Duty.REPORT, case.act, case.received_on)
    return CaseHead(
        status=case.get_status_display(),
        status_tone=STATUS_TONES[Status(case.status)],
        grade=case.get_severity_display() if case.severity else "",
        grade_tone=GRADE_TONES[Severity(case.severity)] if case.severity else "",
        citation=law,
    )


@dataclass(frozen=True)
class NextDeadline:
    what: str
    day: str
    basis: str
    late: bool


def deadline(case: Deviation, clocks: Collection[Clock] = tuple(Clock)) -> NextDeadline | None:
    nearest = next((one for one in deadlines(case) if one.clock in clocks), None)
    if nearest is None:
        return None
    late = nearest.due_on < timezone.localdate()
    return NextDeadline(nearest.clock.label, _day(nearest.due_on), nearest.basis, late)


def facts(case: Deviation) -> list[Fact]:
    """Short values beside the case."""
    return _told(
        ("Enhet", case.unit.name),
        *_if_any(
            ("Rapportörens enhet", case.reporting_unit.name if case.reporting_unit else ""),
        ),
        ("Inkom", _day(case.received_on)),
        ("Inträffade", _period(case)),
        ("Upptäcktes", _moment(case.discovered_at)),
        ("Utredare", str(case.investigator) if case.investigator else ""),
        *_if_any(
            ("Beslutat", _day(case.decided_on)),
            ("Avslutat", _day(case.closed_on)),
            ("Annullerat", _day(case.annulled_on)),
            ("Därför att", case.get_annulled_because_display()),
            ("Chefens lapp", _slip(case)),
        ),
        ("Kanal", case.get_channel_display()),
        ("Diarienummer", case.diary_number),
        *_if_any(
            ("Äldre nummer", case.external_reference),
            ("Beslutat av", case.decided_by_name),
        ),
    )


def _slip(case: Deviation) -> str:
    slip: ManagerSlip | None = getattr(case, "slip", None)
    if slip is None:
        return ""
    if slip.seen_at is None:
        return f"Skickad {_moment(slip.told_at)}, inte läst"
    return f"Läst av {slip.seen_by_name} {_moment(slip.seen_at)}"


def person(case: Deviation) -> list[Fact]:
    """The person concerned, without identity."""
    return _told(
        ("Trygg nu", YES_NO[case.is_safe_now]),
        ("Antal berörda", "" if case.affected_count is None else str(case.affected_count)),
        ("Kön", case.get_sex_display()),
        ("Ålder", case.get_age_band_display()),
        ("Faktisk konsekvens", case.get_consequence_actual_display()),
        ("Möjlig konsekvens", case.get_consequence_possible_display()),
        *_if_any(("Varför den enskilde inte har hörts", case.own_view_missing_reason)),
    )


def sorting(case: Deviation, causes: Iterable[Any]) -> list[Fact]:
    kind = str(case.type) if case.type else ""
    parent = case.type.parent if case.type else None
    return _told(
        ("Avvikelsetyp", f"{parent}: {kind}" if parent else kind),
        ("Bakomliggande orsaker", ", ".join(str(cause) for cause in causes)),
        ("Process", str(case.process) if case.process else ""),
        ("Lag", case.get_act_display()),
        ("Har hänt tidigare", YES_NO[case.happened_before]),
        ("Kan hända igen", YES_NO[case.could_recur]),
    )


def complaint(case: Deviation, *, contact: bool) -> list[Fact]:
    """Who complained is told only to those who handle the case."""
    part = case.complaint
    who = (("Namn", part.contact_name), ("Nås på", part.contact)) if contact else ()
    return _told(
        ("Ämne", part.get_topic_display()),
        ("Överklagande", YES_NO[part.is_appeal]),
        *who,
        ("Vill ha svar", YES_NO[part.wants_answer]),
        *_if_any(("Kom in", "Från den öppna sidan" if part.is_public else "")),
        ("Bekräftat", _day(part.confirmed_on)),
        ("Besvarat", _answered(part)),
        ("Bedömning", part.get_outcome_display()),
    )


def _answered(part: Complaint) -> str:
    day = _day(part.answered_on) or ("Inget svar begärt" if part.is_handled else "")
    return f"{day}, {part.answered_by_name}" if part.answered_by_name else day


def texts(case: Deviation) -> list[Fact]:
    """Long answers, each under its own heading; what nobody wrote is left out."""
    told = (
        ("Vad hände?", case.description),
        ("Omedelbara åtgärder", _with_moment(case)),
        ("Konsekvens för barnet eller den enskilde", case.consequence_text),
        ("Vad säger barnet eller den enskilde?", case.own_view),
        ("Varför det har hänt igen", case.happened_before_text),
        ("Svar", case.complaint.answer if case.is_complaint else ""),
    )
    return [Fact(label, text) for label, text in told if text]


def measures(case: Deviation, user: User) -> list[LinkedMeasure]:
    """The title of each; a way to it only for those who may open it."""
    open_to_user = Measure.objects.visible_to(user).filter(deviations=case)
    reachable = set(open_to_user.values_list("pk", flat=True))
    return [
        LinkedMeasure(
            measure.title,
            measure.get_status_display(),
            _measure_url(measure.pk) if measure.pk in reachable else "",
        )
        for measure in case.measures.all()
    ]


def related(visible: DeviationQuerySet, case: Deviation) -> list[Deviation]:
    """Where it came from and what came of it, as far as this person may know."""
    links = Q(origin=case) | Q(duplicate_of=case)
    for pk in filter(None, (case.origin_id, case.duplicate_of_id)):
        links |= Q(pk=pk)
    return list(visible.filter(links).order_by("pk").only("pk", "number", "kind"))


def _measure_url(pk: int) -> str:
    try:
        return reverse("measures:detail", args=[pk])
    except NoReverseMatch:
        return ""


def _told(*pairs: tuple[str, str]) -> list[Fact]:
    return [Fact(label, value or NOT_SET) for label, value in pairs]


def _if_any(*pairs: tuple[str, str]) -> list[tuple[str, str]]:
    """What has not happened is not mentioned."""
    return [(label, value) for label, value in pairs if value]


def _with_moment(case: Deviation) -> str:
    when = _moment(case.immediate_measures_at)
    if not case.immediate_measures:
        return ""
    return f"{case.immediate_measures}\n\nVidtogs {when}." if when else case.immediate_measures


def _day(day: Any) -> str:
    return date_format(day, "j F Y") if day else ""


def _moment(moment: Any) -> str:
    return date_format(timezone.localtime(moment), "j F Y H:i") if moment else ""


def _period(case: Deviation) -> str:
    if case.occurred_until and case.occurred_until != case.occurred_on:
        return f"{_day(case.occurred_on)} – {_day(case.occurred_until)}"
    return _day(case.occurred_on)
