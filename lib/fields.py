"""Form fields that take whatever people paste, and say in words what they cannot take."""

import unicodedata
from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from lib.numbers import format_integer

LONGEST_TEXT = 20_000
LONGEST_ID = 18
EARLIEST = date(1990, 1, 1)
LATEST_PLAN = timedelta(days=3653)
NOT_A_DAY = "Skriv datumet som ÅÅÅÅ-MM-DD, till exempel 2026-03-02."
NOT_A_MOMENT = "Skriv dag och klockslag, till exempel 2026-03-02 14:30."


def plain(text: str, *, lines: bool) -> str:
    """Composed letters, one kind of line break, and no control characters (PostgreSQL refuses
    NUL; the others are invisible)."""
    normal = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    kept = "\n\t" if lines else ""
    return "".join(
        char if char in kept or unicodedata.category(char) not in ("Cc", "Cs") else " "
        for char in normal
    )


def at_most(limit: int) -> Callable[[str], None]:
    """Not max_length: its HTML attribute would silently cut what is pasted."""

    def check(value: str) -> None:
        if len(value) > limit:
            raise ValidationError(
                f"Texten är för lång: högst {format_integer(limit)} tecken, nu"
                f" {format_integer(len(value))}."
            )

    return check


class TextField(forms.CharField):
    def __init__(self, *, rows: int = 6, **kwargs: Any) -> None:
        kwargs.pop("max_length", None)
        kwargs["widget"] = forms.Textarea(attrs={"rows": rows})
        super().__init__(**kwargs)
        self.validators.append(at_most(LONGEST_TEXT))

    def to_python(self, value: Any) -> str:
        return super().to_python(plain(str(value), lines=True) if value else value) or ""


class LineField(forms.CharField):
    def __init__(self, *, max_length: int, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.validators.append(at_most(max_length))

    def to_python(self, value: Any) -> str:
        return super().to_python(plain(str(value), lines=False) if value else value) or ""


class DayField(forms.DateField):
    """A day that has been, from 1990 on; with `planned`, a day to come as well."""

    def __init__(self, *, planned: bool = False, **kwargs: Any) -> None:
        kwargs["widget"] = forms.DateInput(
            attrs={"type": "date", "class": "input--short"}, format="%Y-%m-%d"
        )
        kwargs["input_formats"] = ["%Y-%m-%d", "%Y%m%d"]
        super().__init__(error_messages={"invalid": NOT_A_DAY}, **kwargs)
        self.validators.append(check_planned if planned else check_past)


class MomentField(forms.DateTimeField):
    """A moment that has been, by the local clock."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs["widget"] = forms.DateTimeInput(
            attrs={"type": "datetime-local", "class": "input--short"}, format="%Y-%m-%dT%H:%M"
        )
        super().__init__(error_messages={"invalid": NOT_A_MOMENT}, **kwargs)
        self.validators.append(check_past_moment)

    def to_python(self, value: Any) -> datetime | None:
        try:
            return super().to_python(value)
        except OverflowError as error:
            raise ValidationError(NOT_A_MOMENT) from error


def check_past(day: date) -> None:
    if day < EARLIEST:
        raise ValidationError("Kontrollera året: datumet ligger före 1990.")
    if day > timezone.localdate():
        raise ValidationError("Datumet ligger i framtiden.")


def check_planned(day: date) -> None:
    if day < EARLIEST:
        raise ValidationError("Kontrollera året: datumet ligger före 1990.")
    if day > timezone.localdate() + LATEST_PLAN:
        raise ValidationError("Kontrollera året: datumet ligger mer än tio år fram.")


def check_past_moment(moment: datetime) -> None:
    check_past(moment.date())
    if moment > timezone.now():
        raise ValidationError("Klockslaget ligger i framtiden.")


class YesNoField(forms.TypedChoiceField):
    """Yes, no, or an answer that says neither (None)."""

    def __init__(self, *, neither: tuple[tuple[str, str], ...], **kwargs: Any) -> None:
        super().__init__(
            choices=(("yes", "Ja"), ("no", "Nej"), *neither),
            coerce=lambda value: {"yes": True, "no": False}.get(value),
            empty_value=None,
            **kwargs,
        )

    def prepare_value(self, value: Any) -> Any:
        return {True: "yes", False: "no"}.get(value, value) if not isinstance(value, str) else value

    def has_changed(self, initial: Any, data: Any) -> bool:
        return super().has_changed(self.prepare_value(initial), data)


class SeveralField(forms.ModelMultipleChoiceField):  # type: ignore[type-arg]  # generic only in the stubs
    """An id that no column can hold is as unknown as any other; the databases refuse it."""

    widget = forms.CheckboxSelectMultiple

    def clean(self, value: Any) -> Any:
        for key in value or ():
            if len(str(key)) > LONGEST_ID:
                raise self._unknown(key)
        return super().clean(value)

    def _unknown(self, key: Any) -> ValidationError:
        words = self.error_messages["invalid_choice"]
        return ValidationError(words, code="invalid_choice", params={"value": key})
