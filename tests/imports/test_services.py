"""A file is received, looked through, confirmed and taken back."""

from datetime import timedelta

import pytest
from django.core.files.storage import default_storage
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from audit.models import Event
from deviations.importers import DeviationImporter
from deviations.models import Deviation
from imports import services
from imports.checking import check
from imports.models import ImportBatch
from imports.services import IllegalImport
from jobs import engine
from jobs.models import Job
from lib.sheets.errors import SheetError
from organisation.models import User
from tests.imports.files import HEADINGS, ROW, case, csv_of, xlsx

State = ImportBatch.State


def received(actor: User, content: bytes) -> ImportBatch:
    return services.receive(
        actor=actor, importer=DeviationImporter(), name="register.csv", content=content
    )


def large(*rows: dict[str, str]) -> bytes:
    """Beyond what is read while the person waits."""
    return csv_of(*rows) + b"\n" * services.SMALL


def worked(batch: ImportBatch, kind: str) -> Job:
    job = Job.objects.get(kind=kind, subject_id=batch.pk)
    engine.run(job.pk)
    job.refresh_from_db()
    batch.refresh_from_db()
    return job


def test_nothing_is_saved_until_it_is_confirmed(
    karin: User, django_capture_on_commit_callbacks: object
) -> None:
    batch = received(karin, csv_of(case(), case(Nummer="18")))
    stored_as = batch.stored_as
    assert (batch.state, batch.rows, batch.new, Deviation.objects.count()) == (
        State.CHECKED,
        2,
        2,
        0,
    )
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
        services.confirm(actor=karin, batch=batch)
    batch.refresh_from_db()
    assert (batch.state, Deviation.objects.count(), batch.findings) == (State.SAVED, 2, {})
    assert not default_storage.exists(stored_as)


def test_one_wrong_row_stops_them_all(karin: User) -> None:
    batch = received(karin, csv_of(case(), case(Nummer="18", Inkom="i våras")))
    with pytest.raises(IllegalImport):
        services.confirm(actor=karin, batch=batch)
    assert Deviation.objects.count() == 0


def test_confirming_twice_brings_it_once(karin: User) -> None:
    batch = received(karin, csv_of(case()))
    services.confirm(actor=karin, batch=batch)
    with pytest.raises(IllegalImport, match="redan införd"):
        services.confirm(actor=karin, batch=batch)
    assert Deviation.objects.count() == 1


def test_what_came_in_meanwhile_is_not_doubled(karin: User) -> None:
    """Two people look at the same file, and both confirm it."""
    first, second = received(karin, csv_of(case())), received(karin, csv_of(case()))
    services.confirm(actor=karin, batch=first)
    answer = services.confirm(actor=karin, batch=second)
    assert (answer.state, answer.known, Deviation.objects.count()) == (State.CHECKED, 1, 1)


def test_the_log_tells_of_the_import_and_names_the_secret_cases(sara: User) -> None:
    rows = csv_of(case(Typ="Lex Sarah-rapport"), case(Nummer="18"))
    batch = services.confirm(actor=sara, batch=received(sara, rows))
    secret = Deviation.objects.get(restricted=True)
    event = Event.objects.latest("pk")
    assert (event.actor_name, event.label, event.detail["new"]) == ("Sara Alm", str(batch), 2)
    assert event.detail["restricted_ids"] == [secret.pk]


def test_a_file_that_is_thrown_away_leaves_only_its_name(
    karin: User, django_capture_on_commit_callbacks: object
) -> None:
    batch = received(karin, csv_of(case()))
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
        services.discard(actor=karin, batch=batch)
    stored = ImportBatch.objects.get()
    assert (stored.state, stored.findings, stored.stored_as) == (State.DISCARDED, {}, "")
    assert not default_storage.exists(batch.stored_as)


def test_what_nobody_confirms_is_gone_in_a_day(karin: User) -> None:
    old, new = received(karin, csv_of(case())), received(karin, csv_of(case()))
    day_ago = timezone.now() - timedelta(hours=24)
    ImportBatch.objects.filter(pk=old.pk).update(uploaded_at=day_ago - timedelta(minutes=1))
    assert services.expire(before=day_ago) == 1
    old.refresh_from_db()
    new.refresh_from_db()
    assert (old.state, new.state) == (State.DISCARDED, State.CHECKED)


def test_a_larger_file_is_read_saved_and_taken_back_by_jobs(
    karin: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(services, "REMOVED_AT_ONCE", 0)
    batch = received(karin, large(case()))
    assert (batch.state, worked(batch, services.CHECK).state, batch.state) == (
        State.RECEIVED,
        Job.State.DONE,
        State.CHECKED,
    )
    services.confirm(actor=karin, batch=batch)
    assert Deviation.objects.count() == 0
    worked(batch, services.SAVE)
    assert (batch.state, Deviation.objects.count()) == (State.SAVED, 1)
    services.undo(actor=karin, batch=batch)
    worked(batch, services.UNDO)
    assert (batch.state, Deviation.objects.count()) == (State.UNDONE, 0)


def test_a_larger_file_that_cannot_be_used_says_why(karin: User) -> None:
    batch = received(karin, b"Nummer;Typ\n1;Synpunkt" + b"\n" * services.SMALL)
    job = worked(batch, services.CHECK)
    assert (job.state, job.error) == (
        Job.State.FAILED,
        "Filen saknar kolumnerna Inkom, Enhet och Vad hände. Rubrikerna ska heta som i mallen.",
    )


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (csv_of({"Nummer": "1", "Typ": "Synpunkt"}), "Filen saknar kolumnerna Inkom, Enhet och"),
        (csv_of(case(Avdelning="Norr")), "Två kolumner i filen är rubriken Enhet"),
        (xlsx([HEADINGS]), "Det finns inga rader under rubrikerna"),
        (b"MZ\x90\x00\x03", "Det här är ingen fil som går att läsa in"),
    ],
)
def test_a_file_that_cannot_be_used_is_not_kept(karin: User, content: bytes, words: str) -> None:
    with pytest.raises(SheetError, match=words):
        received(karin, content)
    assert ImportBatch.objects.count() == 0


def test_unknown_columns_are_told_and_the_templates_example_is_skipped(karin: User) -> None:
    from imports.explain import template

    importer = DeviationImporter()
    found = check(importer, csv_of(case(Handläggarkod="K7")), karin)
    assert found.ignored == ["Handläggarkod"]
    with pytest.raises(SheetError, match="inga rader"):
        check(importer, template(importer), karin)


def test_as_many_questions_for_fifteen_rows_as_for_three(karin: User) -> None:
    def asked(count: int) -> int:
        rows = csv_of(*(case(Nummer=f"{count}-{number}") for number in range(count)))
        with CaptureQueriesContext(connection) as queries:
            services.bring(actor=karin, importer=DeviationImporter(), name="x", content=rows)
        return len(queries)

    asked(1)
    assert asked(3) == asked(15)


def test_a_merged_workbook_with_swedish_dates_is_understood(karin: User) -> None:
    rows = [["Avvikelser 2023", "", "", "", ""], [], HEADINGS, ROW, ("18", *ROW[1:3], "", ROW[4])]
    content = xlsx(
        rows, merged=[(0, 0, 0, 4, "Avvikelser 2023"), (3, 3, 4, 3, "Mottagningsenheten")]
    )
    found = check(DeviationImporter(), content, karin)
    assert (len(found.rows), found.problems) == (2, [])
