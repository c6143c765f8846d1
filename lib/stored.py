"""Files of the private store, each named by the hash of its content."""

from hashlib import sha256
from typing import Any, NamedTuple

from django.core.files import File
from django.core.files.storage import default_storage
from django.http import FileResponse


class Stored(NamedTuple):
    name: str
    sha256: str
    size: int


def store(folder: str, file: "File[Any]", ending: str = "") -> Stored:
    """Storing twice is storing once, and a crash leaves at most a file that no row names.

    What a full disk or a killed worker left half written stays one, and gets a sibling.
    """
    digest = _digest(file)
    name = f"{folder}/{digest[:2]}/{digest}{ending}"
    if not _holds(name, digest):
        file.seek(0)
        name = default_storage.save(name, file)
    return Stored(name, digest, file.size)


def is_stored(name: str) -> bool:
    return bool(name) and default_storage.exists(name)


def stored_file(name: str, filename: str, content_type: str) -> FileResponse:
    """To be saved and never shown as a page of ours, whatever it holds."""
    response = FileResponse(
        default_storage.open(name), as_attachment=True, filename=filename, content_type=content_type
    )
    response["X-Content-Type-Options"] = "nosniff"
    return response


def _holds(name: str, digest: str) -> bool:
    if not default_storage.exists(name):
        return False
    with default_storage.open(name) as file:
        return _digest(file) == digest


def _digest(file: "File[Any]") -> str:
    summed = sha256()
    for chunk in file.chunks():
        summed.update(chunk)
    return summed.hexdigest()
