"""Rows laid straight into the register, in whatever order of days, and what is left of them."""

from datetime import date
from typing import Any

from deviations.models import CaseStub, Complaint, Deviation, Kind, Status
from deviations.models.choices import SERIES
from organisation.models import Unit


def lay(
    unit: Unit,
    received: date,
    *,
    kind: str = Kind.LEX_SARAH,
    decided: date | None = None,
    severity: str = "",
    annulled: date | None = None,
    **fields: Any,
) -> Deviation:
    number = Deviation.objects.count() + 1
    return Deviation.objects.create(
        kind=kind,
        series=SERIES[Kind(kind)],
        year=received.year,
        sequence=number,
        number=f"T-{number}",
        unit=unit,
        received_on=received,
        decided_on=decided,
        severity=severity,
        annulled_on=annulled,
        status=Status.ANNULLED if annulled else Status.RECEIVED,
        restricted=kind == Kind.LEX_SARAH,
        title="Rubrik",
        description="Text",
        **fields,
    )


def destroy(case: Deviation) -> CaseStub:
    stub = CaseStub.objects.create(
        kind=case.kind,
        unit=case.unit,
        received_on=case.received_on.replace(month=1, day=1),
        decided_on=case.decided_on and case.decided_on.replace(month=1, day=1),
        annulled_on=case.annulled_on and case.annulled_on.replace(month=1, day=1),
        severity=case.severity,
        reporters=max(case.reports.count(), 1),
    )
    stub.causes.set(case.causes.all())
    stub.measures.set(case.measures.all())
    case.causes.clear()
    case.measures.clear()
    case.reports.all().delete()
    Complaint.objects.filter(deviation=case).delete()
    case.delete()
    return stub
