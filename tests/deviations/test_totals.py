"""Years before the register: sums with a source, sealed for good, and never counted again."""

from datetime import date
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction
from django.test import Client
from django.urls import reverse

from audit.models import Event
from deviations import services, statistics
from deviations.earlier import Balance, balances
from deviations.models import CaseStub, Kind, PublishedTotal, Severity
from deviations.services import IllegalStep
from deviations.statistics import Published
from organisation.models import Unit, User
from tests.factories.history import lay
from tests.factories.organisation import Organisation

HOME = "/avvikelser/tidigare-ar/"
SOURCE = "Kvalitetsberättelse 2020"


def enter(actor: User, unit: Unit, count: int, **fields: Any) -> PublishedTotal:
    given = {
        "year": 2020,
        "kind": Kind.LEX_SARAH,
        "figure": "received",
        "severity": "",
        "source": SOURCE,
    }
    return services.add_total(actor=actor, unit=unit, count=count, **(given | fields))


def test_what_was_entered_is_changed_removed_and_logged(
    karin: User, organisation: Organisation
) -> None:
    total = enter(karin, organisation.children, 17)
    services.change_total(actor=karin, total=total, count=18)
    services.remove_total(actor=karin, total=total)
    actions = Event.objects.filter(object_type="deviations.publishedtotal").order_by("pk")
    assert [event.action for event in actions] == ["create", "change", "delete"]


def test_a_sealed_year_can_be_changed_by_nobody(karin: User, organisation: Organisation) -> None:
    total = enter(karin, organisation.children, 18)
    assert services.seal_year(actor=karin, year=2020) == 1
    for act in (
        lambda: services.change_total(actor=karin, total=total, count=1),
        lambda: services.remove_total(actor=karin, total=total),
        lambda: enter(karin, organisation.children, 3, figure="open"),
    ):
        with pytest.raises(IllegalStep, match="försegla"):
            act()
    with pytest.raises(DatabaseError), transaction.atomic():
        PublishedTotal.objects.filter(pk=total.pk).update(count=1)


def test_a_total_that_is_sealed_while_it_is_removed_stays_with_a_word_why(
    client: Client, karin: User, organisation: Organisation
) -> None:
    total = enter(karin, organisation.children, 18)
    read: list[str] = []

    def seal_when_read(execute: Any, sql: str, *rest: Any) -> Any:
        found = execute(sql, *rest)
        if "deviations_publishedtotal" in sql and not read:
            read.append(sql)
            services.seal_year(actor=karin, year=2020)
        return found

    client.force_login(karin)
    with connection.execute_wrapper(seal_when_read):
        answer = client.post(reverse("deviations:total_remove", args=[total.pk]))
    assert answer.status_code == 302
    assert "förseglad" in client.get(HOME).content.decode()
    assert PublishedTotal.objects.get().sealed_at is not None


def test_only_a_year_that_is_over_and_of_ones_own_units(
    karin: User, organisation: Organisation
) -> None:
    with pytest.raises(IllegalStep, match="vara slut"):
        enter(karin, organisation.children, 1, year=date.today().year)
    with pytest.raises(IllegalStep, match="Hemtjänst"):
        enter(karin, organisation.home_care, 1)


def test_a_year_that_is_counted_is_not_sealed(karin: User, organisation: Organisation) -> None:
    enter(karin, organisation.children, 18)
    case = lay(
        organisation.intake, date(2020, 2, 1), decided=date(2020, 3, 1), severity=Severity.NONE
    )
    with pytest.raises(IllegalStep, match="antingen räknat eller enligt"):
        services.seal_year(actor=karin, year=2020)
    case.delete()
    stub = CaseStub.objects.create(
        kind=Kind.INTERNAL,
        unit=organisation.intake,
        received_on=date(2020, 1, 1),
        decided_on=date(2020, 1, 1),
    )
    with pytest.raises(IllegalStep, match="antingen räknat eller enligt"):
        services.seal_year(actor=karin, year=2020)
    stub.delete()
    lay(organisation.intake, date(2020, 2, 1), decided=date(2021, 3, 1), severity=Severity.NONE)
    assert services.seal_year(actor=karin, year=2020) == 1


