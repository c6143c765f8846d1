"""Tjänsteutlåtandet: the letter by which the report reaches its board."""

from datetime import date
from typing import Any

from crispy_forms.layout import Div, Fieldset
from django import forms

from lib.fields import DayField, LineField
from lib.forms import offer
from lib.versioned import Versioned, form_helper
from organisation.choices import holders_around
from organisation.models import Role, User
from qualityreport.forms.reports import proper_body, rich_text_area
from qualityreport.models import Report, Statement
from qualityreport.models.statements import CHAPTERS

MOST_POINTS, MOST_BODIES = 8, 8
HANDLERS = (Role.COORDINATOR, Role.MANAGER, Role.DECIDER, Role.LEX_SARAH)
ASKS = {
    "summary": "Det viktigaste i rapporten. Skriv siffror som levande siffror.",
    "background": "Varför nämnden får rapporten.",
    "matter": "Vad rapporten visar.",
    "equality": "Skillnader mellan flickor och pojkar, kvinnor och män.",
    "children": "Vad det betyder för barn. Lämna tomt om det inte berör barn.",
    "economy": "Lämna tomt om förslaget inte kostar något.",
    "views": "Förvaltningens egna ställningstaganden.",
}


class StatementForm(Versioned[Statement]):
    title = LineField(label="Ärende", max_length=200)
    phone = LineField(label="Telefon", max_length=40, required=False)
    sender = LineField(
        label="Förvaltning",
        max_length=160,
        required=False,
        help_text="Står överst. Tomt: nämndens namn.",
    )
    recipient = LineField(
        label="Till", max_length=160, required=False, help_text="Tomt: nämnden själv."
    )

    class Meta:
        model = Statement
        fields = ("title", "handler", "phone", "sender", "recipient", *CHAPTERS)

    def __init__(self, *args: Any, report: Report, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "handler", holders_around(report.unit, HANDLERS))
        for name, title in CHAPTERS.items():
            self.fields[name] = forms.CharField(
                label=title, required=False, help_text=ASKS[name], widget=rich_text_area(rows=6)
            )
        self._add_rows()
        self.helper = form_helper(
            "title",
            Div("handler", "phone", css_class="field-row"),
            Div("sender", "recipient", css_class="field-row"),
            self._numbered("Förslag till beslut", "point", "to", MOST_POINTS),
            *[name for name in CHAPTERS if name != "views"],
            self._numbered("Ärendets beredning", "body", "on", MOST_BODIES),
            "views",
            *self.hidden,
        )
        self.helper.include_media = False

    def _add_rows(self) -> None:
        points, bodies = self.instance.points, self.instance.preparation
        for place in range(1, MOST_POINTS + 1):
            known = points[place - 1] if place <= len(points) else {}
            self._line(f"point_{place}", f"Punkt {place}", 500, known.get("text", ""))
            self._line(f"to_{place}", "Sänds till", 160, known.get("recipient", ""))
        for place in range(1, MOST_BODIES + 1):
            known = bodies[place - 1] if place <= len(bodies) else {}
            self._line(f"body_{place}", "Instans", 160, known.get("body", ""))
            self.fields[f"on_{place}"] = DayField(
                label="Datum",
                planned=True,
                required=False,
                initial=date.fromisoformat(known["on"]) if known.get("on") else None,
            )

    def _line(self, name: str, label: str, longest: int, initial: str) -> None:
        self.fields[name] = LineField(
            label=label, max_length=longest, required=False, initial=initial
        )

    def _numbered(self, title: str, first: str, second: str, most: int) -> Fieldset:
        rows = [
            Div(f"{first}_{place}", f"{second}_{place}", css_class="field-row")
            for place in range(1, most + 1)
        ]
        return Fieldset(title, *rows)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        for name in CHAPTERS:
            try:
                cleaned[name] = proper_body(cleaned.get(name, ""))
            except forms.ValidationError as error:
                self.add_error(name, error)
        for place in range(1, MOST_BODIES + 1):
            if cleaned.get(f"on_{place}") and not cleaned.get(f"body_{place}"):
                self.add_error(f"body_{place}", "Skriv vilken instans datumet gäller.")
        for place in range(1, MOST_POINTS + 1):
            if cleaned.get(f"to_{place}") and not cleaned.get(f"point_{place}"):
                self.add_error(f"point_{place}", "Skriv beslutspunkten.")
        return cleaned

    @property
    def content(self) -> dict[str, Any]:
        """Everything that is written, whether it was changed or not."""
        data = self.cleaned_data
        points = [
            {"text": data[f"point_{place}"], "recipient": data[f"to_{place}"]}
            for place in range(1, MOST_POINTS + 1)
            if data[f"point_{place}"]
        ]
        preparation = [
            {"body": data[f"body_{place}"], "on": f"{on:%Y-%m-%d}" if on else ""}
            for place in range(1, MOST_BODIES + 1)
            if data[f"body_{place}"]
            for on in [data[f"on_{place}"]]
        ]
        own = {name: data[name] for name in self._meta.fields or ()}
        return own | {"points": points, "preparation": preparation}


def suggested(report: Report, author: User) -> dict[str, Any]:
    """What a new letter begins with: the usual decision, and nothing about what it says."""
    return {
        "title": f"{report} för {report.unit.name}",
        "handler": author.pk,
        "point_1": f"Nämnden godkänner {report.get_kind_display().lower()} {report.year}.",
        "point_2": "Nämnden lägger rapporten till handlingarna.",
    }
