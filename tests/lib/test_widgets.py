"""Form controls written by lib.widgets are, byte for byte, those of Django's own templates."""

from datetime import date

import pytest
from django import forms
from django.forms.renderers import DjangoTemplates
from django.utils.safestring import mark_safe

from lib.widgets import Renderer

EVIL = "<script>\"'&"
CHOICES = [("", "Alla"), (1, EVIL), (EVIL, "Två"), (3, mark_safe("<b>3</b>"))]
GROUPS = [("", "Välj"), (EVIL, [(1, "Ett"), (2, "Två")]), ("Andra", [(3, "Tre")])]
CONTROLS: list[tuple[forms.Widget, object]] = [
    (forms.TextInput(attrs={"type": "search", "placeholder": EVIL}), EVIL),
    (forms.TextInput(), None),
    (forms.TextInput(), ""),
    (forms.NumberInput(attrs={"min": 1, "required": True, "disabled": False}), 1234567),
    (forms.EmailInput(), "a@b.se"),
    (forms.URLInput(), "https://example.se/?a=1&b=2"),
    (forms.PasswordInput(), "hemligt"),
    (forms.HiddenInput(), EVIL),
    (forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"), date(2026, 3, 2)),
    (forms.DateTimeInput(), "2026-03-02 14:30"),
    (forms.CheckboxInput(), True),
    (forms.CheckboxInput(), None),
    (forms.CheckboxInput(), EVIL),
    (forms.Select(choices=CHOICES), 1),
    (forms.Select(choices=CHOICES), None),
    (forms.Select(attrs={"class": EVIL}, choices=GROUPS), 2),
    (forms.Select(), ""),
    (forms.SelectMultiple(choices=GROUPS), [1, 3]),
    (forms.Select(choices=[(None, "Inget"), (date(2026, 3, 2), 1000)]), date(2026, 3, 2)),
    (forms.Textarea(), EVIL),
    (forms.RadioSelect(choices=CHOICES), 1),
]


@pytest.mark.parametrize(("widget", "value"), CONTROLS)
def test_a_control_is_written_as_django_writes_it(widget: forms.Widget, value: object) -> None:
    attrs = {"id": "id_falt", "aria-invalid": "true", "aria-describedby": "id_falt_error"}
    ours, djangos = (
        widget.render("falt", value, attrs, renderer=renderer)
        for renderer in (Renderer(), DjangoTemplates())
    )
    assert ours == djangos


def test_the_forms_are_written_so() -> None:
    assert isinstance(forms.Form().renderer, Renderer)
