"""An avvikelse that is suspected misconduct: who loses it, who gains it, and how it comes back."""

from datetime import timedelta

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from deviations import dependants, services
from deviations.identity import Identity
from deviations.models import (
    Deviation,
    DeviationReport,
    Kind,
    LexSarahPolicy,
    PersonIdentity,
    Severity,
    Status,
)
from deviations.receipts import RESTRICTED
from deviations.rights import rights_of
from deviations.services import IllegalStep
from organisation.models import Unit, User
from tests.factories.deviations import assigned, decided, make_attachment, make_case, make_note
from tests.factories.organisation import Organisation
from tests.people import People

ALVA = Identity("Alva Testsson", "20150312-2380")
WHY = "Barnet var utan tillsyn."


def suspect(actor: User, case: Deviation) -> Deviation:
    return services.suspect_misconduct(actor=actor, deviation=case, motive=WHY)


def seen_by(user: User) -> set[Deviation]:
    return set(Deviation.objects.visible_to(User.objects.get(pk=user.pk)))


@pytest.fixture
def case(mona: User, organisation: Organisation) -> Deviation:
    return services.report_deviation(
        actor=mona, kind=Kind.INTERNAL, unit=organisation.intake, description="Ett barn lämnades."
    )


def test_the_manager_loses_both_and_the_lex_sarah_group_gains_them(
    people: People, case: Deviation
) -> None:
    report = suspect(people.eva, case)
    assert [seen_by(user) for user in (people.eva, people.karin)] == [set(), set()]
    assert [seen_by(user) for user in (people.sara, people.dag)] == [{case, report}] * 2


def test_each_is_a_case_of_its_own_with_its_kind_and_number(eva: User, case: Deviation) -> None:
    report = suspect(eva, case)
    number = case.number
    case.refresh_from_db()
    assert (report.kind, report.status, report.origin) == (Kind.LEX_SARAH, Status.RECEIVED, case)
    assert (report.unit, report.description) == (case.unit, case.description)
    assert (case.kind, case.number, case.status) == (Kind.INTERNAL, number, Status.CLOSED)
    assert case.decided_on == case.closed_on == timezone.localdate()
    assert report.number in case.assessments.get().motive


def test_the_reporter_is_named_in_the_new_case_and_keeps_the_receipt(
    client: Client, eva: User, mona: User, case: Deviation
) -> None:
    report = suspect(eva, case)
    told = report.reports.get()
    assert (told.reporter, told.number_given) == (mona, case.number)
    client.force_login(mona)
    mine = client.get(reverse("deviations:mine")).context["rows"]
    assert [(row.number, row.moved) for row in mine] == [
        (case.number, "Rapporten utreds nu enligt lex Sarah.")
    ]
    receipt = client.get(reverse("deviations:receipt", args=[case.number])).context["receipt"]
    assert (receipt.number, receipt.readers[0]) == (case.number, RESTRICTED)


def test_without_a_named_reporter_the_one_who_suspects_is_it(
    eva: User, organisation: Organisation
) -> None:
    report = suspect(eva, make_case(organisation.intake))
    assert report.reports.get().reporter == eva


# What follows ----------------------------------------------------------------------------------


@pytest.fixture
def known(eva: User, case: Deviation) -> Deviation:
    """With notes, a file and an identity."""
    first = make_note(case, eva, signed_at=timezone.now())
    make_note(case, eva, source="Rättelse", corrects=first, signed_at=timezone.now())
    make_note(case, eva, source="Utkast")
    make_attachment(case, eva)
    make_attachment(case, eva)
    gone = case.attachments.last()
    assert gone is not None
    services.remove_attachment(actor=eva, attachment=gone, motive="Fel fil.")
    services.keep_identity(actor=eva, deviation=case, identity=ALVA, version=None)
    return case


def test_the_notes_follow_as_they_were_signed(eva: User, known: Deviation) -> None:
    report = suspect(eva, known)
    fields = ("source", "passages", "author_name", "author_title", "signed_at", "recorded_at")
    before, after = (list(one.notes.values_list(*fields)) for one in (known, report))
    assert after == before
    correction = report.notes.get(source="Rättelse").corrects
    assert correction == report.notes.get(source="Samtal")


def test_the_files_follow_and_are_stored_once(eva: User, known: Deviation) -> None:
    report = suspect(eva, known)
    followed = report.attachments.get()
    kept = known.attachments.get(removed_at=None)
    assert (followed.stored_as, followed.uploaded_at) == (kept.stored_as, kept.uploaded_at)
    known.attachments.all().delete()
    assert dependants.is_used(followed.stored_as)


def test_the_identity_is_read_in_the_new_case(eva: User, sara: User, known: Deviation) -> None:
    report = suspect(eva, known)
    opened = services.open_identity(actor=sara, deviation=report, reason="Kontakt med familjen")
    assert opened.identity == ALVA


