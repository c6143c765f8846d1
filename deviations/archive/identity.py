"""What an archive export says of the person's identity, which is kept encrypted."""

from base64 import b64encode
from typing import Any

from django.db import models

WAS_HERE = "fanns"


def told(row: models.Model, field: str, *, preserve: bool) -> str:
    """Of a case that is destroyed no more than that it was known who the person is; what is kept
    for ever follows as it is stored, to be opened with the municipality's own key."""
    sealed: Any = getattr(row, field)
    return b64encode(bytes(sealed)).decode() if preserve else WAS_HERE
