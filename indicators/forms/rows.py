"""Rows in a form that can be added to without JavaScript: those filled, and some to fill."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from crispy_forms.layout import Div
from django import forms

SPARE = 3
MOST = 40


def rows_wanted(sent: Mapping[str, Any] | None, prefix: str, saved: int) -> range:
    """At least those that were sent, so that nothing typed is lost."""
    pattern = re.compile(rf"{prefix}_([1-9]\d?)_\w+", re.ASCII)
    found = (pattern.fullmatch(name) for name in sent or ())
    numbers = [int(match[1]) for match in found if match and int(match[1]) <= MOST]
    wanted = max(numbers, default=0) if sent is not None else saved + SPARE
    return range(1, min(max(wanted, SPARE + 1), MOST) + 1)


def row_layout(prefix: str, rows: range, *names: str) -> list[Div]:
    return [
        Div(*(f"{prefix}_{row}_{name}" for name in names), css_class="field-row") for row in rows
    ]


def filled(form: forms.BaseForm, prefix: str, rows: range, first: str, count: str) -> Iterator[int]:
    """The numbers of the rows with a name and a count; half a row is an error at its field."""
    seen: set[str] = set()
    for row in rows:
        name_field, count_field = f"{prefix}_{row}_{first}", f"{prefix}_{row}_{count}"
        if name_field in form.errors or count_field in form.errors:
            continue
        name, number = form.cleaned_data.get(name_field), form.cleaned_data.get(count_field)
        if name and number is None:
            form.add_error(count_field, "Ange antalet.")
        elif number is not None and not name:
            form.add_error(name_field, "Skriv vad antalet gäller.")
        elif name and name in seen:
            form.add_error(name_field, "Samma text står på en annan rad.")
        elif name:
            seen.add(name)
            yield row