def test_an_identity_whose_key_is_lost_stops_no_suspicion(eva: User, known: Deviation) -> None:
    PersonIdentity.objects.update(sealed=b"from another key")
    report = suspect(eva, known)
    assert not PersonIdentity.objects.filter(deviation=report).exists()
    assert "identitet kan inte läsas" in report.assessments.get().motive


def test_what_is_given_back_is_as_the_manager_left_it(
    eva: User, sara: User, known: Deviation
) -> None:
    report = suspect(eva, known)
    make_note(report, sara, source="Förhör", signed_at=timezone.now())
    report.notes.filter(signed_at=None).delete()
    decided(report, sara, Severity.OUTSIDE)
    assert not known.notes.filter(source="Förhör").exists()
    assert (known.notes.count(), report.notes.count()) == (3, 3)
    assert known.attachments.filter(removed_at=None).count() == report.attachments.count() == 1
    assert set(PersonIdentity.objects.values_list("deviation", flat=True)) == {known.pk, report.pk}


# Who sees it -----------------------------------------------------------------------------------


def test_an_investigator_of_the_avvikelse_loses_it_too(
    sara: User, ulla: User, case: Deviation
) -> None:
    assigned(case, sara, ulla)
    suspect(ulla, case)
    assert seen_by(ulla) == set()


@pytest.mark.parametrize("kind", [Kind.COMPLAINT, Kind.LEX_SARAH])
def test_a_complaint_and_a_lex_sarah_report_do_not_become_one(
    sara: User, organisation: Organisation, kind: Kind
) -> None:
    with pytest.raises(IllegalStep):
        suspect(sara, make_case(organisation.intake, kind))


def policy(unit: Unit, *, keeps: bool, days: int = 0) -> None:
    from_day = timezone.localdate() - timedelta(days=30)
    until = timezone.localdate() - timedelta(days=days) if days else None
    LexSarahPolicy.objects.create(
        unit=unit, manager_keeps_insight=keeps, motive="x", valid_from=from_day, valid_to=until
    )


def test_a_municipality_may_let_the_manager_keep_the_insight(
    eva: User, case: Deviation, organisation: Organisation
) -> None:
    policy(organisation.municipality, keeps=True)
    report = suspect(eva, case)
    assert seen_by(eva) == {case, report}
    assert not any(vars(rights_of(eva, report)).values())


def test_the_nearest_rule_of_the_day_holds(
    eva: User, case: Deviation, organisation: Organisation
) -> None:
    policy(organisation.municipality, keeps=True)
    policy(organisation.children, keeps=False)
    policy(organisation.intake, keeps=True, days=1)
    suspect(eva, case)
    assert seen_by(eva) == set()


def test_what_falls_outside_is_the_managers_again(
    client: Client, eva: User, sara: User, mona: User, case: Deviation
) -> None:
    report = suspect(eva, case)
    decided(report, sara, Severity.OUTSIDE)
    case.refresh_from_db()
    assert (case.status, case.decided_on, case.restricted) == (Status.ASSESSMENT, None, False)
    assert seen_by(eva) == {case}
    assert Deviation.objects.count() == 2
    client.force_login(mona)
    assert client.get(reverse("deviations:receipt", args=[case.number])).status_code == 200


def test_the_manager_is_not_told_the_motive_of_the_lex_sarah_decision(
    client: Client, eva: User, sara: User, case: Deviation
) -> None:
    report = suspect(eva, case)
    services.receive(actor=sara, deviation=report)
    services.decide(
        actor=sara,
        deviation=report,
        motive="Mona berättade något.",
        decided_on=timezone.localdate(),
        severity=Severity.OUTSIDE,
    )
    client.force_login(eva)
    page = client.get(reverse("deviations:detail", args=[case.number])).content.decode()
    assert "Återlämnat till chefen" in page
    assert "Mona berättade något." not in page


def test_a_suspicion_registered_by_mistake_is_undone(
    eva: User, sara: User, case: Deviation
) -> None:
    report = suspect(eva, case)
    services.annul_deviation(actor=sara, deviation=report, motive="Fel ärende valdes.")
    assert seen_by(eva) == {case}


def test_the_manager_who_has_lost_a_case_is_mailed_its_number_alone(
    people: People, case: Deviation, at_once: None, django_capture_on_commit_callbacks: object
) -> None:
    User.objects.filter(pk=people.eva.pk).update(email="eva@lindby.example")
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
        report = suspect(people.sara, case)
    (sent,) = mail.outbox
    assert (sent.to, sent.subject) == (["eva@lindby.example"], report.number)
    assert WHY not in sent.body
    assert case.description not in sent.body


def test_both_reports_of_one_reporter_are_counted_once_on_the_own_page(
    eva: User, mona: User, case: Deviation
) -> None:
    suspect(eva, case)
    assert DeviationReport.objects.visible_to(mona).count() == 1
