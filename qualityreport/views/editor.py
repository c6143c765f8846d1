"""What a page with the editor needs in its head."""

from typing import Any

from django import forms
from django.http import HttpRequest
from js_asset import Media


def media_of(request: HttpRequest, form: forms.BaseForm) -> Any:
    """The editor's import map is the one inline script that we allow, by the request's nonce."""
    nonce = str(request.csp_nonce)  # type: ignore[attr-defined]
    return Media.from_media(form.media, nonce=nonce)
