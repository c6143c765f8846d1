"""Parse and check; services write."""

from datetime import date
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import HTML, ButtonHolder, Div, Submit
from django import forms
from django.conf import settings
from django.urls import reverse
from django_prose_editor.widgets import ProseEditorWidget

from lib import richtext
from lib.forms import helper
from organisation.access import access_of
from organisation.models import SmallNumberPolicy, Unit, User
from qualityreport import standing
from qualityreport.models import Report, ReportKind, Section, SectionStatus, StandingText
from qualityreport.outlines import DEFAULT_OUTLINE, OUTLINES, outlines_of
from qualityreport.querysets import COMPOSERS

YEARS = (1990, 2100)


STANDING_LIST = '{% url "qualityreport:standing_list" %}'


def composed_units(user: User) -> forms.ModelChoiceField[Unit]:
    composed = access_of(user).unit_ids(*COMPOSERS)
    return forms.ModelChoiceField(
        label="Verksamhet",
        queryset=Unit.objects.filter(pk__in=composed).order_by("pk"),
        empty_label="Välj verksamhet",
    )


class ReportForm(forms.ModelForm[Report]):
    kind = forms.ChoiceField(label="Rapport", choices=ReportKind.choices)
    outline = forms.ChoiceField(
        label="Disposition",
        required=False,
        choices=[(key, OUTLINES[key].title) for key in outlines_of(ReportKind.QUALITY_REPORT)],
        initial=DEFAULT_OUTLINE[ReportKind.QUALITY_REPORT],
        widget=forms.RadioSelect,
        help_text="Vilka avsnitt en kvalitetsberättelse har och i vilken ordning. Den går inte att "
        "byta sedan. De andra rapporterna har bara en.",
    )
    year = forms.IntegerField(
        label="År",
        min_value=YEARS[0],
        max_value=YEARS[1],
        widget=forms.NumberInput(attrs={"class": "input--short"}),
    )
    as_of = forms.DateField(
        label="Avser läget den",
        help_text="31 december för helår, 31 augusti för delår. En kvalitetsplan avser dagen då "
        "den läggs fast. Registren läses som de såg ut då.",
        widget=forms.DateInput(attrs={"type": "date", "class": "input--short"}, format="%Y-%m-%d"),
    )

    class Meta:
        model = Report
        fields = ("kind", "year", "unit", "as_of", "audience", "subtitle", "diary_number")

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"] = composed_units(user)
        self.fields["audience"].required = False
        self.fields["audience"].expected = True  # type: ignore[attr-defined]  # never left empty
        self.helper = helper(
            "kind",
            "outline",
            Div("year", "as_of", css_class="field-row"),
            "unit",
            "audience",
            "subtitle",
            "diary_number",
            ButtonHolder(
                Submit("save", "Skapa rapporten", css_class="button--primary"),
                HTML(
                    '<a class="button button--quiet" href="{% url "qualityreport:list" %}">'
                    "Avbryt</a>"
                ),
            ),
        )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        kind = cleaned.get("kind", "")
        if cleaned.get("outline") not in outlines_of(kind):
            cleaned["outline"] = DEFAULT_OUTLINE.get(kind, "")
        cleaned["audience"] = cleaned.get("audience") or SmallNumberPolicy.Audience.PUBLIC
        year, as_of = cleaned.get("year"), cleaned.get("as_of")
        if year and as_of and not date(year, 1, 1) <= as_of <= date(year, 12, 31):
            self.add_error("as_of", f"Datumet ska ligga i {year}.")
        return cleaned


# The editor's JavaScript comes from its package; without JavaScript it is a plain text area.
EDITOR: dict[str, Any] = {
    "Bold": True,
    "Italic": True,
    "BulletList": True,
    "OrderedList": True,
    "ListItem": True,
    "Blockquote": True,
    "Heading": {"levels": [3]},
    "Link": {"enableTarget": False, "protocols": ["https", "mailto"]},
    "History": True,
}


def rich_text_area(rows: int = 18, values_url: str = "") -> ProseEditorWidget:
    """With the address that tells the live figures' values, they are shown in the text."""
    chips: dict[str, Any] = (
        {name: {"url": values_url} for name in settings.CHIPS} if values_url else {}
    )
    return ProseEditorWidget(
        config={"extensions": EDITOR | chips}, preset="configurable", attrs={"rows": rows}
    )


def proper_body(typed: str) -> str:
    """Clean, and not more than the print can take."""
    body = richtext.clean(typed)
    if why := richtext.too_long(body):
        raise forms.ValidationError(why)
    return body


def _tied(*parts: Any) -> FormHelper:
    """The editor's import map stands in the page's head, with the page's nonce."""
    made = helper(*parts)
    made.include_media = False
    return made


def _buttons(back: str) -> ButtonHolder:
    return ButtonHolder(
        Submit("save", "Spara", css_class="button--primary"),
        HTML(f"<a class='button button--quiet' href='{back}'>Tillbaka</a>"),
    )


SAVED = HTML('<p class="muted" role="status" data-saved></p>')


class SectionForm(forms.Form):
    body = forms.CharField(label="Text", required=False, widget=rich_text_area())
    status = forms.ChoiceField(label="Status", choices=SectionStatus.choices)
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, section: Section, **kwargs: Any) -> None:
        kwargs.setdefault(
            "initial",
            {"body": section.body, "status": section.status, "version": section.version},
        )
        super().__init__(*args, **kwargs)
        values = reverse("qualityreport:values", args=[section.report_id])
        self.fields["body"].widget = rich_text_area(values_url=values)
        self.fields["body"].help_text = section.prompt
        back = '{% url "qualityreport:detail" section.report_id %}'
        self.helper = _tied("body", SAVED, "status", "version", _buttons(back))
        here = reverse("qualityreport:section", args=[section.report_id, section.key])
        self.helper.attrs |= {"data-studio": here, "data-version": section.version}

    def clean_body(self) -> str:
        return proper_body(self.cleaned_data["body"])


class StandingBody(forms.Form):
    """The text itself, which cannot be empty."""

    body = forms.CharField(label="Text", widget=rich_text_area())

    def clean_body(self) -> str:
        body = proper_body(self.cleaned_data["body"])
        if richtext.is_empty(body):
            raise forms.ValidationError("Skriv texten.")
        return body


class StandingTextForm(StandingBody):
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, text: StandingText, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {"body": text.body, "version": text.version})
        super().__init__(*args, **kwargs)
        self.helper = _tied("body", "version", _buttons(STANDING_LIST))


class NewStandingTextForm(StandingBody):
    key = forms.ChoiceField(label="Text", choices=[*standing.TITLES.items()])
    first_year = forms.IntegerField(
        label="Gäller från rapportår",
        min_value=YEARS[0],
        max_value=YEARS[1],
        help_text="Rapporter för året och senare får texten. Tidigare rapporter behåller sin.",
        widget=forms.NumberInput(attrs={"class": "input--short"}),
    )

    field_order = ("key", "unit", "first_year", "body")

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"] = composed_units(user)
        self.helper = _tied("key", "unit", "first_year", "body", _buttons(STANDING_LIST))

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        named = {name: cleaned.get(name) for name in ("unit", "key", "first_year")}
        taken = StandingText.objects.within([named["unit"].pk] if named["unit"] else [])
        if all(named.values()) and taken.filter(**named).exists():
            self.add_error("first_year", "Det finns redan en text från det rapportåret. Ändra den.")
        return cleaned
