import re
from typing import Any

from django import forms

from indicators.kolada import areas, client
from lib.fields import LineField

KPI = re.compile(r"[A-Z][A-Z0-9]{1,19}")


class KeyFigureForm(forms.Form):
    kpi = LineField(
        label="Nyckeltalets kod",
        max_length=20,
        help_text="Till exempel N31807.",
        widget=forms.TextInput(attrs={"class": "input--short", "autocomplete": "off"}),
    )

    def clean_kpi(self) -> str:
        code = str(self.cleaned_data["kpi"]).upper()
        if not KPI.fullmatch(code):
            raise forms.ValidationError("Skriv koden som den står i Kolada, till exempel N31807.")
        return code


class AreaForm(forms.Form):
    area = LineField(
        label="Områdets kod",
        max_length=40,
        help_text="Kommunens fyra siffror, eller gruppens eller enhetens kod i Kolada.",
        widget=forms.TextInput(attrs={"class": "input--short", "autocomplete": "off"}),
    )
    area_title = LineField(label="Områdets namn", max_length=160, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if client.is_on():
            del self.fields["area_title"]

    def clean_area(self) -> str:
        code = str(self.cleaned_data["area"])
        if not areas.CODE.fullmatch(code):
            raise forms.ValidationError("Skriv koden som den står i Kolada, till exempel 0126.")
        return code

    @property
    def title(self) -> str:
        return str(self.cleaned_data.get("area_title", ""))


class SearchForm(forms.Form):
    """Words for a key figure, words for an area."""

    sok = LineField(label="Ord i nyckeltalets namn", max_length=100, required=False)
    omrade = LineField(label="Kommunens eller enhetens namn", max_length=100, required=False)

    def words(self, name: str) -> str:
        return str(self.cleaned_data.get(name, "")).strip() if self.is_valid() else ""
