"""The report in Word: headings to navigate by, tables with a head, charts with words."""

import io
import re
import zipfile

import pytest
from docx import Document
from docx.document import Document as WordDocument

from lib.word import docx
from tests.lib.sample_document import sample_document


@pytest.fixture(scope="module")
def content() -> bytes:
    return docx(sample_document())


@pytest.fixture(scope="module")
def made(content: bytes) -> WordDocument:
    return Document(io.BytesIO(content))


def test_the_sections_are_real_headings(made: WordDocument) -> None:
    levels = {
        p.style.name for p in made.paragraphs if p.style and "Heading" in (p.style.name or "")
    }
    assert {"Heading 1", "Heading 2"} <= levels


def test_every_printed_table_has_a_caption_and_a_head_that_repeats(
    made: WordDocument, content: bytes
) -> None:
    captions = [p.text for p in made.paragraphs if p.style and p.style.name == "Caption"]
    assert len(made.tables) == len([text for text in captions if text.startswith("Tabell")])
    xml = zipfile.ZipFile(io.BytesIO(content)).read("word/document.xml").decode()
    assert xml.count("<w:tblHeader/>") == len(made.tables)


def test_every_chart_is_a_picture_with_words(content: bytes) -> None:
    xml = zipfile.ZipFile(io.BytesIO(content)).read("word/document.xml").decode()
    described = re.findall(r'<wp:docPr [^>]*descr="([^"]+)"', xml)
    assert described and len(described) == xml.count("<wp:inline")


def test_the_language_is_swedish_and_the_title_is_told(made: WordDocument, content: bytes) -> None:
    styles = zipfile.ZipFile(io.BytesIO(content)).read("word/styles.xml").decode()
    assert 'w:val="sv-SE"' in styles
    assert made.core_properties.title


def test_equal_documents_give_equal_bytes(content: bytes) -> None:
    assert docx(sample_document()) == content


def test_a_correction_and_its_signatures_stand_under_headings_of_their_own() -> None:
    change = {"place": "Syfte", "kind": "Text", "before": "2022", "after": "2023"}
    document = sample_document() | {
        "correction": {"of": "version 1", "reason": "Fel år", "changes": [change]},
        "attests": [{"sentence": "Direktör: Disa Ström"}],
    }
    written = [p.text for p in Document(io.BytesIO(docx(document))).paragraphs]
    for words in ("Rättelse", "Syfte, text: 2022 → 2023", "Attesterat av", "Direktör: Disa Ström"):
        assert words in written
