"""Everything at once, in one transaction: the demo municipality is there or it is not."""

from random import Random

from django.db import transaction

from audit import services as audit
from audit.models import Event
from demo import organisation
from demo.areas import load_areas, load_standing_texts
from demo.assessments import load_assessments
from demo.cases import load_cases
from demo.collection import load_collection
from demo.confidential import load_confidential
from demo.drafts import all_drafts
from demo.granholm import load_granholm
from demo.indicators import load_indicators
from demo.investigation import load_investigations
from demo.ivo import load_ivo
from demo.measures import link_to_cases, load_measures
from demo.people import load_people
from demo.register import Register
from demo.reports import load_reports
from demo.reviews import load_providers, load_reviews
from demo.risks import load_risks
from demo.standing import load_standing
from demo.surveys import load_surveys
from demo.ties import tie
from deviations.catalogue import (
    load_causes,
    load_clock_rules,
    load_transfer_fields,
    load_types,
)
from deviations.clocks import refresh_all
from organisation.law import load_legal_references
from organisation.models import Unit

SEED = 20231231


class NotEmpty(Exception):
    """There is an organisation already, and it is not the demo's."""


def is_loaded() -> bool:
    return Unit.objects.filter(slug=organisation.ROOT).exists()


@transaction.atomic
def load() -> int:
    """The same rows every time; returns the number of cases.

    Raises:
        NotEmpty: rather than mix invented cases with anything else.
    """
    if Unit.objects.exists():
        raise NotEmpty
    rng = Random(SEED)  # noqa: S311 -- repeatable on purpose, nothing secret
    units = organisation.load_units()
    register = Register(
        units=units,
        people=load_people(units),
        processes=organisation.load_processes(units),
        types=load_types(),
        causes=load_causes(),
        areas=load_areas(units),
        quality_areas=organisation.load_quality_areas(units),
    )
    load_legal_references()
    load_clock_rules()
    load_transfer_fields()
    drafts = all_drafts(rng)
    tie(drafts)
    cases = load_cases(drafts, register, rng)
    measures = load_measures(register)
    load_assessments(cases, register, link_to_cases(cases, measures))
    load_investigations(cases, register, rng)
    load_ivo([case for case in cases if case.draft.is_lex_sarah], rng)
    load_confidential(cases, register)
    load_standing(units, register)
    refresh_all()
    load_risks(register, measures)
    load_indicators(register)
    load_collection(register)
    load_surveys(register)
    load_reviews(register)
    load_providers(register)
    load_standing_texts(units["ifo"], register.people["karin"])
    load_reports(units, register.people)
    load_granholm()
    audit.record(
        actor=None,
        action=Event.Action.CREATE,
        object_type="demo",
        label="Demokommunen lästes in",
        detail={"cases": len(cases), "people": len(register.people), "units": len(units)},
    )
    return len(cases)
