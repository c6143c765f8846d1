"""Form fields that take whatever people paste, and say in words what they cannot take."""

import re
import unicodedata
from collections.abc import Callable
from datetime import date, datetime, timedelta
from decimal import Decimal
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
    if normal.isprintable():
        return normal  # nearly always, and a tenth of the work
    kept = "\n\t" if lines else ""
    return "".join(
        char if char in kept or unicodedata.category(char) not in ("Cc", "Cs") else " "
        for char in normal
    )


def name_the_empty(form: forms.BaseForm) -> None:
    """A choice that has not been made says so in words."""
    for field in form.fields.values():
        word = "Välj" if field.required else "Ingen"
        if isinstance(field, forms.ModelChoiceField):
            field.empty_label = field.empty_label and word
        elif isinstance(field, forms.ChoiceField):
            choices: Any = field.choices
            field.choices = [(value, word if value == "" else label) for value, label in choices]


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
    def __init__(self, *, rows: int = 6, longest: int = LONGEST_TEXT, **kwargs: Any) -> None:
        kwargs.pop("max_length", None)
        kwargs["widget"] = forms.Textarea(attrs={"rows": rows})
        super().__init__(**kwargs)
        self.validators.append(at_most(longest))

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


def _digits(text: str) -> str:
    """Without the spaces that group digits, as Excel and our own pages write them."""
    return re.sub(r"(?<=\d)[ \u00a0\u202f](?=\d{3}(?!\d))", "", plain(text, lines=False).strip())


PART_OF_WHOLE = re.compile(r"(\d+)\s*(?:av|/|\()\s*(\d+)\)?", re.IGNORECASE)


def _no_number(text: str) -> str:
    """What is wrong with what stands instead of a number, and what to write."""
    if pair := PART_OF_WHOLE.fullmatch(text):
        return f"Skriv talen i var sitt fält: {pair[1]} här och {pair[2]} i fältet för hur många."
    if text.endswith("%"):
        return "Skriv talet utan procenttecken."
    if re.match(r"(ca|cirka|ungefär|omkring|drygt|knappt|<|>)", text, re.IGNORECASE):
        return "Skriv ett exakt tal. Är det inte känt, lämna fältet tomt och säg det i kommentaren."
    return "Skriv ett tal med siffror."


class CountField(forms.IntegerField):
    """A whole number of people, cases or visits: "1 234" is one thousand two hundred and so on."""

    HIGHEST = 999_999_999

    def __init__(self, **kwargs: Any) -> None:
        kwargs["widget"] = forms.TextInput(
            attrs={"inputmode": "numeric", "class": "input--short", "autocomplete": "off"}
        )
        super().__init__(min_value=0, max_value=self.HIGHEST, **kwargs)
        self.validators.clear()

    def to_python(self, value: Any) -> int | None:
        text = _digits(str(value)) if value not in self.empty_values else ""
        if not text:
            return None
        if re.fullmatch(r"\d+[.,]\d+", text):
            raise ValidationError("Skriv ett helt tal, utan decimaler.")
        if text.endswith("%"):
            raise ValidationError("Skriv antalet, inte andelen i procent.")
        if not re.fullmatch(r"\d+", text, re.ASCII):
            raise ValidationError(
                "Talet kan inte vara negativt."
                if re.fullmatch(r"[-−]\d+", text)
                else _no_number(text)
            )
        if len(text) > len(str(self.HIGHEST)):
            raise ValidationError("Talet är för stort. Kontrollera siffrorna.")
        return int(text)


class NumberField(forms.DecimalField):
    """A number with decimal comma or point, at most two decimals."""

    NUMBER = re.compile(r"-?\d{1,12}(?:\.\d+)?", re.ASCII)

    def __init__(self, *, share: bool = False, **kwargs: Any) -> None:
        """share: a percentage, 0 to 100."""
        kwargs["widget"] = forms.TextInput(
            attrs={"inputmode": "decimal", "class": "input--short", "autocomplete": "off"}
        )
        super().__init__(**kwargs)
        self.share = share

    def to_python(  # type: ignore[override]  # in the stubs it descends from IntegerField
        self, value: Any
    ) -> Decimal | None:
        text = _digits(str(value)) if value not in self.empty_values else ""
        if not text:
            return None
        number = text.replace("−", "-").replace(",", ".")
        if not self.NUMBER.fullmatch(number):
            raise ValidationError(_no_number(text))
        exact = Decimal(number)
        if -exact.as_tuple().exponent > 2:  # type: ignore[operator]  # a finite number has one
            raise ValidationError("Skriv högst två decimaler.")
        if self.share and not 0 <= exact <= 100:
            raise ValidationError("En andel ligger mellan 0 och 100 procent.")
        return exact

    def prepare_value(self, value: Any) -> Any:
        """As it is written in Swedish, without zeros that say nothing."""
        if not isinstance(value, Decimal):
            return value
        text = f"{value:f}"
        return (text.rstrip("0").rstrip(".") if "." in text else text).replace(".", ",")


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
