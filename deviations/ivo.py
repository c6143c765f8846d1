"""What the page about IVO shows and offers, in words."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.forms import BaseForm
from django.template.defaultfilters import filesizeformat
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format

from deviations import forms, services
from deviations.build import PACKAGE
from deviations.models import CasePackage, Clock, Deviation, IvoEvent, IvoNotification, Status
from deviations.models.choices import OPEN_STATUSES
from deviations.pages import Fact, deadline
from jobs.models import Job
from organisation.access import access_of
from organisation.models import LegalReference, Role, User
from organisation.policies import citation

KEPT_AFTER_CLOSING = ("bekraftelse", "begaran", "komplettering", "beslut")


@dataclass(frozen=True)
class Act:
    title: str
    button: str
    said: str
    form: Callable[..., BaseForm]
    service: Callable[..., Any]
    tone: str = ""


# By the last part of their address.
ACTS = {
    "misstanke": Act(
        "Notera att det kan vara allvarligt",
        "Notera",
        "Misstanken är noterad. Anmälan ska göras snarast.",
        forms.SuspectSeriousForm,
        services.suspect_serious,
    ),
    "anmalan": Act(
        "Notera att anmälan är skickad",
        "Notera anmälan",
        "Anmälan är noterad.",
        forms.NotifyForm,
        services.notify_ivo,
    ),
    "bekraftelse": Act(
        "Notera IVO:s bekräftelse",
        "Notera",
        "Bekräftelsen är noterad.",
        forms.ReceiptForm,
        services.record_receipt,
    ),
    "begaran": Act(
        "Notera att IVO begär mer",
        "Notera",
        "IVO:s begäran är noterad.",
        forms.RequestForm,
        services.record_request,
    ),
    "anstand": Act(
        "Notera anstånd",
        "Notera",
        "Anståndet är noterat och fristen är flyttad.",
        forms.ExtensionForm,
        services.record_extension,
    ),
    "komplettering": Act(
        "Notera en komplettering",
        "Notera",
        "Kompletteringen är noterad.",
        forms.CompletionForm,
        services.record_completion,
    ),
    "beslut": Act(
        "Notera IVO:s beslut",
        "Notera",
        "IVO:s beslut är noterat.",
        forms.IvoDecisionForm,
        services.record_ivo_decision,
    ),
    "avskriv": Act(
        "Avskriv misstanken",
        "Avskriv",
        "Misstanken är avskriven.",
        forms.DropForm,
        services.drop_suspicion,
        "quiet",
    ),
}


def may_act(user: User, case: Deviation) -> bool:
    """Sends and notes for the municipality. Whoever sees the case may read the page."""
    covers = access_of(user).covers(case.unit_id, Role.LEX_SARAH)
    return covers and case.status != Status.ANNULLED


def may_ask_for_package(user: User, case: Deviation, *, redacted: bool) -> bool:
    """A whole copy names whoever reported: it is for the lex Sarah-ansvarig alone."""
    if case.status == Status.ANNULLED or not redacted:
        return may_act(user, case)
    roles = (Role.LEX_SARAH, Role.DECIDER)
    return case.investigator_id == user.pk or access_of(user).covers(case.unit_id, *roles)


def may_fetch(user: User, package: CasePackage) -> bool:
    """A person who sees the case, for whom this is asked."""
    return package.redacted or access_of(user).covers(package.deviation.unit_id, Role.LEX_SARAH)


@dataclass(frozen=True)
class Step:
    key: str
    title: str
    button: str
    url: str
    form: BaseForm
    tone: str

    @property
    def open(self) -> bool:
        return self.form.is_bound


@dataclass(frozen=True)
class Noted:
    iso: str
    when: str
    title: str
    who: str
    text: str


@dataclass(frozen=True)
class PackageRow:
    url: str
    download_url: str
    asked: str
    copy: str
    state: str
    tone: str
    file: str


def context(
    user: User,
    case: Deviation,
    *,
    bound: tuple[str, BaseForm] | None = None,
    package_form: BaseForm | None = None,
) -> dict[str, Any]:
    """Everything on the page; `bound` is the act whose form was sent and refused."""
    row = getattr(case, "ivo", None)
    whole = may_ask_for_package(user, case, redacted=False)
    asks = may_ask_for_package(user, case, redacted=True)
    return {
        "case": case,
        "facts": list(_facts(case, row)),
        "law": _law(case, row),
        "deadline": deadline(case, (Clock.NOTIFY, Clock.COMPLETE)),
        "steps": list(_steps(case, row, bound)) if may_act(user, case) else [],
        "events": [_noted(event) for event in row.events.all()] if row else [],
        "packages": package_rows(user, case),
        "package_form": (package_form or forms.PackageForm(may_be_whole=whole)) if asks else None,
    }


def _law(case: Deviation, row: IvoNotification | None) -> str:
    """Of the day of the step: notified, suspected, or today."""
    day = (row.notified_on or row.suspected_on) if row else timezone.localdate()
    return citation(LegalReference.Duty.NOTIFY, case.act, day)


def _facts(case: Deviation, row: IvoNotification | None) -> Iterator[Fact]:
    if row is None:
        return
    pairs = (
        ("Allvarligt misstänktes", _day(row.suspected_on)),
        ("Misstanken avskrevs", _day(row.dropped_on)),
        ("Anmält", _day(row.notified_on)),
        ("IVO:s diarienummer", row.ivo_diary_number),
        ("Ska kompletteras senast", _day(row.completion_due_on)),
        ("Anstånd till", _day(row.extended_to)),
        ("Kompletterat", _day(row.completed_on)),
        ("IVO:s beslut", _day(row.ivo_decided_on)),
    )
    yield from (Fact(label, value) for label, value in pairs if value)


def _steps(
    case: Deviation, row: IvoNotification | None, bound: tuple[str, BaseForm] | None
) -> Iterator[Step]:
    for key in _possible(case, row):
        act = ACTS[key]
        form = bound[1] if bound and bound[0] == key else act.form()
        url = reverse("deviations:ivo_step", args=[case.number, key])
        yield Step(key, act.title, act.button, url, form, act.tone)


def _possible(case: Deviation, row: IvoNotification | None) -> list[str]:
    """Those that make sense now; the services decide for good."""
    suspected = row is not None and row.dropped_on is None
    if row is None or row.notified_on is None:
        keys = ["anmalan", "avskriv"] if suspected else ["misstanke", "anmalan"]
    else:
        awaited = row.completion_due_on is not None and row.completed_on is None
        extension = ["anstand"] if awaited else []
        keys = ["bekraftelse", "komplettering", *extension, "begaran", "beslut"]
    is_open = case.status in OPEN_STATUSES
    return [key for key in keys if is_open or key in KEPT_AFTER_CLOSING]


def _noted(event: IvoEvent) -> Noted:
    day = event.happened_on
    return Noted(
        day.isoformat(), _day(day), event.get_kind_display(), event.made_by_name, event.text
    )


def package_rows(user: User, case: Deviation) -> list[PackageRow]:
    packages = list(case.packages.select_related("requested_by", "deviation"))
    jobs = Job.objects.filter(kind=PACKAGE, subject_id__in=[package.pk for package in packages])
    state = {job.subject_id: job for job in jobs}
    return [package_row(user, package, state.get(package.pk)) for package in packages]


JOB_TONES = {"done": "done", "failed": "late", "cancelled": "muted"}


def package_row(user: User, package: CasePackage, job: Job | None) -> PackageRow:
    args = [package.deviation.number, package.pk]
    ready = bool(package.stored_as)
    fetch = reverse("deviations:package_download", args=args) if ready else ""
    state = "Klart" if ready else job.get_state_display() if job else "Väntar"
    asked = date_format(timezone.localtime(package.requested_at), "j F Y H:i")
    size = filesizeformat(package.size).replace("\u00a0", " ")
    return PackageRow(
        url=reverse("deviations:package", args=args),
        download_url=fetch if may_fetch(user, package) else "",
        asked=f"{asked} av {package.requested_by}",
        copy="Avidentifierad" if package.redacted else "Fullständig",
        state=state,
        tone="done" if ready else JOB_TONES.get(job.state if job else "", "waiting"),
        file=f"{package.pages} sidor, {size}" if ready else "",
    )


def job_of(package: CasePackage) -> Job | None:
    return Job.objects.filter(kind=PACKAGE, subject_id=package.pk).first()


def _day(day: Any) -> str:
    return date_format(day, "j F Y") if day else ""
