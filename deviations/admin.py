"""What the municipality decides about the register. Never cases."""

from typing import TYPE_CHECKING

from django import forms
from django.contrib import admin

from deviations.models import RetentionRule
from organisation.admin import Logged

if TYPE_CHECKING:
    Form = forms.ModelForm[RetentionRule]
else:
    Form = forms.ModelForm

LONGEST = 100


class RetentionRuleForm(Form):
    years = forms.IntegerField(
        label="År efter avslut",
        min_value=1,
        max_value=LONGEST,
        required=False,
        help_text="Räknas från den dag ärendet avslutades eller annullerades.",
        error_messages={
            "min_value": "Ange minst ett år.",
            "max_value": f"Ange högst {LONGEST} år, eller att handlingarna bevaras.",
        },
    )

    class Meta:
        model = RetentionRule
        fields = ("kind", "preserve", "years", "decision", "valid_from", "valid_to")


@admin.register(RetentionRule)
class RetentionRuleAdmin(Logged, admin.ModelAdmin[RetentionRule]):
    """A new decision is a new row from its day on. The rule that holds today decides."""

    form = RetentionRuleForm
    list_display = ("kind", "preserve", "years", "decision", "valid_from", "valid_to")
    list_filter = ("kind",)
