"""The child is confined, dies in time, and says why in words."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from lib.pdf import (
    STAGES,
    Limits,
    PdfError,
    PdfTooComplex,
    PdfTooLarge,
    PdfTooMuchMemory,
    PdfTooSlow,
    render,
)

HEAD = '<html lang="sv"><title>Prov</title>'
# The child is still at work when somebody comes to look at it.
LONG = HEAD + "<p>Text" * 2000
MIB = 1024**2


def children(parent: int | None = None) -> list[int]:
    """Living render children of a process."""
    found = []
    for status in Path("/proc").glob("[0-9]*/stat"):
        try:
            words = status.read_text().rpartition(")")[2].split()
            command = (status.parent / "cmdline").read_text()
        except OSError:
            continue
        mine = int(words[1]) == (parent or os.getpid()) and words[0] != "Z"
        if mine and "lib.pdf.child" in command:
            found.append(int(status.parent.name))
    return found


def test_the_stages_are_told_in_order() -> None:
    told: list[str] = []
    render(f"{HEAD}<p>Text", on_stage=told.append)

    assert tuple(told) == STAGES


def test_deep_nesting_is_refused_in_words() -> None:
    with pytest.raises(PdfTooComplex, match="djupt nästlad"):
        render(HEAD + "<div>" * 5000 + "a")


def test_a_table_of_five_thousand_rows_hits_the_processor_limit() -> None:
    rows = "<tr><td>Enhet<td>12<td>Text</tr>" * 5000

    with pytest.raises(PdfTooSlow, match="för lång tid"):
        render(f"{HEAD}<table>{rows}</table>", limits=Limits(cpu=2))


def test_too_much_memory_is_said_in_words() -> None:
    with pytest.raises(PdfTooMuchMemory, match="mer minne"):
        render(HEAD + "<p>a" * 60_000, limits=Limits(memory=250 * MIB))


def test_a_file_that_grows_too_large_is_said_in_words() -> None:
    with pytest.raises(PdfTooLarge, match="för stort"):
        render(f"{HEAD}<p>Text", limits=Limits(file_size=5000))


def test_too_much_html_never_reaches_a_child() -> None:
    told: list[str] = []
    with pytest.raises(PdfTooLarge):
        render("a" * 1001, limits=Limits(html_size=1000), on_stage=told.append)

    assert told == []


def test_the_child_is_ended_at_the_deadline() -> None:
    began = time.monotonic()
    with pytest.raises(PdfTooSlow):
        render(f"{HEAD}<p>Text", limits=Limits(deadline=0.2))

    assert time.monotonic() - began < 2
    assert children() == []


def test_a_lost_lease_ends_the_child_and_passes_through() -> None:
    def lose(stage: str) -> None:
        if stage == "layout":
            raise LookupError("lease lost")

    with pytest.raises(LookupError, match="lease lost"):
        render(LONG, on_stage=lose)

    assert children() == []


def test_a_child_killed_from_outside_is_an_error_in_words() -> None:
    def kill(stage: str) -> None:
        if stage == "parse":
            os.kill(children()[0], signal.SIGKILL)

    with pytest.raises(PdfError, match="oväntat fel"):
        render(LONG, on_stage=kill)


def test_the_child_knows_no_secret_of_its_parent(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECRET_KEY", "only-for-the-parent")
    seen: list[str] = []

    def look(stage: str) -> None:
        if stage == "parse":
            seen.append(Path(f"/proc/{children()[0]}/environ").read_text())

    render(LONG, on_stage=look)

    assert seen
    assert "only-for-the-parent" not in seen[0]


def test_the_child_is_polite() -> None:
    nice: list[int] = []

    def look(stage: str) -> None:
        if stage == "parse":
            nice.append(os.getpriority(os.PRIO_PROCESS, children()[0]))

    render(LONG, on_stage=look)

    assert nice == [min(19, os.getpriority(os.PRIO_PROCESS, 0) + 10)]


def test_a_killed_worker_takes_its_child_along() -> None:
    code = (
        "from lib.pdf import render\n"
        "tell = lambda stage: print(stage, flush=True)\n"
        f"render({HEAD!r} + '<p>Text' * 20000, on_stage=tell)"
    )
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE) as worker:
        assert worker.stdout
        while worker.stdout.readline() != b"layout\n":
            pass
        (child,) = children(worker.pid)
        worker.kill()

    assert _gone(child)


def _gone(process: int) -> bool:
    for _ in range(50):
        stat = Path(f"/proc/{process}/stat")
        if not stat.exists() or stat.read_text().rpartition(")")[2].split()[0] == "Z":
            return True
        time.sleep(0.05)
    return False


def test_weasyprint_is_not_imported_by_whoever_asks_for_a_pdf() -> None:
    code = "import lib.pdf, lib.pdf.exhibits, sys; print('weasyprint' in sys.modules)"
    answer = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)

    assert answer.stdout == "False\n"
