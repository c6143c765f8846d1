"""Handed over, annulled, joined: what leaves the place or the count, and what stays."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from deviations import services
from deviations.models import (
    AnnulledBecause,
    Deviation,
    IvoNotification,
    Kind,
    LexSarahPolicy,
    Status,
)
from deviations.services import IllegalStep
from organisation.models import Role, User
from tests.factories.deviations import assigned, decided, investigated, make_case
from tests.factories.organisation import Organisation, give_role, make_user


@pytest.fixture
def case(organisation: Organisation) -> Deviation:
    return make_case(organisation.intake)


def reported(by: User, organisation: Organisation, kind: Kind = Kind.INTERNAL) -> Deviation:
    return services.report_deviation(
        actor=by, kind=kind, unit=organisation.intake, description=f"{by} såg det."
    )


def test_an_annulled_case_keeps_its_number_its_reason_and_its_motive(
    eva: User, case: Deviation
) -> None:
    services.annul_deviation(
        actor=eva, deviation=case, motive="Regionens.", because=AnnulledBecause.HANDED_OVER
    )
    case.refresh_from_db()
    assert (case.status, case.annulled_on) == (Status.ANNULLED, timezone.localdate())
    assert case.annulled_because == AnnulledBecause.HANDED_OVER
    assert case.assessments.get().motive == "Regionens."
    assert make_case(case.unit).sequence == case.sequence + 1


def test_a_decided_case_is_not_annulled(eva: User, case: Deviation) -> None:
    decided(case, eva)
    with pytest.raises(IllegalStep):
        services.annul_deviation(actor=eva, deviation=case, motive="Dubblett.")


def test_a_case_that_ivo_knows_of_is_not_annulled(sara: User, organisation: Organisation) -> None:
    case = make_case(organisation.intake, Kind.LEX_SARAH)
    today = timezone.localdate()
    IvoNotification.objects.create(deviation=case, suspected_on=today, notified_on=today)
    with pytest.raises(IllegalStep, match="IVO"):
        services.annul_deviation(actor=sara, deviation=case, motive="Dubblett.")


def test_a_case_handed_over_is_the_other_managers(
    eva: User, erik: User, case: Deviation, organisation: Organisation
) -> None:
    services.receive(actor=eva, deviation=case)
    services.hand_over(
        actor=eva, deviation=case, unit=organisation.home_care, motive="Det hände där."
    )
    case.refresh_from_db()
    words = case.assessments.get(step="handover").motive
    assert words == "Från Mottagningsenheten till Hemtjänst norr. Det hände där."
    assert case.status == Status.RECEIVED
    seen = [set(Deviation.objects.visible_to(user)) for user in (eva, erik)]
    assert seen == [set(), {case}]


def test_a_case_is_not_handed_over_to_a_unit_that_is_closed(
    eva: User, case: Deviation, organisation: Organisation
) -> None:
    with pytest.raises(IllegalStep, match="avslutad"):
        services.hand_over(actor=eva, deviation=case, unit=organisation.closed, motive="Dit.")


def test_a_case_is_not_handed_over_to_where_nobody_may_open_it(
    sara: User, erik: User, organisation: Organisation
) -> None:
    case = make_case(organisation.intake, Kind.LEX_SARAH)
    with pytest.raises(IllegalStep, match="ingen lex Sarah-ansvarig"):
        services.hand_over(
            actor=sara, deviation=case, unit=organisation.home_care, motive="Det hände där."
        )


def test_a_lex_sarah_case_is_not_handed_over_to_the_unit_its_investigator_manages(
    sara: User, ulla: User, organisation: Organisation
) -> None:
    give_role(ulla, Role.MANAGER, organisation.youth)
    case = make_case(organisation.intake, Kind.LEX_SARAH)
    assigned(case, sara, ulla)
    with pytest.raises(IllegalStep, match="Utse en annan utredare"):
        services.hand_over(actor=sara, deviation=case, unit=organisation.youth, motive="Dit.")


@pytest.mark.parametrize("way", ["handed over", "edited"])
def test_no_reader_follows_a_lex_sarah_case_to_the_unit_that_she_manages(
    sara: User, ulla: User, organisation: Organisation, way: str
) -> None:
    case, youth = make_case(organisation.intake, Kind.LEX_SARAH), organisation.youth
    services.grant_reading(actor=sara, deviation=case, reader=ulla, reason="Liknar min.")
    give_role(ulla, Role.MANAGER, youth)
    if way == "edited":
        services.update_deviation(
            actor=sara, deviation_id=case.pk, version=case.version, changes={"unit": youth}
        )
    else:
        services.hand_over(actor=sara, deviation=case, unit=youth, motive="Dit.")
    assert not Deviation.objects.visible_to(ulla).exists()


def test_the_manager_who_kept_the_insight_loses_it_when_the_case_goes_to_another_unit(
    eva: User, sara: User, case: Deviation, organisation: Organisation
) -> None:
    LexSarahPolicy.objects.create(
        unit=organisation.ifo,
        manager_keeps_insight=True,
        motive="Beslut.",
        valid_from=timezone.localdate(),
    )
    report = services.suspect_misconduct(actor=eva, deviation=case, motive="Brevet röjde henne.")
    chief = give_role(make_user("nora", "Nora Vik", ""), Role.MANAGER, organisation.youth).user
    services.hand_over(actor=sara, deviation=report, unit=organisation.youth, motive="Dit.")
    readers = [user for user in (eva, chief) if report in Deviation.objects.visible_to(user)]
    assert readers == [chief]


def test_a_suspicion_to_be_notified_is_not_lost_with_the_case_that_is_joined(
    sara: User, organisation: Organisation
) -> None:
    case, other = (make_case(organisation.intake, Kind.LEX_SARAH) for _ in range(2))
    today = timezone.localdate()
    services.suspect_serious(actor=sara, deviation=case, suspected_on=today)
    with pytest.raises(IllegalStep, match="Notera misstanken"):
        services.join_reports(actor=sara, deviation=case, other=other)
    services.suspect_serious(actor=sara, deviation=other, suspected_on=today)
    assert services.join_reports(actor=sara, deviation=case, other=other) == other


def test_reports_of_one_event_are_one_case_and_both_reporters_keep_their_receipts(
    client: Client, eva: User, mona: User, karin: User, organisation: Organisation
) -> None:
    first, second = reported(mona, organisation), reported(karin, organisation)
    services.join_reports(actor=eva, deviation=second, other=first, motive="Samma brev.")
    second.refresh_from_db()
    assert first.reports.count() == 2
    assert (second.status, second.duplicate_of) == (Status.ANNULLED, first)
    assert second.annulled_because == AnnulledBecause.DUPLICATE
    client.force_login(karin)
    (row,) = client.get(reverse("deviations:mine")).context["rows"]
    assert (row.number, row.moved) == (
        second.number,
        "Fler har rapporterat samma händelse. Rapporterna utreds tillsammans.",
    )
    assert client.get(reverse("deviations:receipt", args=[second.number])).status_code == 200


def test_a_locked_investigation_takes_no_more_reports(
    sara: User, mona: User, organisation: Organisation
) -> None:
    first = reported(mona, organisation, Kind.LEX_SARAH)
    second = reported(mona, organisation, Kind.LEX_SARAH)
    investigated(first, sara)
    with pytest.raises(IllegalStep, match="klar och låst"):
        services.join_reports(actor=sara, deviation=second, other=first)


@pytest.mark.parametrize("what", ["kind", "unseen", "decided", "itself", "complaint"])
def test_only_open_cases_of_the_same_kind_that_one_may_read_are_joined(
    eva: User, organisation: Organisation, what: str
) -> None:
    case, other = make_case(organisation.intake), make_case(organisation.intake)
    if what == "kind":
        other = make_case(organisation.intake, Kind.EXTERNAL)
    elif what == "unseen":
        other = make_case(organisation.home_care)
    elif what == "decided":
        decided(other, eva)
    elif what == "itself":
        other = case
    else:
        case, other = (make_case(organisation.intake, Kind.COMPLAINT) for _ in range(2))
    with pytest.raises(IllegalStep):
        services.join_reports(actor=eva, deviation=case, other=other)
