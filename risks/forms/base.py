"""What the forms of the two registers have in common."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet

from lib.codes import CodeField
from lib.fields import name_the_empty
from lib.forms import offer
from lib.versions import Difference, differing
from organisation.access import access_of
from organisation.choices import units_for
from organisation.models import UnitClosure, User
from risks.querysets import EDITORS
from risks.services.rows import CODE_IS_TAKEN, code_is_taken

# What stands at the place of a code in our own addresses.
RESERVED = ("ny", "excel", "arshjul", "kalender", "matris", "kedjan")


def code_field() -> CodeField:
    return CodeField(
        reserved=RESERVED,
        help_text="Används i rapporter och i levande siffror. Den kan inte ändras sedan.",
    )


class RegisterForm(forms.ModelForm[Any]):
    """A risk or a control. The code is given once; which version was read travels with the form."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1)

    def __init__(self, *args: Any, editor: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.editor = editor
        self.fields["version"].initial = self.instance.version
        if self.instance.pk:
            self.fields.pop("code", None)
        access = access_of(editor)
        self.reach = access.unit_ids(*EDITORS)
        own = access.own_unit_ids(*EDITORS)
        if len(own) == 1:
            self.fields["unit"].initial = min(own)
        offer(self, "unit", units_for(editor, EDITORS, self.instance.unit_id))
        above = self._above()
        for name in ("service_area", "process", "processes"):
            field = self.fields.get(name)
            if isinstance(field, forms.ModelChoiceField) and field.queryset is not None:
                offer(self, name, field.queryset.filter(unit_id__in=above))
        name_the_empty(self)

    def clean_code(self) -> str:
        code: str = self.cleaned_data["code"]
        if code_is_taken(self._meta.model, code):
            raise ValidationError(CODE_IS_TAKEN)
        return code

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
        """Of a new row: a process has no code, but a number that can change."""
        given = ("code",) if "code" in self.fields else ()
        return self.changes | {name: self.cleaned_data[name] for name in given}

    def compared_with(self, saved: Any) -> list[Difference]:
        """The fields whose text here is another than what stands in the register."""
        return differing(
            (
                str(self.fields[name].label),
                self._in_words(name, self.cleaned_data[name]),
                self._in_words(name, getattr(saved, name)),
            )
            for name in self._fields_shown()
        )

    def _in_words(self, name: str, value: Any) -> str:
        if hasattr(value, "all") or isinstance(value, list | tuple):
            rows: Iterable[Any] = value.all() if hasattr(value, "all") else value
            return ", ".join(sorted(map(str, rows))) or "–"
        choices = dict(getattr(self._meta.model._meta.get_field(name), "flatchoices", ()))
        prepared = self.fields[name].prepare_value(value)
        shown = value if isinstance(self.fields[name], forms.ModelChoiceField) else prepared
        return "–" if value in (None, "") else str(choices.get(value, shown))
