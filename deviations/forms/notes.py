"""One note: date, source, and any number of passages, each a fact or an assessment."""

import re
from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils import timezone

from deviations.models import InvestigationNote
from lib.fields import DayField, LineField, TextField
from lib.versions import Difference, differing

MOST_PASSAGES = 40
PASSAGE = re.compile(r"passage_(\d{1,2})_text")
Typed = Mapping[str, Any]


class NoteForm(forms.Form):
    """A passage whose text is empty is left out; `more` asks for room for one more."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1)
    noted_on = DayField(label="Datum")
    source = LineField(
        label="Källa",
        max_length=200,
        help_text="Vem som berättade eller vilken handling det står i, till exempel samtal med"
        " handläggaren, journalanteckning, egen iakttagelse. Skriv inte den enskildes namn.",
    )

    def __init__(
        self, typed: Typed | None = None, *, note: InvestigationNote | None = None
    ) -> None:
        initial = _stored(note) if note else {"noted_on": timezone.localdate}
        more = bool(typed and "more" in typed)
        if typed and more:
            initial = {name: typed[name] for name in list(typed)}
        sent = None if more else typed
        super().__init__(sent, initial=initial)
        if note is None:
            del self.fields["version"]
        last = _last(initial if sent is None else sent) + more
        self.passages = range(1, min(last, MOST_PASSAGES) + 1)
        for number in self.passages:
            self._add_passage(number)
        if more:
            self.fields[f"passage_{self.passages[-1]}_text"].widget.attrs["data-focus"] = ""

    def _add_passage(self, number: int) -> None:
        self.fields[f"passage_{number}_text"] = TextField(
            label=f"Uppgift {number}", rows=5, required=False
        )
        self.fields[f"passage_{number}_nature"] = forms.ChoiceField(
            label=f"Uppgift {number} är",
            choices=InvestigationNote.Nature.choices,
            required=False,
            widget=forms.RadioSelect,
        )
        for part in ("text", "nature"):
            self.fields[f"passage_{number}_{part}"].expected = True  # type: ignore[attr-defined]

    @property
    def can_grow(self) -> bool:
        return len(self.passages) < MOST_PASSAGES

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        written = [number for number in self.passages if cleaned.get(f"passage_{number}_text")]
        for number in written:
            nature = f"passage_{number}_nature"
            if nature not in self.errors and not cleaned.get(nature):
                self.add_error(nature, "Välj om det är en faktauppgift eller en bedömning.")
        if not written and not self.errors:
            self.add_error("passage_1_text", "Skriv minst en uppgift.")
        return cleaned

    def content(self) -> dict[str, Any]:
        sent = self.cleaned_data
        passages = [
            {"nature": sent[f"passage_{number}_nature"], "text": sent[f"passage_{number}_text"]}
            for number in self.passages
            if sent[f"passage_{number}_text"]
        ]
        return {"noted_on": sent["noted_on"], "source": sent["source"], "passages": passages}

    def compared_with(self, saved: InvestigationNote) -> list[Difference]:
        mine = self.content()
        return differing(
            (
                ("Datum", str(mine["noted_on"]), str(saved.noted_on)),
                ("Källa", mine["source"], saved.source),
                ("Anteckning", in_words(mine["passages"]), in_words(saved.passages)),
            )
        )


def in_words(passages: list[dict[str, str]]) -> str:
    natures = dict(InvestigationNote.Nature.choices)
    return "\n\n".join(f"{natures[one['nature']]}: {one['text']}" for one in passages)


def _stored(note: InvestigationNote) -> dict[str, Any]:
    found: dict[str, Any] = {
        "version": note.version,
        "noted_on": note.noted_on,
        "source": note.source,
    }
    for number, passage in enumerate(note.passages, start=1):
        found |= {f"passage_{number}_{part}": text for part, text in passage.items()}
    return found


def _last(typed: Typed) -> int:
    """How many passages there are, one at least."""
    return max((int(found[1]) for found in map(PASSAGE.fullmatch, typed) if found), default=1) or 1
