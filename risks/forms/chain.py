from django import forms

from lib.forms import FilterForm, narrowing_field


class ChainForm(FilterForm):
    unit = narrowing_field("Verksamhet")
    process = narrowing_field("Process")
    holes = forms.BooleanField(label="Bara det som brister", required=False)
