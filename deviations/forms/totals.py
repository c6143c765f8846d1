from typing import Any

from crispy_forms.layout import ButtonHolder, Div, Submit
from django import forms
from django.utils import timezone

from deviations.models import Kind, PublishedTotal
from deviations.models.choices import GRADES
from deviations.querysets import HISTORIANS
from lib.fields import EARLIEST, CountField, LineField, name_the_empty
from lib.forms import CANCEL, helper
from organisation.access import access_of
from organisation.models import Unit, User

Figure = PublishedTotal.Figure


class TotalForm(forms.Form):
    unit = forms.ModelChoiceField(
        label="Enhet eller sektion",
        queryset=Unit.objects.none(),
        help_text="Lägg in sektionen, om siffran är publicerad för den. Den skrivs då ut där.",
    )
    year = CountField(label="År")
    kind = forms.ChoiceField(label="Typ av ärende", choices=(("", ""), *Kind.choices))
    figure = forms.ChoiceField(label="Uppgift", choices=(("", ""), *Figure.choices))
    severity = forms.ChoiceField(
        label="Grad",
        required=False,
        choices=[("", ""), *((grade.value, grade.label) for grade in GRADES)],
        help_text="Bara för utredda lex Sarah-rapporter. Utan grad är det alla utredda.",
    )
    count = CountField(label="Antal")
    source = LineField(
        label="Källa",
        max_length=200,
        help_text="Till exempel: Kvalitetsberättelse 2020, s. 14. Källan skrivs ut under tabellen.",
    )

    def __init__(
        self, *args: Any, user: User, total: PublishedTotal | None = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        reach = access_of(user).unit_ids(*HISTORIANS)
        field = self.fields["unit"]
        assert isinstance(field, forms.ModelChoiceField)  # noqa: S101 -- for the type checker
        field.queryset = Unit.objects.filter(pk__in=reach).order_by("order", "name", "pk")
        self.total = total
        name_the_empty(self)
        self.helper = helper(
            "unit",
            Div("year", "count", css_class="field-row"),
            Div("kind", "figure", css_class="field-row"),
            "severity",
            "source",
            ButtonHolder(Submit("save", "Spara", css_class="button--primary"), CANCEL),
        )

    def clean_year(self) -> int:
        year: int = self.cleaned_data["year"]
        if not EARLIEST.year <= year < timezone.localdate().year:
            raise forms.ValidationError(
                f"Skriv ett år mellan {EARLIEST.year} och {timezone.localdate().year - 1}."
            )
        return year

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        kind, figure = cleaned.get("kind"), cleaned.get("figure")
        investigated = (kind, figure) == (Kind.LEX_SARAH, Figure.INVESTIGATED)
        if kind and figure and kind != Kind.LEX_SARAH and figure != Figure.RECEIVED:
            self.add_error("figure", "För andra ärenden än lex Sarah anges bara inkomna.")
        elif cleaned.get("severity") and not investigated:
            self.add_error("severity", "Bara utredda lex Sarah-rapporter har en grad.")
        elif not self.errors and self._is_taken(cleaned):
            self.add_error(None, "Uppgiften finns redan för den enheten och det året. Ändra den.")
        return cleaned

    def _is_taken(self, cleaned: dict[str, Any]) -> bool:
        key = {name: cleaned[name] for name in ("year", "kind", "figure", "severity")}
        same = PublishedTotal.objects.within([cleaned["unit"].pk]).filter(**key).first()
        return same is not None and same != self.total
