import io
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest

from lib.pdf import Rendered, render
from lib.pdf.exhibits import data_files
from tests.lib.sample_document import sample_document, sample_html


@pytest.fixture(scope="session")
def rendered() -> Rendered:
    """The sample report, rendered once for every test that reads it."""
    return render(sample_html(), attachments=data_files(sample_document()))


@pytest.fixture(scope="session")
def pdf_file(rendered: Rendered, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("pdf") / "report.pdf"
    path.write_bytes(rendered.content)
    return path


@pytest.fixture(scope="session")
def pages(pdf_file: Path) -> list[str]:
    """The text of each page, laid out as it stands."""
    text = output("pdftotext", "-layout", str(pdf_file), "-")
    return text.split("\f")[:-1]


@pytest.fixture
def opened(rendered: Rendered) -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(io.BytesIO(rendered.content)) as pdf:
        yield pdf


def output(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout
