"""What a file is, by its content; its name must agree. No other kinds are taken."""

import io
import lzma
import re
import zipfile
import zlib
from collections.abc import Callable
from typing import IO, NamedTuple

Content = IO[bytes]
DIRECTORY_LIMIT = 256 * 1024
END_OF_ARCHIVE = b"PK\x05\x06"
LARGE_ARCHIVE = b"PK\x06\x07"
CONTROLS = re.compile(rb"[\x00-\x08\x0b\x0e-\x1f]")
CHUNK = 64 * 1024


# What a damaged or crafted archive makes the reader raise (found by changing bytes at random).
BROKEN = (
    *(zipfile.BadZipFile, zlib.error, lzma.LZMAError, OSError, EOFError, KeyError, ValueError),
    *(NotImplementedError, RuntimeError),
)


class FileType(NamedTuple):
    ending: str
    name: str
    content_type: str
    is_one: Callable[[Content], bool]


class WrongType(Exception):
    """The message is for the person."""


def type_of(name: str, content: Content) -> FileType:
    """Raises WrongType when the content is not what the name says, or is of no kind we take."""
    ending = name.rpartition(".")[2].lower() if "." in name else ""
    found = TYPES.get("jpeg" if ending == "jpg" else ending)
    if found is None:
        what = f"Filer som slutar på .{ending[:10]}" if ending else "Filer utan filändelse"
        raise WrongType(f"{what} tas inte emot. Spara som {TAKEN} och försök igen.")
    if not found.is_one(content):
        raise WrongType(
            f"Filen heter .{ending} men innehållet är inte {found.name}. Den kan ha bytt namn,"
            " vara skadad, skyddad med lösenord eller innehålla makron. Spara om den som"
            f" {TAKEN}."
        )
    return found


def _begins(*starts: bytes) -> Callable[[Content], bool]:
    def check(content: Content) -> bool:
        content.seek(0)
        return content.read(16).startswith(starts)

    return check


def _holds(member: str, starts: bytes = b"") -> Callable[[Content], bool]:
    """An archive with this member, without macros."""

    def check(content: Content) -> bool:
        try:
            with zipfile.ZipFile(_small_directory(content)) as archive:
                names = set(archive.namelist())
                return member in names and not _has_macros(names) and _member(archive, starts)
        except BROKEN:
            return False

    return check


def _member(archive: zipfile.ZipFile, starts: bytes) -> bool:
    """OpenDocument says what it is in a member of its own."""
    if not starts:
        return True
    with archive.open("mimetype") as member:
        return member.read(len(starts) + 1) == starts


def _has_macros(names: set[str]) -> bool:
    return any(
        name.lower().endswith("vbaproject.bin") or name.startswith(("Basic/", "Scripts/"))
        for name in names
    )


def _small_directory(content: Content) -> Content:
    """The list of members is read whole, so that it must be small; office files have some tens."""
    content.seek(0, io.SEEK_END)
    content.seek(max(0, content.tell() - 65_557))
    tail = content.read()
    at = tail.rfind(END_OF_ARCHIVE)
    if at < 0 or LARGE_ARCHIVE in tail[max(0, at - 20) : at]:
        raise zipfile.BadZipFile
    if int.from_bytes(tail[at + 12 : at + 16], "little") > DIRECTORY_LIMIT:
        raise zipfile.BadZipFile
    content.seek(0)
    return content


def _is_text(content: Content) -> bool:
    content.seek(0)
    return not any(CONTROLS.search(chunk) for chunk in iter(lambda: content.read(CHUNK), b""))


OFFICE = "application/vnd.openxmlformats-officedocument"
ODT = "application/vnd.oasis.opendocument.text"
TYPES = {
    one.ending: one
    for one in (
        FileType("pdf", "en PDF", "application/pdf", _begins(b"%PDF-")),
        FileType("png", "en PNG-bild", "image/png", _begins(b"\x89PNG\r\n\x1a\n")),
        FileType("jpeg", "en JPEG-bild", "image/jpeg", _begins(b"\xff\xd8\xff")),
        FileType("gif", "en GIF-bild", "image/gif", _begins(b"GIF87a", b"GIF89a")),
        FileType(
            "docx",
            "ett Word-dokument",
            f"{OFFICE}.wordprocessingml.document",
            _holds("word/document.xml"),
        ),
        FileType(
            "xlsx", "en Excel-fil", f"{OFFICE}.spreadsheetml.sheet", _holds("xl/workbook.xml")
        ),
        FileType("odt", "ett ODT-dokument", ODT, _holds("content.xml", ODT.encode())),
        FileType("txt", "ren text", "text/plain", _is_text),
        FileType("csv", "en CSV-fil", "text/csv", _is_text),
    )
}
TAKEN = "PDF, bild (PNG, JPEG, GIF), Word, Excel, ODT, text eller CSV"
ENDINGS = ",".join(f".{ending}" for ending in (*TYPES, "jpg"))
