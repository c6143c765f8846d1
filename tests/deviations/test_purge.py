"""Gallring: everything of the case goes, what statistics need stays."""

from datetime import date

import pytest
from django.core.files.storage import default_storage
from django.core.management import call_command
from django.db import connection, transaction
from django.test import Client
from django.urls import reverse

from audit import chain
from audit.models import Door, Event
from deviations import statistics
from deviations.archive.build import ARCHIVE, REMOVE_EXPORT, REMOVE_FILES
from deviations.dependants import files, tables
from deviations.models import (
    ArchiveExport,
    Attachment,
    CaseStub,
    Complaint,
    Deviation,
    Kind,
    PurgeProtocol,
    RetentionRule,
    Severity,
)
from deviations.search import search
from deviations.services import IllegalStep, purge_cases, remove_export, request_export
from jobs.models import Job
from lib.periods import Period
from measures.origins import origins_of
from organisation.models import User
from tests.factories.deviations import make_attachment, make_case
from tests.factories.ended import closed_case, fill_every_table, make_rule, run_job
from tests.factories.organisation import Organisation
from tests.people import People

PURGE = ArchiveExport.Purpose.PURGE


@pytest.fixture
def rule(db: None) -> RetentionRule:
    make_rule(Kind.LEX_SARAH, decision="SN 2020/16")
    return make_rule()


def exported(sara: User, organisation: Organisation, *cases: Deviation) -> ArchiveExport:
    export = request_export(
        actor=sara,
        unit=organisation.ifo,
        purpose=PURGE,
        case_ids=[case.pk for case in cases],
    )
    assert run_job(ARCHIVE, export.pk).state == Job.State.DONE
    export.refresh_from_db()
    return export


def purged(sara: User, organisation: Organisation, *cases: Deviation) -> PurgeProtocol:
    export = exported(sara, organisation, *cases)
    return purge_cases(actor=sara, export=export, count=len(cases))


@pytest.fixture
def whole(sara: User, organisation: Organisation, rule: RetentionRule) -> Deviation:
    case = closed_case(organisation.intake, Kind.LEX_SARAH)
    fill_every_table(case, sara)
    return case


def test_no_table_of_the_case_is_forgotten(
    sara: User, organisation: Organisation, whole: Deviation
) -> None:
    Complaint.objects.create(deviation=whole)
    # A new table with a foreign key to a case: give it a row in tests/factories/ended.py, look at
    # how it reads in the archive export, and see to it that it may be destroyed.
    assert {table.model._meta.label for table in tables() if not table.rows([whole.pk])} == set()
    purged(sara, organisation, whole)
    left = {table.model._meta.label for table in tables() if table.rows([whole.pk])}
    assert left == set()
    assert not Deviation.objects.filter(pk=whole.pk).exists()


def test_no_row_anywhere_points_at_nothing(
    sara: User, organisation: Organisation, whole: Deviation
) -> None:
    purged(sara, organisation, whole)
    connection.check_constraints()


def test_a_case_that_was_counted_as_one_report_is_one_when_it_is_destroyed(
    sara: User, organisation: Organisation, rule: RetentionRule
) -> None:
    case = closed_case(organisation.intake, Kind.LEX_SARAH)
    year = Period.of(case.received_on.year)
    before = statistics.reported([organisation.intake.pk], year)
    purged(sara, organisation, case)
    assert statistics.reported([organisation.intake.pk], year) == before


def test_another_case_keeps_all_that_is_its_own(
    sara: User, organisation: Organisation, whole: Deviation
) -> None:
    other = closed_case(organisation.intake, Kind.LEX_SARAH)
    fill_every_table(other, sara)
    before = {table.model: table.rows([other.pk]).count() for table in tables()}
    purged(sara, organisation, whole)
    assert {table.model: table.rows([other.pk]).count() for table in tables()} == before


