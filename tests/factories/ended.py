"""Cases that have ended, some with a row in every table there is of a case."""

from datetime import date, datetime

from django.core.files.base import ContentFile
from django.utils import timezone

from deviations.identity import Identity, seal
from deviations.models import (
    Assessment,
    CasePackage,
    Deviation,
    DeviationReport,
    Feedback,
    IdentityOpening,
    ImmediateMeasure,
    Information,
    InvestigationNote,
    IvoEvent,
    IvoNotification,
    Kind,
    ManagerSlip,
    PersonIdentity,
    Reminder,
    RetentionRule,
    Severity,
    Status,
)
from jobs import engine
from jobs.models import Job
from lib.stored import store
from organisation.models import Unit, User
from tests.factories.deviations import make_attachment, make_case, make_cause
from tests.factories.measures import make_measure

ALVA = Identity("Alva Testsson", "20150312-2380", contact="mormor@example.se")
DECISION = "SN 2020/15"


def make_rule(
    kind: str = Kind.INTERNAL, years: int | None = 5, decision: str = DECISION
) -> RetentionRule:
    return RetentionRule.objects.create(
        kind=kind,
        years=years,
        preserve=years is None,
        decision=decision,
        valid_from=date(2020, 1, 1),
    )


def closed_case(
    unit: Unit, kind: str = Kind.INTERNAL, *, closed_on: date = date(2015, 6, 30), **details: object
) -> Deviation:
    case = make_case(unit, kind, received_on=date(2014, 11, 3), **details)  # type: ignore[arg-type]
    Deviation.objects.filter(pk=case.pk).update(
        status=Status.CLOSED,
        decided_on=date(2015, 2, 1),
        closed_on=closed_on,
        severity=Severity.SERIOUS if kind == Kind.LEX_SARAH else "",
    )
    case.refresh_from_db()
    return case


def annulled_case(unit: Unit, annulled_on: date) -> Deviation:
    case = make_case(unit, received_on=date(2014, 11, 3))
    Deviation.objects.filter(pk=case.pk).update(status=Status.ANNULLED, annulled_on=annulled_on)
    case.refresh_from_db()
    return case


def fill_every_table(case: Deviation, user: User) -> None:
    """A row in each table that belongs to a case; the complaint's where it is one."""
    day, moment = date(2014, 11, 4), timezone.make_aware(datetime(2014, 11, 4, 9))
    named = {"deviation": case, "made_by_name": str(user)}
    case.causes.add(make_cause(f"Orsak till {case.number}"))
    case.measures.add(make_measure(case.unit))
    case.named_readers.add(user)
    DeviationReport.objects.create(deviation=case, reporter=user, text="Det hände på kvällen.")
    Assessment.objects.create(
        **named, step=Assessment.Step.DECISION, motive="Rutinen brast.", made_on=day, made_by=user
    )
    first = InvestigationNote.objects.create(
        deviation=case,
        noted_on=day,
        source="Samtal med boendet",
        passages=[{"nature": "fact", "text": "Dörren stod olåst."}],
        author=user,
        author_name=str(user),
        author_title=user.title,
        signed_at=moment,
    )
    InvestigationNote.objects.create(
        deviation=case,
        noted_on=day,
        source="Rättelse",
        author=user,
        author_name=str(user),
        author_title=user.title,
        corrects=first,
        signed_at=moment,
    )
    ImmediateMeasure.objects.create(**named, text="Dörren låstes.", taken_at=moment)
    Information.objects.create(**named, receiver="guardian", informed_on=day)
    Feedback.objects.create(deviation=case, text="Tack.", given_by_name=str(user))
    notification = IvoNotification.objects.create(
        deviation=case, suspected_on=day, notified_on=date(2015, 1, 7)
    )
    IvoEvent.objects.create(
        notification=notification, kind="notified", happened_on=day, made_by_name=str(user)
    )
    _confidential(case, user, day)


def _confidential(case: Deviation, user: User, day: date) -> None:
    PersonIdentity.objects.create(
        deviation=case, sealed=seal(ALVA, case.pk), updated_by_name=str(user)
    )
    IdentityOpening.objects.create(
        deviation=case,
        opened_by=user,
        opened_by_name=str(user),
        opened_on=day,
        reason="Samtal med familjen",
    )
    ManagerSlip.objects.create(deviation=case, instruction="Lås dörren.")
    Reminder.objects.create(deviation=case, clock="notify", due_on=day, receiver=user, sent_on=day)
    letter = b"%PDF brev till " + case.number.encode()
    make_attachment(case, user, letter, name="Brev åäö.pdf")
    stored = store("packages", ContentFile(b"%PDF paket om " + case.number.encode()), ".pdf")
    CasePackage.objects.create(
        deviation=case, requested_by=user, stored_as=stored.name, sha256=stored.sha256
    )


def run_job(kind: str, subject_id: int) -> Job:
    job = Job.objects.get(kind=kind, subject_id=subject_id)
    engine.run(job.pk)
    job.refresh_from_db()
    return job
