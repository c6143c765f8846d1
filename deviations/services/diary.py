"""The diary number, set by somebody who may not read the case: no column of its text is asked."""

from django.db import transaction
from django.db.models import F

from audit import services as audit
from audit.models import Event
from deviations.models import Deviation
from deviations.services.rows import StaleVersion
from organisation.models import User

CARD = ("pk", "number", "diary_number", "version", "unit__name")


@transaction.atomic
def set_diary_number(*, actor: User, deviation_id: int, version: int, diary_number: str) -> bool:
    """Over exactly the version that was read; whether anything was changed.

    In any status: a document is entered in the diary however the case has gone. Raises
    StaleVersion when somebody saved in between.
    """
    case = Deviation.objects.only(*CARD).select_related("unit").get(pk=deviation_id)
    if case.version == version and case.diary_number == diary_number:
        return False
    same = Deviation.objects.filter(pk=deviation_id, version=version)
    if not same.update(diary_number=diary_number, version=F("version") + 1):
        raise StaleVersion.of(Deviation.objects.only(*CARD).get(pk=deviation_id))
    changed = {"diary_number": (case.diary_number, diary_number)}
    audit.record(
        actor=actor,
        action=Event.Action.CHANGE,
        obj=case,
        label=case.number,
        unit=case.unit,
        changed=changed,
    )
    return True
