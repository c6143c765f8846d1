"""Who attests, in what order, and what a signature is bound to."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from audit.models import Event
from jobs.models import Job
from lib.refusals import Refused
from organisation.models import Membership, Role, Unit, User
from qualityreport import attests, services
from qualityreport.attests import Step
from qualityreport.build import CERTIFY
from qualityreport.checks import Finding
from qualityreport.models import AttestStep, Report, ReportVersion, VersionState
from tests.factories.organisation import Organisation, give_role, make_user
from tests.factories.reports import make_file, make_version

SECRET = "en-lång-mening-att-minnas"
EMPTY = Finding("empty_section", "warns", "syfte", "Syfte", "Skrivs inte ut.", "Skriv texten.")


@pytest.fixture
def waiting(report: Report) -> ReportVersion:
    return make_version(report, VersionState.IN_REVIEW)


@pytest.fixture
def disa(organisation: Organisation) -> User:
    """The director: decides for the whole board."""
    user = make_user("disa", "Disa Ström", "socialdirektör")
    give_role(user, Role.DECIDER, organisation.board)
    return user


@pytest.fixture
def two_steps(organisation: Organisation) -> None:
    """Dag first, and then the director."""
    board = organisation.board
    AttestStep.objects.create(unit=board, order=1, title="Verksamhetschef", role=Role.DECIDER)
    AttestStep.objects.create(
        unit=board, order=2, title="Direktör", role=Role.DECIDER, level=Unit.Level.BOARD
    )


def sign(version: ReportVersion, user: User, **more: str) -> None:
    version.refresh_from_db()
    (step, *_) = attests.steps_for(user, version) or [Step("?")]
    seen = more.pop("seen_hash", version.snapshot_hash)
    services.attest(actor=user, version=version, step=step, seen_hash=seen, **more)


def test_where_nothing_is_said_the_one_who_decides_for_the_operation_attests(
    waiting: ReportVersion, dag: User, eva: User
) -> None:
    assert [bool(attests.steps_for(user, waiting)) for user in (dag, eva)] == [True, False]


def test_a_step_of_the_kind_goes_before_the_general_ones(
    report: Report, organisation: Organisation
) -> None:
    AttestStep.objects.create(unit=organisation.board, title="Alla")
    AttestStep.objects.create(unit=organisation.board, kind=report.kind, title="Just den")
    AttestStep.objects.create(unit=organisation.board, kind="kvalitetsplan", title="En annan")
    assert [step.title for step in attests.steps_of(report)] == ["Just den"]


def test_the_director_waits_for_the_head_of_the_operation(
    two_steps: None, waiting: ReportVersion, dag: User, disa: User
) -> None:
    assert attests.steps_for(disa, waiting)[0].title == "Verksamhetschef"
    sign(waiting, dag)
    assert [step.title for step in attests.steps_for(disa, waiting)] == ["Direktör"]


def test_the_head_of_the_operation_is_not_at_the_directors_level(
    two_steps: None, waiting: ReportVersion, dag: User, disa: User
) -> None:
    sign(waiting, disa)
    assert attests.steps_for(dag, waiting) == []


def test_steps_of_one_order_are_signed_in_any(
    organisation: Organisation, waiting: ReportVersion, dag: User, sara: User
) -> None:
    for title, role in (("Chef", Role.DECIDER), ("Lex Sarah-ansvarig", Role.LEX_SARAH)):
        AttestStep.objects.create(unit=organisation.ifo, title=title, role=role)
    sign(waiting, sara)
    sign(waiting, dag)
    waiting.refresh_from_db()
    assert waiting.state == VersionState.ATTESTED


def test_the_last_signature_attests_and_orders_the_certificate(
    two_steps: None, waiting: ReportVersion, dag: User, disa: User
) -> None:
    sign(waiting, dag)
    waiting.refresh_from_db()
    assert waiting.state == VersionState.IN_REVIEW
    sign(waiting, disa)
    waiting.refresh_from_db()
    assert waiting.state == VersionState.ATTESTED
    assert Job.objects.get(kind=CERTIFY).subject_id == waiting.pk


def test_nobody_signs_twice(waiting: ReportVersion, organisation: Organisation, dag: User) -> None:
    for title in ("En", "En annan"):
        AttestStep.objects.create(unit=organisation.ifo, title=title)
    sign(waiting, dag)
    with pytest.raises(Refused, match="inte din tur"):
        sign(waiting, dag)


def test_a_substitute_signs_while_the_appointment_lasts(
    waiting: ReportVersion, organisation: Organisation
) -> None:
    vera = make_user("vera", "Vera Lund")
    give_role(vera, Role.DECIDER, organisation.ifo)
    sign(waiting, vera, deputy_for="Dag Holm")
    assert waiting.attestations.get().deputy_for == "Dag Holm"


def test_whoever_has_left_signs_nothing(waiting: ReportVersion, dag: User) -> None:
    Membership.objects.update(valid_to=timezone.localdate() - timedelta(days=1))
    assert attests.steps_for(dag, waiting) == []


def test_a_signature_holds_for_what_was_read_alone(waiting: ReportVersion, dag: User) -> None:
    with pytest.raises(Refused, match="inte det du läste"):
        sign(waiting, dag, seen_hash="0" * 64)


def test_a_snapshot_that_was_meddled_with_cannot_be_signed(
    waiting: ReportVersion, dag: User
) -> None:
    assert waiting.snapshot is not None
    waiting.snapshot["document"]["title"] = "Ändrad"
    waiting.save()
    with pytest.raises(Refused, match="inte det du läste"):
        sign(waiting, dag)


def test_a_withdrawn_signature_stays_in_the_list_with_its_motive(
    waiting: ReportVersion, dag: User
) -> None:
    sign(waiting, dag)
    make_file(waiting, attested=True)
    services.withdraw(actor=dag, signed=waiting.attestations.get(), because="Fel tabell.")
    waiting.refresh_from_db()
    assert waiting.state == VersionState.IN_REVIEW
    assert waiting.attestations.get().withdrawn_because == "Fel tabell."
    assert not waiting.files.filter(attested=True).exists()
    assert not Job.objects.filter(kind=CERTIFY).exists()


def test_a_signature_is_withdrawn_once(waiting: ReportVersion, dag: User) -> None:
    sign(waiting, dag)
    signed = waiting.attestations.get()
    services.withdraw(actor=dag, signed=signed, because="Fel tabell.")
    with pytest.raises(Refused, match="redan återtagen"):
        services.withdraw(actor=dag, signed=signed, because="Igen.")
    assert waiting.attestations.get().withdrawn_because == "Fel tabell."


def test_after_a_withdrawal_it_can_be_signed_anew(waiting: ReportVersion, dag: User) -> None:
    sign(waiting, dag)
    services.withdraw(actor=dag, signed=waiting.attestations.get(), because="Läser igen.")
    sign(waiting, dag)
    assert Job.objects.filter(kind=CERTIFY, state=Job.State.QUEUED).count() == 1


def test_what_has_left_for_the_board_cannot_be_withdrawn(waiting: ReportVersion, dag: User) -> None:
    sign(waiting, dag)
    ReportVersion.objects.update(state=VersionState.SENT)
    with pytest.raises(Refused, match="är nu expedierad"):
        services.withdraw(actor=dag, signed=waiting.attestations.get(), because="För sent.")


def test_a_warning_is_acknowledged_before_it_goes_to_attest(report: Report, karin: User) -> None:
    version = make_version(report, VersionState.DRAFT, EMPTY)
    with pytest.raises(Refused, match="Avsnitt utan text"):
        services.send_to_attest(actor=karin, version=version)
    services.acknowledge(
        actor=karin, report=report, check="empty_section", findings=[EMPTY], motive="Inget hände."
    )
    services.send_to_attest(actor=karin, version=version)
    version.refresh_from_db()
    assert version.state == VersionState.IN_REVIEW


def test_what_says_something_new_is_asked_about_again(report: Report, karin: User) -> None:
    other = Finding("empty_section", "warns", "aret", "Året", "Skrivs inte ut.", "Skriv texten.")
    services.acknowledge(actor=karin, report=report, check="empty_section", findings=[EMPTY])
    version = make_version(report, VersionState.DRAFT, EMPTY, other)
    with pytest.raises(Refused, match="Avsnitt utan text"):
        services.send_to_attest(actor=karin, version=version)


def test_what_stops_cannot_be_acknowledged(report: Report, karin: User) -> None:
    fault = Finding("placeholder", "stops", "", "Syfte", "XX", "Ersätt.")
    with pytest.raises(Refused, match="måste rättas"):
        services.acknowledge(actor=karin, report=report, check="placeholder", findings=[fault])


def test_two_versions_are_not_read_at_once(report: Report, karin: User) -> None:
    make_version(report, VersionState.IN_REVIEW)
    with pytest.raises(Refused, match="Version 1 är redan"):
        services.send_to_attest(actor=karin, version=make_version(report))


def attest_url(version: ReportVersion) -> str:
    return reverse("qualityreport:attest", args=[version.report_id, version.number])


def form(version: ReportVersion, password: str) -> dict[str, str]:
    return {
        "step": "Ansvarig chef",
        "has_read": "on",
        "password": password,
        "seen_hash": version.snapshot_hash,
    }


def test_the_page_asks_for_the_password_again(
    client: Client, waiting: ReportVersion, dag: User
) -> None:
    dag.set_password(SECRET)
    dag.save()
    client.force_login(dag)
    wrong = client.post(attest_url(waiting), form(waiting, "gissat"))
    assert (wrong.status_code, "Lösenordet stämmer inte" in wrong.text) == (422, True)
    assert Event.objects.filter(action=Event.Action.DENIED).count() == 1
    client.post(attest_url(waiting), form(waiting, SECRET))
    assert waiting.attestations.get().name == "Dag Holm"


def test_nobody_guesses_a_password_for_long(
    client: Client, waiting: ReportVersion, dag: User
) -> None:
    dag.set_password(SECRET)
    dag.save()
    client.force_login(dag)
    for _ in range(5):
        client.post(attest_url(waiting), form(waiting, "gissat"))
    locked = client.post(attest_url(waiting), form(waiting, SECRET))
    assert "För många försök" in locked.text
    assert not waiting.attestations.exists()


def test_whoever_is_not_in_turn_has_no_such_page(
    client: Client, waiting: ReportVersion, karin: User
) -> None:
    client.force_login(karin)
    assert client.get(attest_url(waiting)).status_code == 403
