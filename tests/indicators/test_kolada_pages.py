"""The coordinator chooses what to compare with; everybody sees it beside the own outcomes."""

import json
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from audit.models import Event
from indicators import statistics
from indicators.kolada.reading import peers_of
from indicators.models import Indicator, KoladaKpi, KoladaRun, KoladaValue, KoladaWatch
from indicators.services import add_comparison
from indicators.services import kolada as services
from jobs.models import Job
from lib.periods import Period
from tests.factories.indicators import make_indicator, make_outcome
from tests.factories.organisation import Organisation
from tests.indicators.kolada_server import FakeKolada, Fault, kpi

MARCH = datetime(2024, 3, 2, 12, tzinfo=UTC)


def url(page: str, indicator: Indicator, *more: object) -> str:
    return reverse(f"indicators:{page}", args=[indicator.code, *more])


def follow(indicator: Indicator, code: str = "U33400", **areas: str) -> KoladaKpi:
    """The nation, and the areas by their titles: `Huddinge="0126"`."""
    figure = KoladaKpi.objects.get_or_create(code=code, defaults={"title": code})[0]
    services.link_to_kolada(actor=None, indicator=indicator, kpi=figure)
    for title, area in areas.items():
        KoladaWatch.objects.get_or_create(
            indicator=indicator, kpi=figure, area=area, defaults={"area_title": title}
        )
    return figure


def put(figure: KoladaKpi, area: str, value: float | None, year: int = 2023, **more: Any) -> None:
    amount = None if value is None else Decimal(str(value))
    KoladaValue.objects.create(
        kpi=figure,
        area=area,
        year=year,
        value=amount,
        **{"gender": "T", "fetched_at": MARCH, **more},
    )


def compared(client: Client, indicator: Indicator) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = client.get(url("detail", indicator)).context["comparisons"]
    return rows


# Choosing


def test_a_key_figure_is_found_by_words_and_linked(
    by_karin: Client, indicator: Indicator, kolada: FakeKolada
) -> None:
    kolada.kpis = [kpi("U33400"), kpi("N31807", "Invånare med ekonomiskt bistånd, andel (%)")]

    found = by_karin.get(url("kolada", indicator), {"sok": "bistånd"}).context["figures"]
    by_karin.post(url("kolada_link", indicator), {"kpi": "n31807"})

    indicator.refresh_from_db()
    assert [row.code for row in found.figures] == ["N31807"]
    assert indicator.kolada_kpi == "N31807"
    assert [watch.area_title for watch in indicator.watches.all()] == ["Riket"]
    assert KoladaKpi.objects.get().title == "Invånare med ekonomiskt bistånd, andel (%)"
    event = Event.objects.filter(object_type="indicators.indicator").latest("pk")
    assert (event.action, event.detail) == ("change", {"kolada": "N31807"})


def test_a_key_figure_that_does_not_exist_is_said_at_the_field(
    by_karin: Client, indicator: Indicator, kolada: FakeKolada
) -> None:
    answer = by_karin.post(url("kolada_link", indicator), {"kpi": "N99999"})

    assert answer.status_code == 422
    assert answer.context["figure_form"].errors["kpi"] == [
        "Nyckeltalet N99999 finns inte i Kolada. Sök på ord ur namnet i stället."
    ]


def test_when_kolada_is_silent_the_page_says_so(
    by_karin: Client, indicator: Indicator, kolada: FakeKolada
) -> None:
    kolada.fail_first(1, Fault(503))

    found = by_karin.get(url("kolada", indicator), {"sok": "bistånd"}).context["figures"]

    assert found.problem == "Kolada svarar inte just nu. Försök igen om en stund."
    assert len(kolada.asked) == 1


def test_another_key_figure_takes_the_place_of_the_first(indicator: Indicator) -> None:
    follow(indicator, "U33400", Huddinge="0126")
    follow(indicator, "N31807")

    watches = indicator.watches.values_list("kpi__code", "area_title")
    assert sorted(watches) == [("N31807", "Riket")]


def test_the_municipality_that_others_follow_is_followed_at_once(
    indicator: Indicator, organisation: Organisation
) -> None:
    follow(make_indicator(organisation.ifo, "IFO-02"), "U31402", Huddinge="0126")
    follow(indicator)

    assert sorted(indicator.watches.values_list("area_title", flat=True)) == ["Huddinge", "Riket"]


def test_a_key_figure_counted_in_something_else_is_pointed_out(
    by_karin: Client, organisation: Organisation, indicator: Indicator
) -> None:
    days = make_indicator(organisation.ifo, "IFO-02", measured=Indicator.Measured.DAYS)
    for one in (days, indicator):
        follow(one)
    KoladaKpi.objects.update(title="Ej återaktualiserade, andel (%)")

    told = [by_karin.get(url("kolada", one)).context["mismatch"] for one in (days, indicator)]

    assert told == [
        "Nyckeltalet är en andel, men indikatorn mäts i dagar. Värdena visas i dagar.",
        "",
    ]