def test_the_stub_has_the_years_figures_and_no_more(
    sara: User, organisation: Organisation, whole: Deviation
) -> None:
    causes, measures = set(whole.causes.all()), set(whole.measures.all())
    purged(sara, organisation, whole)
    stub = CaseStub.objects.get()
    assert (stub.kind, stub.unit, stub.severity) == (
        Kind.LEX_SARAH,
        organisation.intake,
        Severity.SERIOUS,
    )
    assert (stub.received_on, stub.decided_on, stub.notified_on, stub.annulled_on) == (
        date(2014, 1, 1),
        date(2015, 1, 1),
        date(2015, 1, 1),
        None,
    )
    assert (stub.reporters, stub.is_appeal) == (1, False)
    assert (set(stub.causes.all()), set(stub.measures.all())) == (causes, measures)


def test_an_appeal_stays_an_appeal(sara: User, organisation: Organisation) -> None:
    make_rule(Kind.COMPLAINT)
    case = closed_case(organisation.intake, Kind.COMPLAINT, is_appeal=True)
    purged(sara, organisation, case)
    assert CaseStub.objects.get().is_appeal


def test_the_protocol_says_what_was_destroyed_and_on_what_decision(
    sara: User, organisation: Organisation, whole: Deviation
) -> None:
    Deviation.objects.update(diary_number="SN 2014/88")
    protocol = purged(sara, organisation, whole)
    assert (protocol.made_by_name, protocol.made_by_title) == ("Sara Alm", "lex Sarah-ansvarig")
    assert protocol.cases == [
        {
            "number": whole.number,
            "diary_number": "SN 2014/88",
            "kind": "Lex Sarah-rapport",
            "unit": "Mottagningsenheten",
            "ended_on": "2015-06-30",
            "rule": "Lex Sarah-rapport gallras efter 5 år",
            "decision": "SN 2020/16",
        }
    ]
    assert protocol.sha256 == ArchiveExport.objects.get().sha256


def test_a_protocol_cannot_be_changed(
    sara: User, organisation: Organisation, whole: Deviation
) -> None:
    protocol = purged(sara, organisation, whole)
    with pytest.raises(Exception, match="append-only"), transaction.atomic():
        PurgeProtocol.objects.filter(pk=protocol.pk).update(cases=[])


def test_the_log_outlives_the_case_and_stays_whole(
    sara: User, organisation: Organisation, whole: Deviation
) -> None:
    before = set(Event.objects.values_list("pk", flat=True))
    protocol = purged(sara, organisation, whole)
    assert before <= set(Event.objects.values_list("pk", flat=True))
    told = Event.objects.get(action=Event.Action.DELETE)
    assert (told.label, told.detail) == (whole.number, {"protocol": protocol.pk})
    chain.seal(everything=True)
    assert chain.verify() == []
    assert not Door.objects.exists()


def test_a_search_finds_it_no_more(
    sara: User, organisation: Organisation, rule: RetentionRule
) -> None:
    case = closed_case(organisation.intake, description="Vattenskada i arkivet.")
    assert search(Deviation.objects.all(), "vattenskada").exists()
    purged(sara, organisation, case)
    assert not search(Deviation.objects.all(), "vattenskada").exists()
    index = "SELECT count(*) FROM deviations_search WHERE deviations_search MATCH 'vattenskada'"
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            assert cursor.execute(index).fetchone() == (0,)


def test_its_files_are_taken_away_by_a_job_after_the_commit(
    sara: User, organisation: Organisation, whole: Deviation
) -> None:
    names = files([whole.pk])
    assert len(names) == 2
    purged(sara, organisation, whole)
    export = ArchiveExport.objects.get()
    assert all(map(default_storage.exists, names))
    assert run_job(REMOVE_FILES, export.pk).state == Job.State.DONE
    assert not any(map(default_storage.exists, names))
    export.refresh_from_db()
    assert export.doomed == []


def test_a_file_that_another_case_has_too_stays(
    sara: User, organisation: Organisation, rule: RetentionRule
) -> None:
    case, other = closed_case(organisation.intake), make_case(organisation.intake)
    for one in (case, other):
        make_attachment(one, sara, b"%PDF samma rutin")
    purged(sara, organisation, case)
    run_job(REMOVE_FILES, ArchiveExport.objects.get().pk)
    assert default_storage.exists(Attachment.objects.get().stored_as)


