from pathlib import PurePath
from typing import Any

from crispy_forms.layout import HTML, ButtonHolder, Submit
from django import forms
from django.core.exceptions import ValidationError

from lib.fields import plain
from lib.forms import helper
from lib.sheets import errors
from lib.sheets.content import LARGEST

TYPES = ".xlsx,.xlsm,.xls,.ods,.csv,.tsv,.txt"


class UploadForm(forms.Form):
    file = forms.FileField(
        label="Fil",
        help_text="Excel (.xlsx, .xls), OpenDocument (.ods) eller CSV."
        " Högst 20 MB och 100 000 rader.",
        widget=forms.ClearableFileInput(attrs={"accept": TYPES}),
        error_messages={
            "required": "Välj en fil.",
            "invalid": "Välj en fil.",
            "missing": "Välj en fil.",
            "empty": errors.EMPTY,
        },
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = helper(
            "file",
            HTML('<p class="muted">Inget förs in förrän du har sett en förhandsvisning.</p>'),
            ButtonHolder(Submit("send", "Kontrollera filen", css_class="button--primary")),
        )

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if (file.size or 0) > LARGEST:
            raise ValidationError(errors.TOO_BIG)
        return file

    def name(self) -> str:
        name = PurePath(self.cleaned_data["file"].name).name
        return plain(name, lines=False)[-120:]
