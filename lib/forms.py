"""How every form is laid out, and what every list is narrowed by."""

from collections.abc import Iterable
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import HTML, Layout
from django import forms
from django.db.models import QuerySet

from lib.fields import LineField

ALL = (("", "Alla"),)
Choices = Iterable[tuple[int, str]]
CANCEL = HTML('<a class="button button--quiet" href="{{ back_url }}">Avbryt</a>')


def helper(*parts: Any) -> FormHelper:
    """Checked by us and not by the browser; leaving what is typed is asked about (data-guard)."""
    made = FormHelper()
    made.attrs = {"novalidate": "", "data-guard": ""}
    made.layout = Layout(*parts)
    return made


def offer(form: forms.BaseForm, name: str, rows: QuerySet[Any]) -> None:
    """The rows that can be chosen, where they depend on who asks."""
    field = form.fields[name]
    assert isinstance(field, forms.ModelChoiceField)  # noqa: S101 -- for the type checker
    field.queryset = rows


def search_field(placeholder: str) -> LineField:
    attrs = {"type": "search", "placeholder": placeholder}
    return LineField(
        label="Sök", max_length=200, required=False, widget=forms.TextInput(attrs=attrs)
    )


def narrowing_field(label: str, **kwargs: Any) -> forms.TypedChoiceField:
    """By the id of a row, or a year."""
    return forms.TypedChoiceField(
        label=label, required=False, coerce=int, empty_value=None, **kwargs
    )


class FilterForm(forms.Form):
    """What a list is narrowed by; what cannot be read narrows nothing and is said so."""

    # What stands for no narrowing, where it is not "Alla".
    unchosen: dict[str, str] = {}

    def __init__(self, data: Any, **choices: Choices) -> None:
        super().__init__(data, auto_id="filter_%s")
        for name, offered in choices.items():
            field = self.fields[name]
            assert isinstance(field, forms.TypedChoiceField)  # noqa: S101 -- for the type checker
            field.choices = [("", self.unchosen.get(name, "Alla")), *offered]