def test_a_case_that_stays_loses_its_link_and_nothing_else(
    sara: User, organisation: Organisation, rule: RetentionRule
) -> None:
    origin = closed_case(organisation.intake, Kind.LEX_SARAH)
    became, copy = make_case(organisation.intake), make_case(organisation.intake)
    Deviation.objects.filter(pk=became.pk).update(origin=origin)
    Deviation.objects.filter(pk=copy.pk).update(duplicate_of=origin)
    purged(sara, organisation, origin)
    for case, field in ((became, "origin"), (copy, "duplicate_of")):
        version = case.version
        case.refresh_from_db()
        assert (getattr(case, field), case.version) == (None, version)
        told = Event.objects.get(action=Event.Action.CHANGE, object_id=str(case.pk))
        assert list(told.changes) == [field]


def test_cases_that_refer_to_each_other_go_together(
    sara: User, organisation: Organisation, rule: RetentionRule
) -> None:
    origin = closed_case(organisation.intake, Kind.LEX_SARAH)
    became = closed_case(organisation.intake)
    Deviation.objects.filter(pk=became.pk).update(origin=origin)
    purged(sara, organisation, origin, became)
    assert (Deviation.objects.count(), CaseStub.objects.count()) == (0, 2)


def test_a_measure_still_says_what_it_answered_to(
    sara: User, organisation: Organisation, whole: Deviation
) -> None:
    (measure,) = whole.measures.all()
    purged(sara, organisation, whole)
    (origin,) = origins_of(measure, sara)
    assert (origin.kind, origin.title, origin.url) == ("Ärende", "Gallrat", "")


def test_a_number_is_never_given_again(
    sara: User, organisation: Organisation, rule: RetentionRule
) -> None:
    purged(sara, organisation, closed_case(organisation.intake))
    assert make_case(organisation.intake, received_on=date(2014, 12, 1)).sequence == 2


# What is refused -------------------------------------------------------------------------------


def test_what_has_changed_since_the_export_is_not_destroyed(
    sara: User, organisation: Organisation, whole: Deviation
) -> None:
    export = exported(sara, organisation, whole)
    whole.feedback.create(text="En sak till.", given_by_name="Sara Alm")
    with pytest.raises(IllegalStep, match=f"ändrats sedan exporten: {whole.number}"):
        purge_cases(actor=sara, export=export, count=1)
    assert Deviation.objects.filter(pk=whole.pk).exists()
    assert not (CaseStub.objects.exists() or PurgeProtocol.objects.exists())


def test_what_the_board_has_decided_to_keep_since_is_not_destroyed(
    sara: User, organisation: Organisation, whole: Deviation
) -> None:
    export = exported(sara, organisation, whole)
    RetentionRule.objects.filter(kind=Kind.LEX_SARAH).update(preserve=True, years=None)
    with pytest.raises(IllegalStep, match="Ska inte längre gallras"):
        purge_cases(actor=sara, export=export, count=1)


def test_the_wrong_number_destroys_nothing(
    sara: User, organisation: Organisation, whole: Deviation
) -> None:
    export = exported(sara, organisation, whole)
    with pytest.raises(IllegalStep, match="Exporten har 1 ärende"):
        purge_cases(actor=sara, export=export, count=2)


def test_nothing_is_destroyed_before_its_export_is_made_or_after_it_is_gone(
    sara: User, organisation: Organisation, whole: Deviation
) -> None:
    export = request_export(actor=sara, unit=organisation.ifo, purpose=PURGE, case_ids=[whole.pk])
    with pytest.raises(IllegalStep, match="Arkivexporten finns inte"):
        purge_cases(actor=sara, export=export, count=1)
    run_job(ARCHIVE, export.pk)
    remove_export(actor=sara, export=export)
    with pytest.raises(IllegalStep, match="Arkivexporten finns inte"):
        purge_cases(actor=sara, export=export, count=1)


def test_twice_is_once(sara: User, organisation: Organisation, whole: Deviation) -> None:
    export = exported(sara, organisation, whole)
    purge_cases(actor=sara, export=export, count=1)
    with pytest.raises(IllegalStep, match="redan gallrade"):
        purge_cases(actor=sara, export=export, count=1)
    assert PurgeProtocol.objects.count() == 1


