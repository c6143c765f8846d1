"""A file for a case, and why one is taken away."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile

from deviations.services.attachments import LIMIT
from lib.fields import LineField
from lib.filetypes import ENDINGS, TAKEN, WrongType, type_of
from lib.numbers import format_integer

MEGABYTE = 1024 * 1024


class UploadForm(forms.Form):
    file = forms.FileField(
        label="Fil",
        widget=forms.FileInput(attrs={"accept": ENDINGS}),
        help_text=f"{TAKEN}. Högst {LIMIT // MEGABYTE} MB.",
        error_messages={
            "required": "Välj en fil.",
            "empty": "Filen är tom. Välj en fil med innehåll.",
            "invalid": "Välj en fil.",
        },
    )
    description = LineField(
        label="Vad är det?",
        max_length=200,
        required=False,
        help_text="Till exempel: skärmbild av beslutet. Skriv inte den enskildes namn.",
    )

    def clean_file(self) -> "UploadedFile[Any]":
        file: UploadedFile[Any] = self.cleaned_data["file"]
        size = file.size or 0
        if size > LIMIT:
            raise ValidationError(
                f"Filen är {format_integer(-(-size // MEGABYTE))} MB; högst"
                f" {LIMIT // MEGABYTE} MB tas emot. Dela upp den, eller spara den med lägre"
                " upplösning."
            )
        assert file.file is not None  # noqa: S101 -- for the type checker
        try:
            type_of(file.name or "", file.file)
        except WrongType as wrong:
            raise ValidationError(str(wrong)) from wrong
        return file


class RemoveAttachmentForm(forms.Form):
    motive = LineField(
        label="Varför tas bilagan bort?",
        max_length=200,
        help_text="Bilagan göms men gallras först med ärendet. Skälet syns i ärendet.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["motive"].widget.attrs["autocomplete"] = "off"
