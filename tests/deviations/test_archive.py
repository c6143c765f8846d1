"""The archive export: all that stands about a case, with sums that can be checked."""

import json
from hashlib import sha256
from io import BytesIO
from zipfile import ZipFile

import pytest
from django.core.files.storage import default_storage

from audit.models import Event
from deviations.archive.build import ARCHIVE
from deviations.archive.record import records
from deviations.dependants import tables
from deviations.models import ArchiveExport, Deviation, Kind, PersonIdentity
from deviations.retention import Holdings
from deviations.services import request_export
from jobs.models import Job
from organisation.models import User
from tests.factories.deviations import make_attachment
from tests.factories.ended import closed_case, fill_every_table, make_rule, run_job
from tests.factories.organisation import Organisation

Purpose = ArchiveExport.Purpose


def make_export(
    sara: User, organisation: Organisation, *cases: Deviation, purpose: str = Purpose.PURGE
) -> ArchiveExport:
    return request_export(
        actor=sara,
        unit=organisation.ifo,
        purpose=purpose,
        case_ids=[case.pk for case in cases],
    )


def opened(export: ArchiveExport) -> ZipFile:
    assert run_job(ARCHIVE, export.pk).state == Job.State.DONE
    export.refresh_from_db()
    with default_storage.open(export.stored_as) as file:
        content = file.read()
    assert sha256(content).hexdigest() == export.sha256
    return ZipFile(BytesIO(content))


@pytest.fixture
def whole(sara: User, organisation: Organisation) -> Deviation:
    make_rule(Kind.LEX_SARAH)
    case = closed_case(organisation.intake, Kind.LEX_SARAH)
    fill_every_table(case, sara)
    return case


def structured(pack: ZipFile, case: Deviation) -> dict[str, list[list[dict[str, object]]]]:
    document = json.loads(pack.read(f"{case.number}/arende.json"))
    return {table["table"]: table["rows"] for table in document["tables"]}


def test_each_file_is_in_the_manifest_with_its_sum(
    sara: User, organisation: Organisation, whole: Deviation
) -> None:
    pack = opened(make_export(sara, organisation, whole))
    manifest = pack.read("manifest-sha256.txt").decode().splitlines()
    sums = {name: digest for digest, _, name in (line.partition("  ") for line in manifest)}
    assert sums == {
        name: sha256(pack.read(name)).hexdigest()
        for name in pack.namelist()
        if name != "manifest-sha256.txt"
    }
    assert sorted(sums) == [
        f"{whole.number}/arende.html",
        f"{whole.number}/arende.json",
        f"{whole.number}/bilagor/01-brev-aao.pdf",
        f"{whole.number}/bilagor/02-arendepaket.pdf",
        "forteckning.json",
    ]


def test_every_row_and_field_is_there_with_its_swedish_name(
    sara: User, organisation: Organisation, whole: Deviation
) -> None:
    found = structured(opened(make_export(sara, organisation, whole)), whole)
    expected = {table.model._meta.label_lower for table in tables() if table.rows([whole.pk])}
    assert set(found) == {"deviations.deviation", *expected}
    (row,) = found["deviations.deviation"]
    fields = {field["field"]: field for field in row}
    assert set(fields) == {field.name for field in Deviation._meta.fields}
    assert fields["title"]["label"] == "rubrik"
    assert (fields["unit"]["value"], fields["unit"]["words"]) == (
        organisation.intake.pk,
        "Mottagningsenheten",
    )
    assert fields["severity"]["words"] == "Allvarligt missförhållande"
    (link,) = found["deviations.deviation_causes"]
    assert [field["label"] for field in link] == ["ID", "ärende", "bakomliggande orsak"]


def test_the_page_is_read_without_any_system(
    sara: User, organisation: Organisation, whole: Deviation
) -> None:
    Deviation.objects.update(description="<script>alert(1)</script> & så vidare")
    page = opened(make_export(sara, organisation, whole)).read(f"{whole.number}/arende.html")
    html = page.decode()
    assert "Faktauppgift: Dörren stod olåst." in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; så vidare" in html
    assert 'href="bilagor/01-brev-aao.pdf"' in html


