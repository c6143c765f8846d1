"""Forms of rows that have a version: what was read travels along, and messages stand at their
field."""

from collections.abc import Mapping
from typing import Any, ClassVar, TypeVar

from crispy_forms.helper import FormHelper
from crispy_forms.layout import ButtonHolder, Submit
from django import forms
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db.models import Model

from lib.fields import CountField, name_the_empty
from lib.forms import CANCEL, helper
from lib.versions import Difference, differing, in_words, listed_rows

Row = TypeVar("Row", bound=Model)
FIRST_YEAR, LAST_YEAR = 1990, 2100


class YearField(CountField):
    def to_python(self, value: Any) -> int | None:
        year = super().to_python(value)
        if year is not None and not FIRST_YEAR <= year <= LAST_YEAR:
            raise ValidationError("Skriv året med fyra siffror, till exempel 2026.")
        return year


class Versioned(forms.ModelForm[Row]):
    """A row to make, or to change over exactly the version that was read."""

    # The name of a constraint, and the field that its message belongs to.
    at_field: ClassVar[Mapping[str, str]] = {}
    # Set by the view and not in the form, and still part of what must be unique.
    given: ClassVar[frozenset[str]] = frozenset()

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk is None:
            del self.fields["version"]
        else:
            self.fields["version"].initial = self.instance.version  # type: ignore[attr-defined]
        name_the_empty(self)

    def _get_validation_exclusions(self) -> set[str]:
        # Absent from the stubs.
        excluded: set[str] = super()._get_validation_exclusions()  # type: ignore[misc]
        return excluded - self.given

    def _post_clean(self) -> None:
        super()._post_clean()  # type: ignore[misc]  # absent from the stubs
        for constraint in self.instance._meta.constraints:
            if field := self.at_field.get(constraint.name):
                self._move(str(constraint.violation_error_message), field)

    def _move(self, message: str, field: str) -> None:
        general = list(map(str, self.errors.get(NON_FIELD_ERRORS, ())))
        if message not in general:
            return
        del self.errors[NON_FIELD_ERRORS]
        for other in general:
            self.add_error(field if other == message else None, other)

    @property
    def hidden(self) -> tuple[str, ...]:
        """For the layout: the version, where there is one."""
        return ("version",) if "version" in self.fields else ()

    @property
    def own(self) -> list[str]:
        return [name for name in self._meta.fields or () if name in self.fields]

    @property
    def values(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in self.own}

    @property
    def changes(self) -> dict[str, Any]:
        return {name: value for name, value in self.values.items() if name in self.changed_data}

    @property
    def has_new_content(self) -> bool:
        return bool(set(self.changed_data) - {"version"})

    def compared_with(self, saved: Row) -> list[Difference]:
        """The fields whose text here is another than what stands in the register."""
        return differing(
            (str(self.fields[name].label), self._mine(name), in_words(saved, name))
            for name in self.own
        )

    def _mine(self, name: str) -> str:
        """What was chosen of other rows is not on the instance before it is saved."""
        chosen = self.cleaned_data[name]
        if isinstance(self.fields[name], forms.ModelMultipleChoiceField):
            return listed_rows(chosen)
        return in_words(self.instance, name)


def unmark(form: forms.BaseForm, *beginnings: str) -> None:
    """One of several must be filled in, or a row as a whole: "valfritt" would say too little."""
    for name, field in form.fields.items():
        if name.startswith(beginnings):
            field.expected = True  # type: ignore[attr-defined]  # read by field_label.html


def form_helper(*parts: Any, submit: str = "Spara") -> FormHelper:
    save = Submit("save", submit, css_class="button--primary")
    return helper(*parts, ButtonHolder(save, CANCEL))
