"""Files under the hash of their content."""

from pathlib import Path

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from lib.stored import store


def test_the_same_content_is_stored_once() -> None:
    first, second = (store("proof", ContentFile(b"the same"), ".pdf") for _ in range(2))
    assert first == second
    assert first.name == f"proof/{first.sha256[:2]}/{first.sha256}.pdf"
    assert first.size == 8


def test_what_was_half_written_is_not_taken_for_the_whole() -> None:
    content = b"written while the disk was full"
    first = store("proof", ContentFile(content))
    Path(default_storage.path(first.name)).write_bytes(content[:9])
    again = store("proof", ContentFile(content))
    assert (again.sha256, again.name == first.name) == (first.sha256, False)
    with default_storage.open(again.name) as file:
        assert file.read() == content