def test_an_area_is_found_followed_and_left(
    by_karin: Client, indicator: Indicator, kolada: FakeKolada
) -> None:
    follow(indicator)
    KoladaKpi.objects.update(has_ou_data=True)

    areas = by_karin.get(url("kolada", indicator), {"omrade": "grinden"}).context["areas"].areas
    for area in ("V15E012600101", "0126"):
        by_karin.post(url("kolada_follow", indicator), {"area": area})
    added = list(indicator.watches.order_by("pk").values_list("area_title", "is_unit"))
    for watch in indicator.watches.exclude(area="0126"):
        by_karin.post(url("kolada_leave", indicator, watch.pk))

    assert [area.title for area in areas] == ["Grinden"]
    assert added == [("Riket", False), ("Grinden", True), ("Huddinge", False)]
    assert [watch.area_title for watch in indicator.watches.all()] == ["Huddinge"]


def test_where_kolada_may_not_be_asked_an_area_is_named_by_hand(
    by_karin: Client, indicator: Indicator
) -> None:
    follow(indicator)
    page = url("kolada_follow", indicator)

    refused = by_karin.post(page, {"area": "0126"})
    by_karin.post(page, {"area": "0126", "area_title": "Huddinge"})

    assert refused.context["area_form"].errors["area"] == [
        "Skriv också områdets namn: installationen hämtar inte från Kolada och kan inte veta det."
    ]
    assert indicator.watches.filter(area="0126", area_title="Huddinge").count() == 1


def test_what_is_no_longer_compared_is_kept(by_karin: Client, indicator: Indicator) -> None:
    put(follow(indicator), "0000", 80)

    by_karin.post(url("kolada_unlink", indicator))

    indicator.refresh_from_db()
    assert (indicator.kolada_kpi, indicator.watches.count()) == ("", 0)
    assert KoladaValue.objects.count() == 1


def test_a_fetch_is_asked_for_and_listed(
    by_karin: Client, indicator: Indicator, kolada: FakeKolada
) -> None:
    follow(indicator)

    by_karin.post(url("kolada_fetch", indicator))

    page = by_karin.get(url("kolada", indicator)).context
    assert [(row.who, row.state) for row in page["runs"]] == [("Karin Ek", "Väntar")]
    assert page["job"].state == Job.State.QUEUED


def test_nothing_is_fetched_where_kolada_may_not_be_asked(
    by_karin: Client, indicator: Indicator
) -> None:
    follow(indicator)
    by_karin.post(url("kolada_fetch", indicator))
    assert KoladaRun.objects.count() == 0


# Shown


def test_a_fetched_value_stands_beside_ours_with_origin_and_date(
    by_eva: Client, organisation: Organisation, indicator: Indicator
) -> None:
    make_outcome(indicator, organisation.ifo, of=(1, 2))
    put(follow(indicator), "0000", 86.14)

    (row,) = compared(by_eva, indicator)

    assert (row["name"], row["text"], row["ours"]) == ("Riket 2023", "86,1\u00a0%", "50\u00a0%")
    assert row["source"] == "Kolada, U33400, hämtat 2024-03-02"


def test_what_was_typed_is_shown_and_not_what_was_fetched(
    by_karin: Client, organisation: Organisation, indicator: Indicator
) -> None:
    add_comparison(actor=None, indicator=indicator, year=2023, with_whom="Riket", value=Decimal(87))
    figure = follow(indicator)
    put(figure, "0000", 86)
    put(figure, "0000", 85, 2022)

    rows = [(row["name"], row["text"]) for row in compared(by_karin, indicator)]

    assert rows == [("Riket 2023", "87\u00a0%"), ("Riket 2022", "85\u00a0%")]


def test_what_is_missing_revised_or_split_by_sex_is_said(
    by_karin: Client, indicator: Indicator
) -> None:
    figure = follow(indicator)
    put(figure, "0000", None, 2022, status="Private")
    put(figure, "0000", 86, earlier=[{"value": "85.5", "status": "", "fetched_at": ""}])
    put(figure, "0000", 87, gender="K")
    put(figure, "0000", 99, 2021, withdrawn_at=MARCH)

    newer, older = compared(by_karin, indicator)

    assert newer["notes"] == [
        "Kvinnor 87\u00a0%, män uppgift saknas",
        "Rättat av Kolada, var 85,5\u00a0%",
    ]
    assert (older["text"], older["notes"]) == ("uppgift saknas", ["Koladas anmärkning: Private"])


def national(organisation: Organisation) -> statistics.National | None:
    (series,) = statistics.series([organisation.ifo.pk], Period.of(2023))
    return series.national


