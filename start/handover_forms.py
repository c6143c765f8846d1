"""Handing over: from whom, what, and to whom."""

from collections.abc import Mapping
from typing import Any

from crispy_forms.layout import ButtonHolder, Submit
from django import forms

from lib.forms import CANCEL, FilterForm, helper, narrowing_field, offer
from lib.handover import Held
from organisation.models import User
from start.handover import Register, successors


class HolderForm(FilterForm):
    unchosen = {"fran": "Välj person"}

    fran = narrowing_field("Från")


class HandoverForm(forms.Form):
    chosen = forms.MultipleChoiceField(
        label="Vad som lämnas över",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Välj minst en sak att lämna över."},
    )
    successor = forms.ModelChoiceField(
        label="Till",
        queryset=User.objects.none(),
        empty_label="Välj person",
        help_text="De som kan se registren vid verksamheten.",
    )

    def __init__(
        self,
        *args: Any,
        actor: User,
        holder: User,
        held: Mapping[Register, list[Held]],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        choices = [
            (f"{register.key}:{one.key}", f"{one.title} ({one.unit})")
            for register, rows in held.items()
            for one in rows
        ]
        field = self.fields["chosen"]
        assert isinstance(field, forms.MultipleChoiceField)  # noqa: S101 -- for the type checker
        field.choices = choices
        field.initial = [key for key, _ in choices]
        offer(self, "successor", successors(actor, holder))
        save = Submit("save", "Lämna över", css_class="button--primary")
        self.helper = helper("chosen", "successor", ButtonHolder(save, CANCEL))
