"""Parts of a form's layout beside those that crispy has."""

from typing import Any

from crispy_forms.layout import Div
from django import forms


class Folded(Div):  # type: ignore[misc]  # crispy has no types
    """What is seldom filled in is folded away, and stands open once it holds something."""

    template = "%s/layout/folded.html"

    def __init__(self, title: str, *fields: Any) -> None:
        super().__init__(*fields)
        self.title = title

    def render(self, form: forms.BaseForm, *args: Any, **kwargs: Any) -> Any:
        inside = (form[pointer.name] for pointer in self.get_field_names())
        self.is_open = any(field.errors or _holds(field.value()) for field in inside)
        return super().render(form, *args, **kwargs)


def _holds(value: Any) -> bool:
    return value not in (None, "", False)
