"""Closed periods and new definitions: what the services refuse, keep and log."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from audit.models import Event
from indicators import services
from indicators.locks import locked_places
from indicators.models import Indicator, PeriodLock
from organisation.models import User
from tests.factories.indicators import make_indicator, make_outcome
from tests.factories.organisation import Organisation


@pytest.fixture
def lock(organisation: Organisation, karin: User) -> PeriodLock:
    return services.lock_period(actor=karin, unit=organisation.ifo, year=2023, period="VB")


def test_nothing_of_a_closed_period_is_changed_or_removed(
    organisation: Organisation, indicator: Indicator, karin: User
) -> None:
    row = make_outcome(indicator, organisation.intake, of=(1, 2))
    services.lock_period(actor=karin, unit=organisation.ifo, year=2023, period="VB")

    with pytest.raises(services.PeriodLocked):
        services.change_outcome(
            actor=karin, observation_id=row.pk, version=1, changes={"numerator": 2}
        )
    with pytest.raises(services.PeriodLocked):
        services.remove_outcome(actor=karin, observation=row)
    with pytest.raises(services.PeriodLocked):
        make_outcome(indicator, organisation.youth, of=(1, 2))


def test_other_periods_and_units_stay_open(
    organisation: Organisation, indicator: Indicator, lock: PeriodLock
) -> None:
    make_outcome(indicator, organisation.intake, 2023, "DA2", of=(1, 2))
    make_outcome(make_indicator(organisation.elderly, "A-1"), organisation.home_care, of=(1, 2))


def test_an_opened_period_takes_outcomes_and_the_motive_is_kept(
    organisation: Organisation, indicator: Indicator, lock: PeriodLock, karin: User
) -> None:
    services.unlock_period(actor=karin, lock=lock, motive="Rättat antal.")
    make_outcome(indicator, organisation.intake, of=(1, 2))

    lock.refresh_from_db()
    events = Event.objects.filter(object_type="indicators.periodlock")
    assert (lock.motive, lock.unlocked_by_name) == ("Rättat antal.", str(karin))
    assert sorted(events.values_list("action", flat=True)) == ["change", "create"]
    assert "Rättat" not in str(list(events.values("label", "changes", "detail")))


def test_a_period_is_closed_once_and_again_after_it_was_opened(
    organisation: Organisation, lock: PeriodLock, karin: User
) -> None:
    place = {"unit": organisation.ifo, "year": 2023, "period": "VB"}
    with pytest.raises(services.AlreadyLocked):
        services.lock_period(actor=karin, **place)  # type: ignore[arg-type]  # one of each

    services.unlock_period(actor=karin, lock=lock, motive="Fel.")
    services.lock_period(actor=karin, **place)  # type: ignore[arg-type]


def test_many_units_are_asked_about_at_once(organisation: Organisation, lock: PeriodLock) -> None:
    units = [organisation.intake.pk, organisation.home_care.pk]

    assert locked_places(units) == {(organisation.intake.pk, 2023, "VB")}


def test_the_form_says_that_the_period_is_closed_and_keeps_what_was_typed(
    by_eva: Client, organisation: Organisation, indicator: Indicator, lock: PeriodLock
) -> None:
    typed = {"unit": organisation.intake.pk, "year": 2023, "period": "VB"}
    typed |= {"numerator": "1", "denominator": "2", "comment": "Behåll mig"}

    answer = by_eva.post(reverse("indicators:record", args=[indicator.code]), typed)

    assert answer.status_code == 422
    assert "är låst för Individ- och familjeomsorgen" in answer.content.decode()
    assert "Behåll mig" in answer.content.decode()


def test_a_period_to_come_cannot_be_closed(by_karin: Client, organisation: Organisation) -> None:
    sent = {"unit": organisation.ifo.pk, "year": date.today().year + 1, "period": "VB"}

    answer = by_karin.post(reverse("indicators:lock"), sent)

    assert "Perioden är inte slut än" in answer.content.decode()


# New definitions ---------------------------------------------------------------------------


def test_a_new_definition_is_marked_on_the_page_and_in_the_chart(
    by_karin: Client, organisation: Organisation, indicator: Indicator, karin: User
) -> None:
    for year in (2022, 2023):
        make_outcome(indicator, organisation.ifo, year, of=(20, 40))
    sent = {"from_year": "2023", "what": "Räknar även avslutade samma dag."}
    by_karin.post(reverse("indicators:break_add", args=[indicator.code]), sent)

    page = by_karin.get(reverse("indicators:detail", args=[indicator.code]))

    newest = page.context["rows"][0]
    assert (newest.change, "ny definition" in newest.notes) == ("definitionen ändrad", True)
    assert "Från VB 2023 ny definition." in page.context["chart"].alt
    assert page.context["breaks"][0]["what"] == "Räknar även avslutade samma dag."


def test_a_definition_is_not_new_in_the_first_year(by_karin: Client, indicator: Indicator) -> None:
    sent = {"from_year": str(indicator.first_year), "what": "Nytt."}

    answer = by_karin.post(reverse("indicators:break_add", args=[indicator.code]), sent)

    assert "En ändring gäller från ett senare år" in answer.content.decode()
