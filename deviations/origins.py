"""For a measure's own page: the cases that it answers to."""

from django.urls import reverse

from deviations.models import CaseStub, Deviation
from measures.models import Measure
from measures.origins import Origin
from organisation.models import User


def origins(user: User, measure: Measure) -> list[Origin]:
    """By number alone, so that no secret text leaves a page whose reading is logged. That there
    are cases this person may not know of is told, but neither which nor how many."""
    linked = Deviation.objects.filter(measures=measure)
    seen = Deviation.objects.visible_to(user).filter(measures=measure).order_by("pk")
    known = [
        Origin("Ärende", number, reverse("deviations:detail", args=[number]))
        for number in seen.values_list("number", flat=True)
    ]
    hidden = linked.count() > len(known)
    told = [*known, Origin("Ärende")] if hidden else known
    purged = CaseStub.objects.filter(measures=measure).exists()
    return [*told, Origin("Ärende", "Gallrat")] if purged else told
