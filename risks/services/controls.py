"""Controls: entered and changed, and what they find. A result is never changed, only replaced."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import TextChoices

from audit.models import Event
from lib.sentences import in_order
from lib.versions import locked
from organisation.models import User
from risks.models import Control, ControlResult, Risk
from risks.schedule import occasion_of
from risks.services.rows import IllegalStep, change, insert, log

CHANGEABLE = frozenset(
    (
        *("title", "requirement", "unit", "service_area", "process", "risks", "method"),
        *("frequency", "first_month", "measured", "numerator", "denominator", "source"),
        *("threshold", "better"),
        *("responsible", "opened_on", "closed_on", "order"),
    )
)


class SameDay(TextChoices):
    CORRECTS = "corrects", "Ja, det här gäller i stället"
    AGAIN = "again", "Nej, kontrollen gjordes två gånger den dagen"


class AlreadyRecorded(Exception):
    """The control has a result from that day: is this a correction of it?"""

    def __init__(self, existing: ControlResult) -> None:
        super().__init__(f"{existing.control.code} har redan ett resultat den dagen.")
        self.existing = existing


@transaction.atomic
def create_control(
    *, actor: User | None, code: str, risks: Collection[Risk] = (), **fields: Any
) -> Control:
    _require_open(risks)
    return insert(actor, Control(code=code, **fields), {"risks": risks})


@transaction.atomic
def update_control(
    *, actor: User | None, control_id: int, version: int, changes: Mapping[str, Any]
) -> Control:
    """Save over exactly the version that was read, or not at all."""
    control = locked(Control, control_id, version)
    if "risks" in changes:
        linked = set(control.risks.values_list("pk", flat=True))
        _require_open(risk for risk in changes["risks"] if risk.pk not in linked)
    return change(actor, control, changes, CHANGEABLE)


def _require_open(risks: Iterable[Risk]) -> None:
    """Asked of the rows as they stand now: one may have been closed since the form was shown."""
    wanted = {risk.pk for risk in risks}
    rows = Risk.objects.select_for_update().filter(pk__in=wanted, closed_on__isnull=False)
    codes = sorted(rows.order_by().values_list("code", flat=True))
    if codes:
        raise IllegalStep(closed_risks(codes), "risks")


def closed_risks(codes: Sequence[str]) -> str:
    some = "är avslutad" if len(codes) == 1 else "är avslutade"
    return f"{in_order(codes)} {some}. En egenkontroll kan bara kopplas till öppna risker."


@transaction.atomic
def record_result(
    *, actor: User | None, control: Control, same_day: str = "", **found: Any
) -> ControlResult:
    """A new result. `same_day` says what it is to one that the day has already.

    Raises AlreadyRecorded when the day has a result and nobody has said which it is.
    """
    control = locked(Control, control.pk)
    existing = control.results.filter(
        carried_out_on=found["carried_out_on"], replaced_by__isnull=True
    ).first()
    if existing and not same_day:
        raise AlreadyRecorded(existing)
    return _add(actor, control, found, existing if same_day == SameDay.CORRECTS else None)


@transaction.atomic
def correct_result(*, actor: User | None, result: ControlResult, **found: Any) -> ControlResult:
    """A new row that stands instead of the old one, which is kept."""
    control = locked(Control, result.control_id)
    if ControlResult.objects.filter(replaces=result).exists():
        raise IllegalStep("Resultatet är redan rättat av någon annan. Se egenkontrollens sida.")
    return _add(actor, control, found, replaces=result)


def _add(
    actor: User | None,
    control: Control,
    found: Mapping[str, Any],
    replaces: ControlResult | None = None,
) -> ControlResult:
    _require_within(control, found["carried_out_on"])
    held_against = {"threshold": control.threshold, "better": control.better}
    found = {"occasion_on": occasion_of(control, found["carried_out_on"]), **found}
    result = ControlResult(
        control=control, author=actor, replaces=replaces, **held_against, **found
    )
    computed = control.verdict_on(result.value)
    result.verdict = result.verdict or computed
    if not result.verdict:
        raise IllegalStep("Välj om resultatet är godkänt eller kräver åtgärd.", "verdict")
    if computed and result.verdict != computed and not result.motive:
        raise IllegalStep("Skriv varför bedömningen är en annan än gränsvärdet ger.", "motive")
    result.save()
    field = "corrections" if replaces else "results"
    log(actor, Event.Action.CHANGE, control, {field: (None, result.pk)})
    return result


def _require_within(control: Control, day: date) -> None:
    if day < control.opened_on:
        raise IllegalStep(
            f"Egenkontrollen gäller från {control.opened_on}. Ändra det först, om resultatet är"
            " äldre.",
            "carried_out_on",
        )
    if control.closed_on and day >= control.closed_on:
        raise IllegalStep(f"Egenkontrollen upphörde {control.closed_on}.", "carried_out_on")
