"""What the municipality decides about the register. Cases are never served here."""

from typing import Any

from django import forms
from django.contrib import admin
from django.http import HttpRequest

from deviations.clocks import refresh_all
from deviations.models import (
    Cause,
    ClockRule,
    DeviationType,
    LexSarahPolicy,
    RetentionRule,
    TransferField,
)
from deviations.transfer import SOURCES
from organisation.admin import Kept, Logged

BY_HAND = "Fylls i för hand"


class ClockRuleForm(forms.ModelForm[ClockRule]):
    length = forms.IntegerField(label="längd", min_value=1, max_value=1000)

    class Meta:
        model = ClockRule
        fields = ("clock", "length", "measure", "basis", "valid_from", "valid_to")


@admin.register(ClockRule)
class ClockRuleAdmin(Logged, admin.ModelAdmin[ClockRule]):
    """Every change works out the deadlines of the open cases anew, in its own transaction."""

    form = ClockRuleForm
    list_display = ("clock", "length", "measure", "basis", "valid_from", "valid_to")
    list_filter = ("clock",)
    fieldsets = (
        (
            None,
            {
                "fields": ClockRuleForm.Meta.fields,
                "description": "Den regel gäller som gällde den dag fristen började löpa. En ny "
                "norm är en ny rad: sätt slutdatum på den gamla, så behåller äldre ärenden sin "
                "frist. Öppna ärenden får sina frister omräknade när du sparar.",
            },
        ),
    )

    def save_model(self, request: HttpRequest, obj: ClockRule, form: Any, change: bool) -> None:
        super().save_model(request, obj, form, change)
        refresh_all()

    def delete_model(self, request: HttpRequest, obj: ClockRule) -> None:
        super().delete_model(request, obj)
        refresh_all()

    def delete_queryset(self, request: HttpRequest, queryset: Any) -> None:
        super().delete_queryset(request, queryset)
        refresh_all()


class TransferFieldForm(forms.ModelForm[TransferField]):
    source = forms.ChoiceField(
        label="fylls med",
        required=False,
        choices=(("", BY_HAND), *SOURCES.items()),
        help_text="Vad i ärendet som överföringsbladet visar i fältet.",
    )

    class Meta:
        model = TransferField
        fields = ("section", "label", "source", "help_text", "order", "valid_from", "valid_to")


@admin.register(TransferField)
class TransferFieldAdmin(Logged, admin.ModelAdmin[TransferField]):
    form = TransferFieldForm
    list_display = ("label", "section", "filled_with", "order", "valid_from", "valid_to")
    list_filter = ("section",)
    fieldsets = (
        (
            None,
            {
                "fields": TransferFieldForm.Meta.fields,
                "description": "Fälten som följer med från början är inte kontrollerade mot IVO:s "
                "e-tjänst. Jämför dem med blanketten innan den första anmälan, och igen när IVO "
                "ändrar den: sätt slutdatum på ett fält som har utgått i stället för att ta bort "
                "det.",
            },
        ),
    )

    @admin.display(description="fylls med")
    def filled_with(self, field: TransferField) -> str:
        return SOURCES.get(field.source, BY_HAND)


LONGEST = 100


class RetentionRuleForm(forms.ModelForm[RetentionRule]):
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


@admin.register(LexSarahPolicy)
class LexSarahPolicyAdmin(Kept, admin.ModelAdmin[LexSarahPolicy]):
    list_display = ("unit", "manager_keeps_insight", "valid_from", "valid_to")


@admin.register(Cause)
class CauseAdmin(Kept, admin.ModelAdmin[Cause]):
    """One that is used no more is switched off: cases of earlier years keep it."""

    list_display = ("name", "order", "active")


@admin.register(DeviationType)
class DeviationTypeAdmin(Kept, admin.ModelAdmin[DeviationType]):
    list_display = ("name", "parent", "order", "active")
    list_filter = ("active",)
