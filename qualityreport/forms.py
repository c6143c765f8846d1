"""Parse and check; services write."""

from datetime import date
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import HTML, ButtonHolder, Div, Layout, Submit
from django import forms
from django_prose_editor.widgets import ProseEditorWidget

from lib import richtext
from organisation.access import access_of
from organisation.models import Unit, User
from qualityreport.models import Report, ReportKind, Section, SectionStatus
from qualityreport.querysets import COMPOSERS

YEARS = (1990, 2100)


class ReportForm(forms.ModelForm[Report]):
    kind = forms.ChoiceField(label="Rapport", choices=ReportKind.choices)
    year = forms.IntegerField(
        label="År",
        min_value=YEARS[0],
        max_value=YEARS[1],
        widget=forms.NumberInput(attrs={"class": "input--short"}),
    )
    as_of = forms.DateField(
        label="Avser läget den",
        help_text="31 december för helår, 31 augusti för delår. Registren läses som de såg ut då.",
        widget=forms.DateInput(attrs={"type": "date", "class": "input--short"}, format="%Y-%m-%d"),
    )

    class Meta:
        model = Report
        fields = ("kind", "year", "unit", "as_of", "subtitle", "diary_number")

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        composed = access_of(user).unit_ids(*COMPOSERS)
        units = forms.ModelChoiceField(
            label="Verksamhet",
            queryset=Unit.objects.filter(pk__in=composed).order_by("pk"),
            empty_label="Välj verksamhet",
        )
        self.fields["unit"] = units
        self.helper = FormHelper()
        self.helper.attrs = {"novalidate": "", "data-guard": ""}
        self.helper.layout = Layout(
            "kind",
            Div("year", "as_of", css_class="field-row"),
            "unit",
            "subtitle",
            "diary_number",
            ButtonHolder(Submit("save", "Skapa rapporten", css_class="button--primary")),
        )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
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


def rich_text_area() -> ProseEditorWidget:
    return ProseEditorWidget(
        config={"extensions": EDITOR}, preset="configurable", attrs={"rows": 18}
    )


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
        self.fields["body"].help_text = section.prompt
        self.helper = FormHelper()
        # The editor's import map stands in the page's head, with the page's nonce.
        self.helper.include_media = False
        self.helper.attrs = {"novalidate": "", "data-guard": ""}
        self.helper.layout = Layout(
            "body",
            "status",
            "version",
            ButtonHolder(
                Submit("save", "Spara", css_class="button--primary"),
                HTML(
                    "<a class='button button--quiet'"
                    " href='{% url \"qualityreport:detail\" section.report_id %}'>Tillbaka</a>"
                ),
            ),
        )

    def clean_body(self) -> str:
        body = richtext.clean(self.cleaned_data["body"])
        if why := richtext.too_long(body):
            raise forms.ValidationError(why)
        return body
