"""Svarsgrupper: parts of those who were asked, whose answers are counted apart."""

from collections.abc import Iterator
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import HTML, Fieldset
from django import forms

from indicators.forms.rows import row_layout
from indicators.models import Observation, Survey
from indicators.services.surveys import GroupRow, groups_of
from lib.fields import CountField, LineField
from lib.numbers import NOT_SET, format_integer
from lib.versioned import Versioned, form_helper, unmark
from lib.versions import Difference, differing

MOST = 6  # columns that a table in print has room for
ROWS = range(1, MOST + 1)
SEXES = [(value, label) for value, label in Observation.Sex.choices if value != Observation.Sex.ALL]
FIELDS = ("name", "sex", "distributed", "answered")


class SurveyGroupsForm(Versioned[Survey]):
    class Meta:
        model = Survey
        fields: tuple[str, ...] = ()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.saved = groups_of(self.instance)
        for row in ROWS:
            self._add_row(row, self.saved[row - 1] if row <= len(self.saved) else GroupRow(""))
        unmark(self, "group_")

    def _add_row(self, row: int, saved: GroupRow) -> None:
        beginning = f"group_{row}_"
        self.fields[f"{beginning}name"] = LineField(
            label=f"Grupp {row}", max_length=80, required=False, initial=saved.name
        )
        self.fields[f"{beginning}sex"] = forms.ChoiceField(
            label="Kön", required=False, choices=[("", "Annan grupp"), *SEXES], initial=saved.sex
        )
        self.fields[f"{beginning}distributed"] = CountField(
            label="Utdelade", required=False, initial=saved.distributed
        )
        self.fields[f"{beginning}answered"] = CountField(
            label="Besvarade", required=False, initial=saved.answered
        )

    @property
    def helper(self) -> FormHelper:
        intro = HTML(
            '<p class="muted">Till exempel kvinnor och män, eller åldrar. Hur grupperna svarade '
            "anges sedan på varje fråga. Grupper med få svar visas inte i rapporter, och inte "
            "heller en grupp som den lilla går att räkna fram ur.</p>"
        )
        rows = [
            part
            for row in ROWS
            for pair in (FIELDS[:2], FIELDS[2:])
            for part in row_layout("group", range(row, row + 1), *pair)
        ]
        return form_helper(*self.hidden, Fieldset("Svarsgrupper", intro, *rows))

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        self.groups = list(self._filled())
        for name in ("distributed", "answered"):
            self._check_sum(name)
        return cleaned

    def _filled(self) -> Iterator[GroupRow]:
        seen: dict[str, set[str]] = {"name": set(), "sex": set()}
        for row in ROWS:
            told: dict[str, Any] = {
                name: self.cleaned_data.get(f"group_{row}_{name}") for name in FIELDS
            }
            if not told["name"]:
                if any(value not in ("", None) for value in told.values()):
                    self.add_error(f"group_{row}_name", "Skriv vad gruppen heter.")
                continue
            for name, taken in seen.items():
                if told[name] and told[name] in taken:
                    self.add_error(f"group_{row}_{name}", "Samma står på en annan rad.")
                taken.add(str(told[name]))
            self._check_row(row, told)
            pk = self.saved[row - 1].pk if row <= len(self.saved) else None
            yield GroupRow(**told, pk=pk)

    def _told(self, row: int) -> dict[str, Any]:
        return {name: self.cleaned_data.get(f"group_{row}_{name}") for name in FIELDS}

    def _check_row(self, row: int, told: dict[str, Any]) -> None:
        distributed, answered = told["distributed"], told["answered"]
        if distributed is not None and answered is not None and answered > distributed:
            self.add_error(f"group_{row}_answered", "Besvarade kan inte vara fler än utdelade.")

    def _check_sum(self, name: str) -> None:
        whole = getattr(self.instance, name)
        total = sum(getattr(group, name) or 0 for group in self.groups)
        if whole is not None and total > whole:
            self.add_error(
                f"group_1_{name}",
                f"Grupperna är tillsammans {format_integer(total)}, men undersökningen har "
                f"{format_integer(whole)}.",
            )

    @property
    def has_new_content(self) -> bool:
        return self.groups != self.saved

    def compared_with(self, saved: Survey) -> list[Difference]:
        return differing([("Svarsgrupper", _in_words(self.groups), _in_words(groups_of(saved)))])


def _in_words(groups: list[GroupRow]) -> str:
    told = (
        f"{group.name}: {format_integer(group.answered)} av {format_integer(group.distributed)}"
        for group in groups
    )
    return "; ".join(told) or NOT_SET
