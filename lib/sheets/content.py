"""What a file is, by its content: a name can say anything."""

import zlib
from io import BytesIO
from zipfile import BadZipFile, ZipFile, ZipInfo

from lib.sheets import errors
from lib.sheets.errors import SheetError
from lib.sheets.signatures import OLE, ZIP

LARGEST = 20 * 1024 * 1024
# A register of 100,000 rows unpacks to some 100 MB.
LARGEST_UNPACKED = 300 * 1024 * 1024
PIECE = 1024 * 1024

HEADER = 30  # bytes of a zip entry before its name
DEFLATED = 8


def is_book(content: bytes) -> bool:
    """A workbook; else text. Raises SheetError for what is neither, or too big, or a bomb."""
    if len(content) > LARGEST:
        raise SheetError(errors.TOO_BIG)
    if not content.strip():
        raise SheetError(errors.EMPTY)
    if content.startswith(ZIP):
        _check_archive(content)
        return True
    if content.startswith(OLE):
        return True
    if content.startswith(b"%PDF"):
        raise SheetError(errors.DOCUMENT)
    _check_text(content)
    return False


def _check_text(content: bytes) -> None:
    marked = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    control = set(range(32)) - set(b"\t\n\r\x0c\x1a")
    if not marked and any(byte in control for byte in content[:65536]):
        raise SheetError(errors.UNKNOWN)


def _check_archive(content: bytes) -> None:
    try:
        with ZipFile(BytesIO(content)) as archive:
            entries = archive.infolist()
    except (BadZipFile, OSError, ValueError) as error:
        raise SheetError(errors.BROKEN) from error
    names = {entry.filename for entry in entries}
    if any(name.startswith(("word/", "ppt/")) for name in names):
        raise SheetError(errors.DOCUMENT)
    if not names & {"xl/workbook.xml", "xl/workbook.bin", "content.xml"}:
        raise SheetError(errors.UNKNOWN)
    _check_unpacked(content, entries)


def _check_unpacked(content: bytes, entries: list[ZipInfo]) -> None:
    """By unpacking: what the archive says of its own size may be a lie."""
    left = LARGEST_UNPACKED
    for entry in entries:
        left -= _unpacked(content, entry, left)
        if left < 0:
            raise SheetError(errors.TOO_WIDE)


def _unpacked(content: bytes, entry: ZipInfo, limit: int) -> int:
    start = entry.header_offset
    name, extra = (
        int.from_bytes(content[start + at : start + at + 2], "little") for at in (26, 28)
    )
    first = start + HEADER + name + extra
    packed = content[first : first + entry.compress_size]
    if entry.compress_type != DEFLATED:
        return len(packed)
    stream, size = zlib.decompressobj(-zlib.MAX_WBITS), 0
    try:
        while packed and size <= limit:
            size += len(stream.decompress(packed, PIECE))
            packed = stream.unconsumed_tail
    except zlib.error as error:
        raise SheetError(errors.BROKEN) from error
    return size
