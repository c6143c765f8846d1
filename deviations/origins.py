"""Cases as other registers know them: what a measure answers to, what a risk was born from."""

from django.urls import reverse

from deviations.models import CaseStub, Deviation
from measures.models import Measure
from measures.origins import Origin
from organisation.births import Birth
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


def birth(user: User, number: str) -> Birth | None:
    """A restricted case gives no number: others see the risk than may know of the case."""
    case = Deviation.objects.visible_to(user).filter(number__iexact=number).first()
    if case is None:
        return None
    label = "Ett ärende" if case.restricted else f"Ärende {case.number}"
    url = reverse("deviations:detail", args=[case.number])
    return Birth("deviation", case.number, label, url)
