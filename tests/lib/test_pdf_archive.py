"""The file itself: both standards at once, our fonts, its attachments, the same bytes again."""

import io
import os
import subprocess
import sys
from pathlib import Path

import page
import pikepdf
import pydyf
import pytest

from lib.pdf import Attachment, PdfMissingAlternative, Rendered, render
from lib.pdf.archive import ArchivablePDF
from lib.pdf.exhibits import data_files
from tests.lib.conftest import output
from tests.lib.sample_document import sample_document

PROFILES = (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_3A)
HEAD = '<html lang="sv"><title>Prov</title><link rel="stylesheet" href="asset:report.css">'


def failures(content: bytes) -> list[str]:
    return [
        f"{failure.rule_id}: {failure.message}"
        for profile in PROFILES
        for failure in page.validate_pdf_bytes(content, profile=profile).failures
    ]


@pytest.mark.parametrize("profile", PROFILES)
def test_the_report_breaks_no_rule_of_either_standard(
    rendered: Rendered, profile: page.ValidationProfile
) -> None:
    report = page.validate_pdf_bytes(rendered.content, profile=profile)

    assert report.rules.passed > 100
    assert report.failures == []


@pytest.mark.parametrize("extra", [{}, {"Type": "/ObjStm"}, {"Type": "/XRef"}, {"Length1": 1}])
def test_no_stream_ends_in_what_reads_as_a_line_end(extra: dict[str, str | int]) -> None:
    """A form feed has a checksum that ends in a carriage return."""
    stream = pydyf.Stream([b"\f"], extra, compress=True)
    assert b"\r\nendstream" in stream.data

    ArchivablePDF().add_object(stream)

    assert b"\r\nendstream" not in stream.data


def test_the_file_is_sound_by_qpdf(pdf_file: Path) -> None:
    assert "No syntax or stream encoding errors found" in output("qpdf", "--check", str(pdf_file))


def test_only_the_reports_own_fonts_are_embedded(pdf_file: Path) -> None:
    rows = output("pdffonts", str(pdf_file)).splitlines()[2:]
    names = {row.split()[0].split("+")[1] for row in rows}

    assert names
    assert all(name.startswith(("Source-Serif-4", "Source-Sans-3")) for name in names)


def test_every_table_rides_along_as_csv_data(opened: pikepdf.Pdf) -> None:
    assert sorted(opened.attachments) == sorted(
        f"tabell-{number}-sample-{number}.csv" for number in range(1, 11)
    )
    assert {str(file.AFRelationship) for file in opened.Root.AF} == {"/Data"}
    assert len(opened.Root.AF) == 10


def test_an_attachment_comes_out_as_it_went_in() -> None:
    expected = data_files(sample_document())[0]
    made = render(f"{HEAD}<p>a", attachments=[expected])

    with pikepdf.open(io.BytesIO(made.content)) as pdf:
        attached = pdf.attachments[expected.name]

        assert attached.get_file().read_bytes() == expected.data
        assert attached.description == "Tabell 1: Ärenden och beslut per område"


def test_an_attachments_name_is_never_a_path() -> None:
    with pytest.raises(ValueError, match="plain file name"):
        Attachment("../tabell.csv", "", "")


def test_two_processes_make_the_same_bytes(rendered: Rendered) -> None:
    code = (
        "import django, hashlib; django.setup()\n"
        "from lib.pdf import render\n"
        "from lib.pdf.exhibits import data_files\n"
        "from tests.lib.sample_document import sample_document, sample_html\n"
        "made = render(sample_html(), attachments=data_files(sample_document()))\n"
        "import sys; sys.stdout.buffer.write(made.content)"
    )
    environment = {**os.environ, "PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo"}
    again = subprocess.run(
        [sys.executable, "-c", code], check=True, capture_output=True, env=environment
    )

    assert again.stdout == rendered.content


def test_title_language_and_author_are_in_the_file(opened: pikepdf.Pdf) -> None:
    assert str(opened.Root.Lang) == "sv"
    assert str(opened.docinfo.Title) == (
        "Kvalitetsberättelse 2023 – Socialnämnden, Ängslunda kommun"
    )
    assert str(opened.docinfo.Author) == "Kvalitetsenheten"


def test_a_picture_without_words_is_refused() -> None:
    dot = "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>"

    with pytest.raises(PdfMissingAlternative, match="saknar beskrivande text"):
        render(f'{HEAD}<p><img src="{dot}">')


@pytest.mark.parametrize(
    "text",
    [
        "<p>Glad \N{GRINNING FACE}, 中文, عربى, &#1; &#x202e; &#xfffe; \ud800",
        '<p><a href="https://example.org/">en <strong>fet</strong> länk</a>',
        '<p><a href="#saknas">död länk</a>',
        "<h1>Ett</h1><h4>Fyra</h4><p>a<h2>Två</h2><h6>Sex</h6><p>b",
        "<h1>Ett</h1><ul><li>a<ul><li>b</ul></ul><ol></ol><p></p><blockquote></blockquote>",
        "<p>" + "oavbrutet" * 1000,
        '<h1>Ett</h1><p>a<span class="footnote">En not med <em>betoning</em></span>.',
    ],
)
def test_odd_text_still_makes_an_accessible_archive_file(text: str) -> None:
    assert failures(render(HEAD + text).content) == []


def test_characters_that_no_font_can_draw_are_shown_as_boxes(tmp_path: Path) -> None:
    path = tmp_path / "odd.pdf"
    path.write_bytes(render(f"{HEAD}<p>Glad \N{GRINNING FACE} dag\x07!").content)

    assert output("pdftotext", str(path), "-").startswith("Glad □ dag!\n")
