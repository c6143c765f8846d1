"""The transfer sheet: the form's own fields, in its order, while that form is in use."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from deviations import services
from deviations.catalogue import load_clock_rules, load_transfer_fields
from deviations.masking import whole
from deviations.models import Deviation, Kind, TransferField
from deviations.transfer import SOURCES, _values, sheet
from organisation.models import User
from tests.factories.organisation import Organisation
from tests.people import People


@pytest.fixture
def report(people: People, organisation: Organisation) -> Deviation:
    load_clock_rules()
    load_transfer_fields()
    case = services.report_deviation(
        actor=people.mona,
        kind=Kind.LEX_SARAH,
        unit=organisation.intake,
        description="Mona Berg såg det.",
        details={"occurred_on": date(2026, 3, 2)},
    )
    case.information.create(receiver="guardian", reason_not="Skyddade uppgifter.", made_by_name="S")
    return case


def filled(case: Deviation) -> dict[str, str]:
    return {field.label: field.value for section in sheet(case) for field in section.fields}


def test_it_is_filled_with_what_the_case_says(report: Deviation) -> None:
    values = filled(report)
    wanted = {
        "Nämnd eller huvudman": "Socialnämnden",
        "Kommun": "Lindby kommun",
        "Kontaktperson": "Sara Alm, lex Sarah-ansvarig",
        "Diarienummer hos anmälaren": report.number,
        "Verksamhetens namn": "Mottagningsenheten",
        "Organisationsnummer": "",
        "När inträffade det?": "2026-03-02",
        "Vad har hänt?": "[rapportören] såg det.",
        "Är den enskilde informerad?": "Vårdnadshavare: Nej. Skyddade uppgifter.",
        "Är polisanmälan gjord?": "Nej",
        "Är utredningen klar?": "Nej",
    }
    assert {label: values[label] for label in wanted} == wanted


def test_every_name_that_the_settings_offer_has_a_value(report: Deviation) -> None:
    assert set(SOURCES) == set(_values(report, whole))
    fields = TransferField.objects.exclude(source="")
    assert {field.source for field in fields} <= set(SOURCES)


def test_a_field_belongs_to_the_form_of_its_day(report: Deviation) -> None:
    TransferField.objects.filter(label="Adress").update(valid_to=date(2026, 3, 31))
    assert "Adress" not in filled(report)
    Deviation.objects.update(received_on=date(2026, 3, 1))
    services.notify_ivo(
        actor=User.objects.get(username="sara"),
        deviation=report,
        notified_on=date(2026, 3, 31),
        with_investigation=False,
    )
    fresh = Deviation.objects.select_related("ivo").get(pk=report.pk)
    assert "Adress" in filled(fresh)
    assert filled(fresh)["Är utredningen klar?"] == "Nej, skickas senast 2026-05-31"


def test_fields_are_loaded_once_and_stay_as_the_municipality_left_them(report: Deviation) -> None:
    TransferField.objects.exclude(label="Kommun").delete()
    load_transfer_fields()
    assert TransferField.objects.count() == 1


def test_the_sheet_is_read_by_who_sees_the_case(
    client: Client, people: People, report: Deviation
) -> None:
    url = reverse("deviations:transfer", args=[report.number])
    client.force_login(people.dag)
    assert "1. Nämnd eller huvudman" in client.get(url).text
    client.force_login(people.eva)
    assert client.get(url).status_code == 404