@pytest.mark.parametrize("who", ["eva", "karin", "dag", "nils", "admin"])
def test_nobody_else_destroys(
    people: People, organisation: Organisation, whole: Deviation, who: str
) -> None:
    with pytest.raises(IllegalStep, match="Du gallrar inte"):
        request_export(
            actor=getattr(people, who),
            unit=organisation.ifo,
            purpose=PURGE,
            case_ids=[whole.pk],
        )


def test_what_is_not_due_cannot_be_asked_for(
    sara: User, organisation: Organisation, rule: RetentionRule
) -> None:
    with pytest.raises(IllegalStep, match="Listan har ändrats"):
        request_export(
            actor=sara,
            unit=organisation.ifo,
            purpose=PURGE,
            case_ids=[make_case(organisation.intake).pk],
        )


@pytest.mark.skipif("connection.vendor != 'postgresql'", reason="roles exist on PostgreSQL only")
def test_the_role_of_the_web_can_destroy_cases(
    sara: User, organisation: Organisation, whole: Deviation
) -> None:
    """It opens the door, but has no right to any row of the log (tests/audit)."""
    export = exported(sara, organisation, whole)
    with connection.cursor() as cursor:
        cursor.execute("CREATE ROLE web_that_purges")
        call_command("grant_runtime_role", "web_that_purges")
        cursor.execute("SET LOCAL ROLE web_that_purges")
        purge_cases(actor=sara, export=export, count=1)
        cursor.execute("RESET ROLE")
    assert not Deviation.objects.exists()


# The pages -------------------------------------------------------------------------------------


def test_from_the_list_to_the_protocol(
    client: Client, sara: User, organisation: Organisation, whole: Deviation
) -> None:
    client.force_login(sara)
    page = client.post(reverse("diary:due"), {"purpose": "purge", "cases": [whole.pk]}, follow=True)
    export = ArchiveExport.objects.get()
    assert page.redirect_chain == [(reverse("diary:archive", args=[export.pk]), 302)]
    run_job(ARCHIVE, export.pk)
    file = client.get(reverse("diary:archive_download", args=[export.pk]))
    assert file["Content-Disposition"].endswith('.zip"')
    assert file["X-Content-Type-Options"] == "nosniff"
    assert Event.objects.get(action=Event.Action.DOWNLOAD).detail["ids"] == [whole.pk]
    url = reverse("diary:purge", args=[export.pk])
    refused = client.post(url, {"count": "2", "confirmed": "on"})
    assert (refused.status_code, refused.context["form"].errors["count"]) == (
        422,
        ["Exporten har 1 ärende. Skriv det antalet."],
    )
    protocol = client.post(url, {"count": "1", "confirmed": "on"}, follow=True)
    assert whole.number in protocol.content.decode()
    assert not Deviation.objects.exists()


def test_an_export_that_lies_here_is_an_unfinished_gallring(
    client: Client, sara: User, organisation: Organisation, whole: Deviation
) -> None:
    client.force_login(sara)
    purged(sara, organisation, whole)
    export = ArchiveExport.objects.get()
    url = reverse("diary:archive", args=[export.pk])
    assert "Gallringen är inte fullbordad" in client.get(url).content.decode()
    client.post(reverse("diary:archive_remove", args=[export.pk]))
    run_job(REMOVE_EXPORT, export.pk)
    assert not default_storage.exists(export.stored_as)
    assert client.get(reverse("diary:archive_download", args=[export.pk])).status_code == 404
    assert "Gallringen är inte fullbordad" not in client.get(url).content.decode()


def test_the_registrator_reads_the_protocol(
    client: Client, people: People, organisation: Organisation, whole: Deviation
) -> None:
    protocol = purged(people.sara, organisation, whole)
    client.force_login(people.nils)
    (row,) = client.get(reverse("diary:protocols")).context["rows"]
    assert row.url == reverse("diary:protocol", args=[protocol.pk])
    assert whole.number in client.get(row.url).content.decode()


@pytest.mark.parametrize("page", ["archive", "archive_download", "protocol"])
def test_an_address_of_nothing_is_not_found(client: Client, sara: User, page: str) -> None:
    client.force_login(sara)
    for pk in ("999999", "9" * 30):
        assert client.get(reverse(f"diary:{page}", args=[pk])).status_code == 404
