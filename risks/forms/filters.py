from django import forms

from lib.forms import ALL, FilterForm, narrowing_field, search_field
from organisation.scales import Zone
from risks.models import Verdict

NOT_JUDGED = "none"
NEVER = "none"


class RegisterFilterForm(FilterForm):
    q = search_field("Ord eller kod")
    area = narrowing_field("Verksamhetsområde")
    unit = narrowing_field("Enhet")


class RiskFilterForm(RegisterFilterForm):
    zone = forms.ChoiceField(
        label="Nivå",
        required=False,
        choices=(
            *ALL,
            *((zone.value, zone.label.capitalize()) for zone in reversed(Zone)),
            (NOT_JUDGED, "Inte bedömd"),
        ),
    )
    status = forms.ChoiceField(
        label="Status",
        required=False,
        choices=(("open", "Öppna"), ("closed", "Avslutade"), ("all", "Alla")),
    )
    mine = forms.BooleanField(label="Jag ansvarar", required=False)


class ControlFilterForm(RegisterFilterForm):
    outcome = forms.ChoiceField(
        label="Senaste resultat",
        required=False,
        choices=(*ALL, *Verdict.choices, (NEVER, "Inte genomförd")),
    )
    status = forms.ChoiceField(
        label="Status",
        required=False,
        choices=(("open", "Gäller"), ("closed", "Upphörda"), ("all", "Alla")),
    )
    due = forms.BooleanField(label="Dags att göra", required=False)
    mine = forms.BooleanField(label="Jag ansvarar", required=False)
