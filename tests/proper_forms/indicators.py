"""The forms of indicators, outcomes and surveys."""

from typing import Any

from indicators.models import Indicator
from tests.permissions.world import World
from tests.proper_forms.form import Form, versioned


def indicator(world: World) -> dict[str, Any]:
    blank = (
        *("service_area", "quality_area", "process", "goal", "minimum_base", "source", "order"),
        *("collection", "owner", "kolada_kpi", "last_year", "numerator", "denominator"),
    )
    return {
        **dict.fromkeys(blank, ""),
        "code": "IFO-77",
        "name": "Andel i tid",
        "unit": world.organisation.ifo.pk,
        "measured": "share",
        "direction": "higher",
        "decimals": "0",
        "is_cumulative": "on",
        "split_by_sex": "",
        "first_year": 2015,
    }


def target(world: World) -> dict[str, Any]:
    unit = world.organisation.ifo.pk
    return {"unit": unit, "kind": "annual", "year": 2023, "value": "50", "text": ""}


def new_definition(world: World) -> dict[str, Any]:
    return {"from_year": 2022, "what": "Räknar även avslutade samma dag."}


def collection(world: World) -> dict[str, Any]:
    return {"unit": world.organisation.intake.pk, "periods": "DA2", "responsible": ""}


def locking(world: World) -> dict[str, Any]:
    return {"unit": world.organisation.intake.pk, "year": 2017, "period": "VB"}


def row_of_the_grid(world: World) -> dict[str, Any]:
    """Of the whole of last year, which nobody has entered yet."""
    indicator = Indicator.objects.get(code="IFO-01")
    typed = {"numerator": "3", "denominator": "4", "forecast": "", "quality": ""}
    typed |= {"comment": "Som väntat.", "no_data": "", "confirmed": "", "version": ""}
    return {f"rad{indicator.pk}-{name}": text for name, text in typed.items()}


def comparison(world: World) -> dict[str, Any]:
    return {"year": 2022, "with_whom": "Riket", "value": "50", "text": "", "source": ""}


def outcome(world: World) -> dict[str, Any]:
    return {
        "unit": world.organisation.intake.pk,
        "year": 2022,
        "period": "VB",
        "numerator": "19",
        "denominator": "34",
        "reported_share": "",
        "source": "",
        "no_data": "",
        "not_measured": "",
        "comment": "",
        "forecast": "55,5",
        "quality": "uncertain",
        "part_1_name": "Del",
        "part_1_count": "19",
    }


def changed_outcome(world: World) -> dict[str, Any]:
    place = ("unit", "year", "period")
    kept = {name: value for name, value in outcome(world).items() if name not in place}
    return kept | {"version": 1}


def survey(world: World) -> dict[str, Any]:
    return {
        "code": "BU-NY",
        "year": 2023,
        "name": "Egen enkät",
        "instrument": "own",
        "unit": world.organisation.intake.pk,
        "service_area": "",
        "respondents": "ungdomar",
        "carried_out": "",
        "distributed": "100",
        "answered": "48",
        "source": "",
        "comment": "",
    }


def question(world: World) -> dict[str, Any]:
    blank = ("asked_of", "reported_share", "national_share", "national_text", "previous_share")
    return {
        **dict.fromkeys(blank, ""),
        "text": "Är du nöjd?",
        "key": "nojd",
        "option_1_text": "Ja",
        "option_1_count": "3",
        "option_1_favourable": "on",
    }


def survey_groups(world: World) -> dict[str, Any]:
    told = {"name": "kvinnor", "sex": "female", "distributed": "50", "answered": "20"}
    return {f"group_1_{name}": value for name, value in told.items()} | {"version": 1}


FORMS = [
    Form("indicators:create", "karin", indicator),
    Form("indicators:edit", "karin", versioned(indicator), "own"),
    Form("indicators:target_add", "karin", target, "own"),
    Form("indicators:target", "karin", versioned(target), "own"),
    Form("indicators:comparison_add", "karin", comparison, "own"),
    Form("indicators:comparison", "karin", versioned(comparison), "own"),
    Form("indicators:kolada_link", "karin", lambda world: {"kpi": "U33400"}, "own"),
    Form(
        "indicators:kolada_follow",
        "karin",
        lambda world: {"area": "0126", "area_title": "Huddinge"},
        "own",
    ),
    Form("indicators:break_add", "karin", new_definition, "own"),
    Form("indicators:plan", "karin", collection, "own"),
    Form("indicators:lock", "karin", locking, ""),
    Form("indicators:unlock", "karin", lambda world: {"motive": "Rättat antal."}, "own"),
    Form("indicators:grid", "eva", row_of_the_grid, ""),
    Form("indicators:record", "eva", outcome, "own"),
    Form("indicators:outcome", "eva", changed_outcome, "own"),
    Form("indicators:survey_create", "eva", survey),
    Form("indicators:survey_edit", "eva", versioned(survey), "own"),
    Form("indicators:survey_groups", "eva", survey_groups, "own"),
    Form("indicators:question_add", "eva", question, "own"),
    Form("indicators:question", "eva", versioned(question), "own"),
]
