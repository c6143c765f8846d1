from datetime import date

from measures.models import FollowUp, Measure, Status
from organisation.models import Unit, User


def make_measure(
    unit: Unit,
    title: str = "Ny rutin för överlämning",
    *,
    responsible: User | None = None,
    due_on: date | None = None,
    status: str = Status.NOT_STARTED,
    follow_up_on: date | None = None,
    origin: str = "ärende",
) -> Measure:
    return Measure.objects.create(
        unit=unit,
        title=title,
        kind=Measure.Kind.ROUTINE,
        responsible=responsible,
        due_on=due_on,
        status=status,
        follow_up_on=follow_up_on,
        origin=origin,
    )


def make_follow_up(measure: Measure, on: date, status: str, *, effect: str = "") -> FollowUp:
    return FollowUp.objects.create(measure=measure, followed_up_on=on, status=status, effect=effect)
