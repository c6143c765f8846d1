"""One of each thing that a URL can be about, inside and outside everybody's reach."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.test import Client
from django.utils import timezone

from indicators.models import CollectionPlan
from indicators.services import add_comparison, lock_period, note_break, plan_collection
from measures.models import Measure
from organisation.models import Process, Unit, User
from risks.models import CalendarAddress, Control, SkippedOccasion
from risks.services.wheel import digest
from tests.factories.indicators import (
    follow_the_nation,
    make_indicator,
    make_outcome,
    make_question,
    make_survey,
    make_target,
)
from tests.factories.measures import make_measure
from tests.factories.organisation import Organisation, make_organisation
from tests.factories.risks import make_control, make_result, make_risk
from tests.people import POSTS, hire
from tests.permissions.cases import cases
from tests.permissions.diary import diary
from tests.permissions.file_reviews import file_reviews
from tests.permissions.files import files
from tests.permissions.intake import intake
from tests.permissions.personal import saved_filters, totals
from tests.permissions.reports import reports
from tests.permissions.reviews import reviews
from tests.permissions.table import STRANGER

Names = dict[str, Any]
FEED = "evas-hemliga-adress"


@dataclass(frozen=True)
class World:
    organisation: Organisation
    people: dict[str, User]
    clients: dict[str, Client]
    objects: dict[str, dict[str, Names]]

    def kwargs(self, url: str, about: str) -> Names:
        """How an address names the thing, by the register the URL belongs to."""
        if not about:
            return {}
        register = url.partition(":")[0]
        return self.objects.get(url, self.objects[register])[about]


def make_world() -> World:
    organisation = make_organisation()
    people = {username: hire(username, organisation) for username in POSTS}
    clients = {username: _signed_in(user) for username, user in people.items()}
    known = cases(organisation, people)
    objects = {
        **known,
        **intake(organisation, people, known["deviations"]["secret"]),
        **saved_filters(people),
        **files(people),
        **totals(organisation),
        "diary": known["deviations"],
        **diary(organisation, people["sara"]),
        "measures": _measures(organisation, people["mona"]),
        **_risks(organisation),
        **reviews(organisation),
        **file_reviews(organisation, people),
        **_indicators(organisation),
        "indicators:unlock": _locks(organisation, people["karin"]),
        **reports(organisation, people),
    }
    _calendar(people["eva"])
    return World(organisation, people, clients | {STRANGER: Client()}, objects)


def _signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def _measures(organisation: Organisation, mona: User) -> dict[str, Names]:
    measures: dict[str, Measure] = {
        "own": make_measure(organisation.intake),
        "monas": make_measure(organisation.intake, responsible=mona),
        "foreign": make_measure(organisation.home_care),
    }
    return {about: {"pk": measure.pk} for about, measure in measures.items()} | {
        "unknown": {"pk": 999_999}
    }


def _risks(organisation: Organisation) -> dict[str, dict[str, Names]]:
    """ "above" lies at the section over the unit: known there, changed only from above."""
    places = {
        "own": organisation.intake,
        "above": organisation.ifo,
        "foreign": organisation.home_care,
    }
    today = timezone.localdate()
    risks, controls = {}, {}
    for number, (about, place) in enumerate(places.items(), start=1):
        risks[about] = make_risk(place, f"R{number}")
        controls[about] = make_control(place, f"E{number}")
    closed = make_risk(organisation.intake, "R9", closed_on=today, closed_because="Klart.")
    codes = {about: {"code": risk.code} for about, risk in risks.items()}
    of_control = {about: {"code": control.code} for about, control in controls.items()}
    return {
        "risks": codes | {"closed": {"code": closed.code}, "unknown": {"code": "X1"}},
        "controls": of_control | {"unknown": {"code": "X1"}},
        "risks:unlink": {about: _linked(risk) for about, risk in risks.items()},
        "controls:unlink": {about: _linked(control) for about, control in controls.items()},
        **_processes(places),
        "controls:feed": {"own": {"secret": FEED}, "foreign": {"secret": "gissad"}},
        "controls:take_up": {about: _skipped(control) for about, control in controls.items()},
        "controls:correct": {
            about: {"code": control.code, "pk": make_result(control, today).pk}
            for about, control in controls.items()
        },
    }


def _processes(places: dict[str, Unit]) -> dict[str, dict[str, Names]]:
    processes = {
        about: Process.objects.create(unit=place, number=f"1.{number}", name="Utreda")
        for number, (about, place) in enumerate(places.items(), start=1)
    }
    processes["closed"] = Process.objects.create(
        unit=places["own"], number="9.9", name="Förr", closed_on=timezone.localdate()
    )
    known = {about: {"code": process.pk} for about, process in processes.items()}
    linked = {}
    for about, process in processes.items():
        process.measures.add(make_measure(process.unit))
        linked[about] = {"code": process.pk, "pk": process.measures.get().pk}
    return {"processes": known | {"unknown": {"code": 999_999}}, "processes:unlink": linked}


def _skipped(control: Control) -> Names:
    made = SkippedOccasion.objects.create(
        control=control, occasion_on=date(2021, 1, 15), motive="Flytt."
    )
    return {"code": control.code, "pk": made.pk}


def _calendar(user: User) -> None:
    CalendarAddress.objects.create(user=user, digest=digest(FEED))


def _linked(owner: Any) -> Names:
    owner.measures.add(make_measure(owner.unit))
    return {"code": owner.code, "pk": owner.measures.get().pk}


def _indicators(organisation: Organisation) -> dict[str, dict[str, Names]]:
    """`own` applies to the whole of ifo and has an outcome at Eva's unit; `above` is ifo's."""
    here, there = organisation.intake, organisation.home_care
    own = make_indicator(organisation.ifo, "IFO-01")
    foreign = make_indicator(organisation.elderly, "ALD-01")
    found: dict[str, dict[str, Names]] = {"indicators": {"unknown": {"code": "INGEN-1"}}}
    for about, indicator, unit in (("own", own, here), ("foreign", foreign, there)):
        code = {"code": indicator.code}
        found["indicators"][about] = code
        comparison = add_comparison(
            actor=None, indicator=indicator, year=2023, with_whom="Riket", text="lägre"
        )
        survey = make_survey(unit, f"BU-{about}")
        plan_collection(
            actor=None, indicator=indicator, unit=unit, periods=["VB"], responsible=None
        )
        plan = CollectionPlan.objects.get(indicator=indicator)
        changed = note_break(actor=None, indicator=indicator, from_year=2020, what="Nytt sätt.")
        rows: dict[str, Names] = {
            "break_remove": code | {"pk": changed.pk},
            "plan_remove": code | {"pk": plan.pk},
            "target": code | {"pk": make_target(indicator, 50).pk},
            "comparison": code | {"pk": comparison.pk},
            "kolada_leave": code | {"pk": follow_the_nation(indicator).pk},
            "outcome": code | {"pk": make_outcome(indicator, unit, of=(1, 2)).pk},
            "question": {"survey": survey.pk, "pk": make_question(survey).pk},
        }
        pages = {name: names for page, names in rows.items() for name in (page, f"{page}_remove")}
        of_survey: Names = {"survey": survey.pk}
        of_surveys = ("survey", "survey_edit", "survey_answers", "survey_groups", "question_add")
        pages |= dict.fromkeys(of_surveys, of_survey)
        for page, names in pages.items():
            found.setdefault(f"indicators:{page}", {})[about] = names
    above, of_ifo = make_outcome(own, organisation.ifo, of=(1, 2)), make_survey(organisation.ifo)
    found["indicators:outcome"]["above"] = {"code": own.code, "pk": above.pk}
    for page in ("survey", "survey_answers", "survey_edit"):
        found[f"indicators:{page}"]["above"] = {"survey": of_ifo.pk}
        found[f"indicators:{page}"]["unknown"] = {"survey": 999_999}
    return found


def _locks(organisation: Organisation, karin: User) -> dict[str, Names]:
    """Of a year that nothing else here is about."""
    units = {
        "own": organisation.intake,
        "above": organisation.ifo,
        "foreign": organisation.home_care,
    }
    locks = {
        about: lock_period(actor=karin, unit=unit, year=2016, period="VB")
        for about, unit in units.items()
    }
    return {about: {"pk": lock.pk} for about, lock in locks.items()} | {"unknown": {"pk": 999_999}}
