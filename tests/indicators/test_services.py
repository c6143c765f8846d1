from decimal import Decimal
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from audit.models import Event
from indicators import services
from indicators.models import Indicator, Observation, ObservationRevision, Question
from lib.versions import EditedByAnother
from organisation.models import User
from tests.factories.indicators import (
    make_indicator,
    make_outcome,
    make_question,
    make_survey,
    make_target,
)
from tests.factories.organisation import Organisation


@pytest.fixture
def outcome(organisation: Organisation, indicator: Indicator) -> Observation:
    return make_outcome(indicator, organisation.ifo, of=(982, 1384), comment="Som det stod.")


def change(row: Observation, actor: User | None = None, **changes: Any) -> Observation:
    row.refresh_from_db()
    return services.change_outcome(
        actor=actor, observation_id=row.pk, version=row.version, changes=changes
    )


def last_event() -> Event:
    return Event.objects.latest("pk")


def test_a_change_keeps_what_stood_before(outcome: Observation, karin: User) -> None:
    change(outcome, karin, numerator=990, comment="Rättat.")

    kept = ObservationRevision.objects.get()
    assert (kept.numerator, kept.denominator, kept.comment) == (982, 1384, "Som det stod.")
    assert kept.replaced_by == karin


def test_each_change_is_kept(outcome: Observation) -> None:
    for numerator in (1, 2, 3):
        change(outcome, numerator=numerator)

    assert [row.numerator for row in outcome.revisions.all()] == [2, 1, 982]


def test_a_revision_is_never_changed(outcome: Observation) -> None:
    change(outcome, numerator=1)

    with pytest.raises(TypeError):
        ObservationRevision.objects.get().save()


def test_the_log_has_the_names_of_what_changed_and_no_text(
    outcome: Observation, karin: User
) -> None:
    change(outcome, karin, comment="Hemlig kommentar")

    event = last_event()
    assert (event.action, event.label, list(event.changes)) == (
        "change",
        "IFO-01, VB 2023",
        ["comment"],
    )
    assert "Hemlig" not in str(event.changes)


def test_a_period_has_one_outcome(
    organisation: Organisation, indicator: Indicator, outcome: Observation
) -> None:
    with pytest.raises(services.AlreadyRecorded) as refused:
        make_outcome(indicator, organisation.ifo, of=(1, 2))

    assert refused.value.existing == outcome


def test_the_loser_of_two_changes_writes_nothing(outcome: Observation, karin: User) -> None:
    change(outcome, numerator=990)

    with pytest.raises(EditedByAnother) as lost:
        services.change_outcome(
            actor=karin, observation_id=outcome.pk, version=1, changes={"numerator": 1}
        )

    saved = lost.value.saved
    assert isinstance(saved, Observation)
    assert (saved.numerator, ObservationRevision.objects.count()) == (990, 1)


def test_changed_parts_are_kept_too(organisation: Organisation) -> None:
    visits = make_indicator(organisation.ifo, "IFO-02", measured=Indicator.Measured.COUNT)
    row = make_outcome(visits, organisation.ifo, value=34, parts=[("Samtal", 16), ("Besök", 18)])

    services.change_outcome(
        actor=None, observation_id=row.pk, version=1, changes={}, parts=[("Samtal", 20)]
    )

    assert [(part.name, part.count) for part in row.parts.all()] == [("Samtal", 20)]
    assert ObservationRevision.objects.get().parts == [["Samtal", 16], ["Besök", 18]]


def test_the_sexes_are_rows_beside_the_total(
    organisation: Organisation, indicator: Indicator
) -> None:
    girls = {"numerator": 13, "denominator": 16}
    row = make_outcome(indicator, organisation.ifo, of=(29, 34), by_sex={"female": girls})
    nobody = dict.fromkeys(girls)

    services.change_outcome(
        actor=None,
        observation_id=row.pk,
        version=1,
        changes={},
        by_sex={"female": nobody, "male": {"numerator": 16, "denominator": 18}},
    )

    rows = indicator.observations.values_list("sex", "numerator", "denominator")
    assert sorted(rows) == [("all", 29, 34), ("male", 16, 18)]


def test_a_removed_outcome_leaves_its_trace_in_the_log(outcome: Observation, karin: User) -> None:
    services.remove_outcome(actor=karin, observation=outcome)

    assert Observation.objects.count() == 0
    assert (last_event().action, last_event().label) == ("delete", "IFO-01, VB 2023")


def test_what_only_a_view_may_not_set_is_refused(outcome: Observation) -> None:
    with pytest.raises(ValueError, match="Not to be set"):
        change(outcome, year=1999)


def test_an_indicator_with_outcomes_is_not_measured_in_something_else(
    indicator: Indicator, outcome: Observation
) -> None:
    with pytest.raises(services.IsUsed):
        services.update_indicator(
            actor=None, indicator_id=indicator.pk, version=1, changes={"measured": "days"}
        )


def test_a_code_is_used_once_whatever_its_letters(organisation: Organisation) -> None:
    make_indicator(organisation.ifo, "IFO-09")

    with pytest.raises(IntegrityError), transaction.atomic():
        make_indicator(organisation.ifo, "ifo-09")


def test_a_target_is_changed_over_the_version_that_was_read(indicator: Indicator) -> None:
    target = make_target(indicator, 50)
    new = {"value": Decimal(60)}
    services.change_target(actor=None, target_id=target.pk, version=1, changes=new)

    with pytest.raises(EditedByAnother):
        services.change_target(actor=None, target_id=target.pk, version=1, changes=new)


def test_a_removed_target_is_logged(indicator: Indicator, karin: User) -> None:
    services.remove_target(actor=karin, target=make_target(indicator, 50))

    assert (last_event().action, last_event().label) == ("delete", "IFO-01, Etappmål 2023")


def test_questions_come_in_the_order_they_were_added(organisation: Organisation) -> None:
    survey = make_survey(organisation.ifo)
    for text in ("Först", "Sedan", "Sist"):
        make_question(survey, text)

    assert [question.text for question in survey.questions.all()] == ["Först", "Sedan", "Sist"]


def test_a_question_is_saved_with_its_answers(organisation: Organisation) -> None:
    question = make_question(make_survey(organisation.ifo))
    services.change_question(
        actor=None,
        question_id=question.pk,
        version=1,
        changes={"text": "Ny fråga"},
        options=[("Ja", 3, True)],
    )

    saved = Question.objects.get()
    assert (saved.text, saved.version) == ("Ny fråga", 2)
    assert list(saved.options.values_list("text", "count", "is_favourable")) == [("Ja", 3, True)]
