from django import forms

from lib.forms import ALL, FilterForm, narrowing_field, search_field
from reviews.models import Review

OPEN, CLOSED = "open", "closed"
STATUSES = ((OPEN, "Inte avslutade"), ("all", "Alla"), (CLOSED, "Avslutade"))


class ReviewFilterForm(FilterForm):
    q = search_field("Ord i granskningen")
    kind = forms.ChoiceField(label="Slag", required=False, choices=(*ALL, *Review.Kind.choices))
    unit = narrowing_field("Enhet")
    year = narrowing_field("År")
    status = forms.ChoiceField(label="Status", required=False, choices=STATUSES)


class ProviderFilterForm(FilterForm):
    unchosen = {"year": "I år"}

    year = narrowing_field("År")
    q = search_field("Namn eller insats")