def test_grades_must_be_as_many_as_the_investigated(
    karin: User, organisation: Organisation
) -> None:
    unit = organisation.children
    enter(karin, unit, 17, figure="investigated")
    enter(karin, unit, 16, figure="investigated", severity=Severity.RISK)
    with pytest.raises(IllegalStep, match="graderna är 16 tillsammans, men utredda är 17"):
        services.seal_year(actor=karin, year=2020)


def test_the_higher_unit_tells_and_parts_are_summed_where_it_is_silent(
    karin: User, organisation: Organisation
) -> None:
    enter(karin, organisation.children, 14)
    enter(karin, organisation.adults, 4, source="Årsrapport vuxna")
    enter(karin, organisation.intake, 5)
    enter(karin, organisation.ifo, 20, figure="open")
    enter(karin, organisation.children, 3, figure="open")
    services.seal_year(actor=karin, year=2020)
    known = statistics.published_totals()
    ifo = {unit.pk for unit in Unit.objects.below(organisation.ifo.pk)}
    received = known.of(ifo, 2020, "received", Kind.LEX_SARAH)
    assert received == Published(18, (f"Barn och unga: {SOURCE}", "Vuxna: Årsrapport vuxna"))
    assert known.of(ifo, 2020, "open", Kind.LEX_SARAH) == Published(20, (SOURCE,))
    assert known.of(ifo, 2019, "open", Kind.LEX_SARAH) is None
    youth = {organisation.youth.pk}
    assert known.of(youth, 2020, "received", Kind.LEX_SARAH) is None
    assert known.first_counted(youth) == 2021
    assert known.first_counted({organisation.home_care.pk}) is None


def test_what_is_not_sealed_is_nothing_yet(karin: User, organisation: Organisation) -> None:
    enter(karin, organisation.ifo, 18)
    assert statistics.published_totals().first_counted({organisation.ifo.pk}) is None


def test_the_register_begins_with_what_was_pending(
    client: Client, karin: User, organisation: Organisation
) -> None:
    enter(karin, organisation.children, 2, figure="open")
    services.seal_year(actor=karin, year=2020)
    visible = PublishedTotal.objects.visible_to(karin)
    lay(organisation.intake, date(2020, 12, 1))
    [balance] = balances(visible)
    assert balance == Balance("Barn och unga", 2020, ended=2, begins=1) and not balance.agrees
    lay(organisation.youth, date(2020, 12, 1), decided=date(2021, 1, 2), severity=Severity.NONE)
    assert balances(visible)[0].agrees
    client.force_login(karin)
    assert "Ingående balans" in client.get(HOME).content.decode()


def test_sealing_is_asked_about_and_shows_what_will_be_sealed(
    client: Client, karin: User, organisation: Organisation
) -> None:
    total = enter(karin, organisation.children, 18)
    client.force_login(karin)
    page = client.get(reverse("deviations:seal", args=[2020])).content.decode()
    assert "Försegla 2020?" in page and SOURCE in page
    client.post(reverse("deviations:seal", args=[2020]))
    sealed = client.get(HOME).content.decode()
    assert "Förseglad" in sealed and "Karin Ek" in sealed
    assert client.get(reverse("deviations:total_edit", args=[total.pk])).status_code == 403
    assert client.get(reverse("deviations:seal", args=[2020])).status_code == 404


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"year": "2099"}, "Skriv ett år mellan"),
        ({"year": "1066"}, "Skriv ett år mellan"),
        ({"kind": "internal", "figure": "open"}, "anges bara inkomna"),
        ({"severity": "risk"}, "Bara utredda"),
        ({"count": "17 st"}, "Skriv ett tal med siffror"),
        ({"unit": "999999"}, "Välj ett giltigt alternativ"),
        ({}, "Uppgiften finns redan"),
    ],
)
def test_what_cannot_be_entered_is_said_at_the_field(
    client: Client, karin: User, organisation: Organisation, wrong: dict[str, str], words: str
) -> None:
    enter(karin, organisation.children, 18)
    client.force_login(karin)
    sent = {
        "unit": organisation.children.pk,
        "year": "2020",
        "kind": "lex_sarah",
        "figure": "received",
        "severity": "",
        "count": "18",
        "source": SOURCE,
    }
    answer = client.post(reverse("deviations:total_add"), sent | wrong)
    assert answer.status_code == 422 and words in answer.content.decode()
