"""What the forms of the two registers have in common."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import HTML, Layout
from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet
from django.utils import timezone

from lib.fields import LineField, name_the_empty
from organisation.access import access_of
from organisation.models import Unit, UnitClosure, User
from risks.models.risks import CODE
from risks.querysets import EDITORS
from risks.services.rows import CODE_IS_TAKEN, IllegalStep, code_is_taken

CANCEL = HTML('<a class="button button--quiet" href="{{ back_url }}">Avbryt</a>')
# What stands at the place of a code in our own addresses.
RESERVED = ("ny", "excel")


@dataclass(frozen=True)
class Difference:
    label: str
    mine: str
    saved: str


def helper(*parts: Any) -> FormHelper:
    made = FormHelper()
    made.attrs = {"novalidate": "", "data-guard": ""}
    made.layout = Layout(*parts)
    return made


class CodeField(LineField):
    def __init__(self) -> None:
        super().__init__(
            label="Kod",
            max_length=20,
            widget=forms.TextInput(attrs={"class": "input--short", "autocomplete": "off"}),
            help_text="Används i rapporter och i levande siffror. Den kan inte ändras sedan.",
        )
        self.validators += [CODE, not_reserved]


def not_reserved(code: str) -> None:
    if code.casefold() in RESERVED:
        raise ValidationError("Koden används av sidans egna adresser. Välj en annan.")


def tell(form: forms.BaseForm, refused: IllegalStep) -> None:
    """What the service refused, at the field it belongs to."""
    form.add_error(refused.field if refused.field in form.fields else None, str(refused))


class RegisterForm(forms.ModelForm[Any]):
    """A risk or a control. The code is given once; which version was read travels with the form."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1)

    def __init__(self, *args: Any, editor: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.editor = editor
        self.fields["version"].initial = self.instance.version
        if self.instance.pk:
            del self.fields["code"]
        access = access_of(editor)
        self.reach = access.unit_ids(*EDITORS)
        own = access.own_unit_ids(*EDITORS)
        if len(own) == 1:
            self.fields["unit"].initial = min(own)
        self._offer("unit", self._units())
        above = self._above()
        for name in ("service_area", "process", "processes"):
            if name in self.fields:
                rows = self._field(name).queryset
                assert rows is not None  # noqa: S101 -- for the type checker
                self._offer(name, rows.filter(unit_id__in=above))
        name_the_empty(self)

    def clean_code(self) -> str:
        code: str = self.cleaned_data["code"]
        if code_is_taken(self._meta.model, code):
            raise ValidationError(CODE_IS_TAKEN)
        return code

    def _field(self, name: str) -> "forms.ModelChoiceField[Any]":
        field = self.fields[name]
        assert isinstance(field, forms.ModelChoiceField)  # noqa: S101 -- for the type checker
        return field

    def _offer(self, name: str, rows: QuerySet[Any]) -> None:
        self._field(name).queryset = rows

    def _units(self) -> QuerySet[Unit]:
        """Where the editor decides, as the organisation is today, and where the row lies."""
        today = Unit.objects.valid_on(timezone.localdate()).filter(pk__in=self.reach)
        return Unit.objects.filter(Q(pk__in=today.values("pk")) | Q(pk=self.instance.unit_id))

    def _above(self) -> QuerySet[Any, Any]:
        units = {*self.reach, self.instance.unit_id} - {None}
        return UnitClosure.objects.filter(descendant_id__in=units).values("ancestor_id")

    def _fields_shown(self) -> list[str]:
        return [name for name in self.fields if name not in ("version", "code")]

    @property
    def changes(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in self._fields_shown()}

    @property
    def answers(self) -> dict[str, Any]:
        return self.changes | {"code": self.cleaned_data["code"]}

    def compared_with(self, saved: Any) -> list[Difference]:
        """The fields whose text here is another than what stands in the register."""
        found = []
        for name in self._fields_shown():
            mine = self._in_words(name, self.cleaned_data[name])
            theirs = self._in_words(name, getattr(saved, name))
            if mine != theirs:
                found.append(Difference(str(self.fields[name].label), mine, theirs))
        return found

    def _in_words(self, name: str, value: Any) -> str:
        if hasattr(value, "all") or isinstance(value, list | tuple):
            rows: Iterable[Any] = value.all() if hasattr(value, "all") else value
            return ", ".join(sorted(map(str, rows))) or "–"
        choices = dict(getattr(self._meta.model._meta.get_field(name), "flatchoices", ()))
        prepared = self.fields[name].prepare_value(value)
        shown = value if isinstance(self.fields[name], forms.ModelChoiceField) else prepared
        return "–" if value in (None, "") else str(choices.get(value, shown))

    def renew(self, version: int) -> None:
        """Saving once more is a choice: the form carries the version that has now been read."""
        self.data = self.data.copy()  # type: ignore[attr-defined]
        self.data["version"] = str(version)  # type: ignore[index]
