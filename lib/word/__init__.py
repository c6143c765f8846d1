"""A report's document as .docx: real headings, tables, captions and pictures with words.

The only part that knows python-docx.
"""

import io
import zipfile
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from docx import Document
from docx.document import Document as WordDocument

from lib.word.parts import add_section
from lib.word.styles import dress

# The first day that a zip file can name: equal documents give equal bytes.
EPOCH = (1980, 1, 1, 0, 0, 0)


def docx(document: Mapping[str, Any]) -> bytes:
    """`document` as lib.pdf.exhibits takes it, with the cover's words."""
    made = Document()
    dress(made)
    _describe(made, document)
    _cover(made, document)
    _correction(made, document)
    for section in document["sections"]:
        add_section(made, section)
    _attests(made, document)
    output = io.BytesIO()
    made.save(output)
    return _settled(output.getvalue())


def _describe(made: WordDocument, document: Mapping[str, Any]) -> None:
    properties, created = made.core_properties, datetime.fromisoformat(document["created"])
    properties.title = f"{document['kind_title']} {document['year']}"
    properties.author = document["author"] or document["municipality"]
    properties.language = "sv-SE"
    properties.created = properties.modified = created.replace(tzinfo=None)
    properties.revision, properties.last_modified_by = 1, ""
    properties.comments = ""


def _cover(made: WordDocument, document: Mapping[str, Any]) -> None:
    made.add_paragraph(f"{document['kind_title']} {document['year']}", style="Title")
    lines = (
        document["subtitle"],
        ", ".join(filter(None, (document["municipality"], document["board"]))),
        document["unit"],
        f"Diarienummer {document['diary_number']}" if document["diary_number"] else "",
        f"Uppgifterna avser läget {document['as_of_text']}",
        f"{document['state_text']}, version {document['version']}",
    )
    for line in filter(None, lines):
        made.add_paragraph(line, style="Subtitle")


def _correction(made: WordDocument, document: Mapping[str, Any]) -> None:
    if found := document.get("correction"):
        made.add_heading("Rättelse", 1)
        made.add_paragraph(f"Den här versionen rättar {found['of']}. Skäl: {found['reason']}.")
        for change in found["changes"]:
            words = f"{change['place']}, {change['kind'].lower()}: {change['before']}"
            made.add_paragraph(f"{words} → {change['after']}", style="List Bullet")


def _attests(made: WordDocument, document: Mapping[str, Any]) -> None:
    if signed := document.get("attests"):
        made.add_heading("Attesterat av", 1)
        for line in signed:
            made.add_paragraph(line["sentence"], style="List Bullet")


def _settled(content: bytes) -> bytes:
    """The same parts, without the hour at which they were packed."""
    output = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as source,
        zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for item in source.infolist():
            target.writestr(zipfile.ZipInfo(item.filename, EPOCH), source.read(item.filename))
    return output.getvalue()
