"""A package of a case for IVO: asked for by a person, built by a job, logged at each step."""

from django.db import transaction

from audit.models import Event
from audit.services import record
from deviations.build import PACKAGE
from deviations.models import CasePackage, Deviation, Status
from deviations.services.rows import locked, require
from jobs.models import Job
from jobs.services import submit
from organisation.models import User


@transaction.atomic
def request_package(*, actor: User, deviation: Deviation, redacted: bool = True) -> CasePackage:
    """A new one each time, with what the case says now; while one is being built, that one."""
    case = locked(deviation.pk)
    require(case.is_lex_sarah, "Bara lex Sarah-ärenden lämnas till IVO.")
    require(case.status != Status.ANNULLED, "Ärendet är annullerat.")
    waiting = Job.objects.open().filter(kind=PACKAGE).values("subject_id")
    being_built = case.packages.filter(pk__in=waiting, redacted=redacted).first()
    if being_built:
        return being_built
    package = CasePackage.objects.create(deviation=case, redacted=redacted, requested_by=actor)
    submit(kind=PACKAGE, subject_id=package.pk, actor=actor)
    _log(actor, Event.Action.CREATE, package)
    return package


def record_package_download(*, actor: User, package: CasePackage) -> None:
    _log(actor, Event.Action.DOWNLOAD, package)


def _log(actor: User, action: Event.Action, package: CasePackage) -> None:
    record(
        actor=actor,
        action=action,
        obj=package,
        label=package.deviation.number,
        unit=package.deviation.unit,
        detail={"redacted": package.redacted},
    )
