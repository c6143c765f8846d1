"""Rows are saved one by one: each whole or not at all, whatever becomes of the others."""

from collections.abc import Mapping

from indicators import services
from indicators.forms.grid import GridRowForm
from indicators.models import Observation
from lib.versions import Difference, EditedByAnother
from organisation.models import User


class Conflict(Exception):
    """Somebody has saved the row meanwhile."""

    def __init__(self, form: GridRowForm, saved: Observation) -> None:
        super().__init__("Någon annan hann spara före dig.")
        self.form, self.saved = form, saved
        self.differences: list[Difference] = form.compared_with(saved)


def save(actor: User, form: GridRowForm) -> bool:
    """False where the form says why not. Raises Conflict."""
    if not form.is_valid():
        return False
    try:
        _write(actor, form)
    except services.AlreadyRecorded as refusal:
        raise Conflict(form, refusal.existing) from refusal
    except EditedByAnother as refusal:
        raise Conflict(form, refusal.saved) from refusal
    except services.PeriodLocked as refusal:
        form.add_error(None, str(refusal))
        return False
    return True


def _write(actor: User, form: GridRowForm) -> None:
    unit, year, period = form.place
    by_sex: Mapping[str, Mapping[str, object]] = form.sex_contents
    if form.existing is None:
        services.record_outcome(
            actor=actor,
            indicator=form.indicator,
            unit=unit,
            year=year,
            period=period,
            by_sex=by_sex,
            **form.content,
        )
        return
    services.change_outcome(
        actor=actor,
        observation_id=form.existing.pk,
        version=form.read_version or 0,
        changes=form.changes,
        by_sex=by_sex,
    )