def test_of_what_is_destroyed_only_that_an_identity_was_here(
    sara: User, organisation: Organisation, whole: Deviation
) -> None:
    pack = opened(make_export(sara, organisation, whole))
    document = pack.read(f"{whole.number}/arende.json").decode()
    assert json.loads(document)["identity"] == "fanns"
    assert "Testsson" not in document


@pytest.fixture
def kept_for_ever(sara: User, organisation: Organisation) -> Deviation:
    make_rule(years=None)
    case = closed_case(organisation.intake)
    fill_every_table(case, sara)
    return case


def delivered(sara: User, organisation: Organisation, case: Deviation) -> str:
    export = make_export(sara, organisation, case, purpose=Purpose.DELIVER)
    return opened(export).read(f"{case.number}/arende.html").decode()


def test_of_what_is_kept_the_identity_is_readable_without_our_key(
    sara: User, organisation: Organisation, kept_for_ever: Deviation
) -> None:
    assert "Namn: Alva Testsson" in delivered(sara, organisation, kept_for_ever)
    reasons = kept_for_ever.openings.order_by("pk").values_list("opened_by_name", "reason")
    assert reasons.last() == ("Sara Alm", "Export till arkivet")


def test_an_identity_whose_key_is_lost_stops_no_export(
    sara: User, organisation: Organisation, kept_for_ever: Deviation
) -> None:
    PersonIdentity.objects.update(sealed=b"from another key")
    page = delivered(sara, organisation, kept_for_ever)
    assert "Fanns, men kan inte läsas" in page


def test_what_has_been_delivered_is_not_asked_for_again(
    sara: User, organisation: Organisation
) -> None:
    make_rule(years=None)
    case, other = closed_case(organisation.intake), closed_case(organisation.intake)
    opened(make_export(sara, organisation, case, purpose=Purpose.DELIVER))
    assert list(Holdings.of(sara).for_archive()) == [other]


def test_a_case_without_identity_says_so(sara: User, organisation: Organisation) -> None:
    case = closed_case(organisation.intake)
    record = records([case.pk], preserve=False)[case.pk]
    assert record.document["identity"] == "fanns ej"


def test_the_same_case_gives_the_same_bytes(
    sara: User, organisation: Organisation, whole: Deviation
) -> None:
    first, second = (records([whole.pk], preserve=False)[whole.pk].sha256 for _ in range(2))
    assert first == second


def test_a_name_cannot_climb_out_of_its_folder(
    sara: User, organisation: Organisation, whole: Deviation
) -> None:
    make_attachment(whole, sara, b"x", name="../../etc/passwd .e/x?e")
    pack = opened(make_export(sara, organisation, whole))
    assert f"{whole.number}/bilagor/02-xe" in pack.namelist()


@pytest.mark.parametrize("content", [None, b"something else"])
def test_a_missing_or_other_file_stops_the_export_with_words(
    sara: User, organisation: Organisation, content: bytes | None
) -> None:
    make_rule()
    case = closed_case(organisation.intake)
    attachment = make_attachment(case, sara, f"viktigt {content!r}".encode())
    default_storage.delete(attachment.stored_as)
    if content is not None:
        with default_storage.open(attachment.stored_as, "wb") as file:
            file.write(content)
    export = make_export(sara, organisation, case)
    job = run_job(ARCHIVE, export.pk)
    assert job.state == Job.State.FAILED
    assert case.number in job.error
    assert "systemadministratören" in job.error
    default_storage.delete(attachment.stored_as)


def test_making_it_is_logged_with_the_cases(
    sara: User, organisation: Organisation, whole: Deviation
) -> None:
    export = make_export(sara, organisation, whole)
    opened(export)
    told = Event.objects.get(action=Event.Action.EXPORT)
    assert (told.actor_id, told.detail["ids"]) == (sara.pk, [whole.pk])


def test_a_second_click_starts_no_second_export(
    sara: User, organisation: Organisation, whole: Deviation
) -> None:
    first, second = (make_export(sara, organisation, whole) for _ in range(2))
    assert first == second


def test_reading_many_cases_costs_no_question_each(
    sara: User, organisation: Organisation, django_assert_num_queries: object
) -> None:
    make_rule()
    cases = [closed_case(organisation.intake) for _ in range(3)]
    for case in cases[:2]:
        fill_every_table(case, sara)
    with django_assert_num_queries(1 + len(tables())):  # type: ignore[operator]
        records([case.pk for case in cases], preserve=False)