def test_a_report_takes_the_nation_from_kolada_where_nobody_has_typed_it(
    organisation: Organisation, indicator: Indicator
) -> None:
    make_outcome(indicator, organisation.ifo, of=(1, 2))
    put(follow(indicator), "0000", 86.14)

    fetched = national(organisation)
    add_comparison(actor=None, indicator=indicator, year=2023, with_whom="Riket", text="lägre")
    typed = national(organisation)

    origin = "Kolada, U33400, hämtat 2024-03-02"
    assert fetched == statistics.National(2023, "Riket", Decimal("86.1"), "", origin)
    assert typed == statistics.National(2023, "Riket", None, "lägre")


def test_the_others_of_the_newest_year_are_the_municipalities_and_no_region(
    indicator: Indicator,
) -> None:
    figure = follow(indicator, Huddinge="0126")
    for area, value in (("0126", 50), ("0180", 60), ("0000", 55), ("0001", 70), ("0114", None)):
        put(figure, area, value)
    put(figure, "0126", 40, 2022)

    found = peers_of([indicator.pk], [2022, 2023])[indicator.pk]

    assert (found.year, found.who, found.own) == (2023, "Huddinge", Decimal(50))
    assert sorted(found.values) == [Decimal(50), Decimal(60)]


def test_the_page_says_what_the_series_says(
    by_eva: Client, organisation: Organisation, indicator: Indicator
) -> None:
    make_outcome(indicator, organisation.ifo, 2022, of=(17, 100))
    make_outcome(indicator, organisation.ifo, 2023, of=(9, 100))

    page = by_eva.get(url("detail", indicator))

    (finding,) = page.context["findings"]
    assert finding.sentence.startswith("Utfallet 2023 är 8\u00a0procentenheter lägre än 2022")
    assert finding.sentence in page.content.decode()


# From a file


def saved(folder: Path, content: Any) -> str:
    path = folder / "kolada.json"
    path.write_text(content if isinstance(content, str) else json.dumps(content))
    return str(path)


def data(value: float | None, **more: Any) -> dict[str, Any]:
    told = {"gender": "T", "count": 1, "status": "", "value": value, "isdeleted": False, **more}
    return {"kpi": "U33400", "municipality": "0000", "period": "2023", "values": [told]}


def test_saved_answers_are_read_from_a_file(db: None, tmp_path: Path) -> None:
    answers = [{"values": [kpi("U33400", "Ungdomar")]}, {"values": [data(80.5)]}]

    call_command("import_kolada", saved(tmp_path, answers))
    call_command("import_kolada", saved(tmp_path, {"values": [data(81)]}))

    row = KoladaValue.objects.select_related("kpi").get()
    assert (row.kpi.title, row.value, len(row.earlier)) == ("Ungdomar", Decimal(81), 1)
    runs = KoladaRun.objects.values_list("requested_by_name", "changed")
    assert list(runs) == [("från fil, kolada.json", 1)] * 2


def test_what_a_file_does_not_speak_of_is_left_alone(db: None, tmp_path: Path) -> None:
    call_command("import_kolada", saved(tmp_path, {"values": [data(80.5)]}))
    other = data(70) | {"municipality": "0126"}

    call_command("import_kolada", saved(tmp_path, {"values": [other]}))

    assert KoladaValue.objects.filter(withdrawn_at=None).count() == 2


@pytest.mark.parametrize(
    "content",
    [
        "inte json",
        "{}",
        [{"values": 1}],
        {"values": []},
        {"values": [data(1), data(1) | {"period": "i fjol"}]},
        {"values": [data(1, gender="X")]},
        {"values": [data(1e30)]},
        {"values": [data(1) | {"values": None}]},
        '{"values": [{"kpi": "U33400", "municipality": "0000", "period": 2023, "values": '
        '[{"gender": "T", "value": NaN}]}]}',
        "[" * 100_000,
    ],
)
def test_a_file_of_another_shape_is_refused_as_a_whole(
    db: None, tmp_path: Path, content: Any
) -> None:
    with pytest.raises(CommandError):
        call_command("import_kolada", saved(tmp_path, content))
    assert (KoladaValue.objects.count(), KoladaRun.objects.count()) == (0, 0)


def test_a_key_figure_from_a_file_can_be_linked_without_asking_kolada(
    by_karin: Client, indicator: Indicator, tmp_path: Path, settings: Settings
) -> None:
    settings.KOLADA_URL = ""
    call_command("import_kolada", saved(tmp_path, {"values": [kpi("U33400", "Åtgärder")]}))

    found = by_karin.get(url("kolada", indicator), {"sok": "åtgärd"}).context["figures"]
    by_karin.post(url("kolada_link", indicator), {"kpi": "U33400"})

    assert [row.code for row in found.figures] == ["U33400"]
    assert indicator.watches.count() == 1
