"""Forms of the living style page: one field of each kind."""

from typing import Any, ClassVar

from crispy_forms.helper import FormHelper
from crispy_forms.layout import HTML, ButtonHolder, Div, Fieldset, Layout, Submit
from django import forms

from lib.layout import Folded

GRADES = [
    ("none", "Inte missförhållande"),
    ("risk", "Risk för missförhållande"),
    ("harm", "Missförhållande"),
]
CAUSES = [
    ("communication", "Kommunikation och information"),
    ("environment", "Omgivning och organisation"),
    ("procedures", "Processer och rutiner"),
]
UNITS = [("", "Välj enhet"), ("intake", "Mottagningen"), ("children", "Barnenheten")]


class SampleForm(forms.Form):
    WRONG: ClassVar[dict[str, Any]] = {
        "title": "",
        "occurred_on": "",
        "people": "-2",
        "email": "eva@",
        "description": "Det som redan är skrivet står kvar.",
        "causes": ["procedures"],
    }

    title = forms.CharField(label="Rubrik", max_length=120, help_text="Utan namn på enskilda.")
    unit = forms.ChoiceField(label="Enhet", choices=UNITS)
    occurred_on = forms.DateField(
        label="Datum", widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    people = forms.IntegerField(label="Antal berörda", required=False, min_value=0)
    email = forms.EmailField(label="E-post", required=False)
    description = forms.CharField(
        label="Vad hände?",
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text="Skriv vad du såg och hörde. Värderingar hör till utredningen.",
    )
    grade = forms.ChoiceField(label="Allvar", choices=GRADES, widget=forms.RadioSelect)
    causes = forms.MultipleChoiceField(
        label="Orsaker",
        choices=CAUSES,
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text="Flera kan stämma.",
    )
    seen_at = forms.SplitDateTimeField(
        label="Upptäckt",
        required=False,
        widget=forms.SplitDateTimeWidget(
            date_attrs={"type": "date", "aria-label": "Datum"},
            time_attrs={"type": "time", "aria-label": "Klockslag"},
        ),
    )
    attachment = forms.FileField(label="Bilaga", required=False, help_text="Högst 5 MB.")
    reference = forms.CharField(label="Diarienummer", required=False)
    confirmed = forms.BooleanField(
        label="Jag har läst igenom uppgifterna", help_text="De går inte att ändra efteråt."
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.attrs = {"novalidate": ""}
        self.helper.form_method = "get"
        self.helper.layout = Layout(
            Fieldset(
                "Händelsen",
                "title",
                Div("unit", "occurred_on", "people", css_class="field-row"),
                "email",
                "description",
                "seen_at",
            ),
            Fieldset("Bedömningen", "grade", "causes", "attachment", "confirmed"),
            Folded("Det som sällan behövs", "reference"),
            ButtonHolder(
                Submit("save", "Spara", css_class="button--primary", css_id=self._id("save")),
                Submit("draft", "Spara utkast", css_id=self._id("draft")),
                HTML('<a class="button button--quiet" href="#formular">Avbryt</a>'),
            ),
        )

    def _id(self, name: str) -> str:
        return str(self.auto_id).replace("%s", name)


class SampleFilter(forms.Form):
    query = forms.CharField(label="Sök", required=False, widget=forms.TextInput({"type": "search"}))
    unit = forms.ChoiceField(label="Enhet", required=False, choices=[("", "Alla"), *UNITS[1:]])
    year = forms.ChoiceField(label="År", choices=[("2026", "2026"), ("2025", "2025")])
    overdue = forms.BooleanField(label="Bara försenade", required=False)
