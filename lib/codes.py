"""The short name of a row in a register: stands in addresses and in live figures.

{{ indikator.IFO-07.utfall }}, {{ risk.R1.niva }}
"""

from collections.abc import Collection
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator

from lib.fields import LineField

PATTERN = "[A-Za-z0-9][A-Za-z0-9-]*"
LONGEST = 20
CODE = RegexValidator(
    rf"^{PATTERN}\Z",
    "Koden får innehålla bokstäver (a–z), siffror och bindestreck, till exempel R7 eller IFO-07.",
)


class CodeConverter:
    """In an address."""

    regex = PATTERN

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


class CodeField(LineField):
    """`reserved` are the words that stand in the place of a code in the register's addresses."""

    def __init__(self, *, reserved: Collection[str], **kwargs: Any) -> None:
        super().__init__(
            label="Kod",
            max_length=LONGEST,
            widget=forms.TextInput(attrs={"class": "input--short", "autocomplete": "off"}),
            **kwargs,
        )
        self.reserved = reserved
        self.validators += [CODE, self._check_reserved]

    def _check_reserved(self, code: str) -> None:
        if code.casefold() in self.reserved:
            raise ValidationError("Koden används av sidans egna adresser. Välj en annan.")
