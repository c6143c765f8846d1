"""The risks and controls as rows, with every judgement and result, linked to their measures."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, time

from django.utils import timezone

from demo.measures import Made
from demo.register import Register
from demo.stories.risks import CONTROLS, RISKS, ControlStory, Found, Judged, RiskStory
from organisation.scales import DEFAULT
from risks.models import Control, ControlResult, Risk, RiskAssessment


def load_risks(register: Register, measures: Made) -> None:
    risks = _load_risks(register)
    controls = _load_controls(register)
    watch = Control.risks.through
    watch.objects.bulk_create(
        watch(control_id=controls[story.code].pk, risk_id=risks[code].pk)
        for story in CONTROLS
        for code in story.risks
    )
    _link_measures(risks, controls, measures)


def _load_risks(register: Register) -> dict[str, Risk]:
    made = Risk.objects.bulk_create(
        _risk(story, order, register) for order, story in enumerate(RISKS)
    )
    pairs = list(zip(RISKS, made, strict=True))
    RiskAssessment.objects.bulk_create(
        _assessment(judged, story, risk, register)
        for story, risk in pairs
        for judged in sorted(story.judged, key=lambda judged: judged.on)
    )
    involve = Risk.processes.through
    involve.objects.bulk_create(
        involve(risk_id=risk.pk, process_id=register.processes[number].pk)
        for story, risk in pairs
        for number in story.processes
    )
    return {risk.code: risk for risk in made}


def _risk(story: RiskStory, order: int, register: Register) -> Risk:
    return Risk(
        code=story.code,
        title=story.title,
        consequence=story.consequence,
        unit=register.units[story.unit],
        service_area=register.areas[story.area],
        quality_area=register.quality_areas[story.quality],
        theme=story.theme,
        decision=story.decision,
        responsible=register.people[story.responsible],
        review_on=story.review_on,
        opened_on=story.opened_on,
        closed_on=story.closed_on,
        closed_because=story.closed_because,
        order=order,
    )


def _assessment(judged: Judged, story: RiskStory, risk: Risk, register: Register) -> RiskAssessment:
    return RiskAssessment(
        risk=risk,
        assessed_on=judged.on,
        kind=judged.kind,
        probability=judged.probability,
        consequence=judged.consequence,
        steps=DEFAULT.steps,
        medium_from=DEFAULT.medium_from,
        high_from=DEFAULT.high_from,
        comment=judged.comment,
        author=register.people[story.responsible],
        recorded_at=_afternoon(judged.on),
    )


def _load_controls(register: Register) -> dict[str, Control]:
    made = Control.objects.bulk_create(
        _control(story, order, register) for order, story in enumerate(CONTROLS)
    )
    ControlResult.objects.bulk_create(_results(zip(CONTROLS, made, strict=True), register))
    return {control.code: control for control in made}


def _control(story: ControlStory, order: int, register: Register) -> Control:
    return Control(
        code=story.code,
        title=story.title,
        requirement=story.requirement,
        unit=register.units[story.unit],
        service_area=register.areas[story.area],
        process=register.processes.get(story.process),
        method=story.method,
        frequency=story.frequency,
        measured=story.measured,
        numerator=story.numerator,
        denominator=story.denominator,
        source=story.source,
        threshold=story.threshold,
        better=story.better,
        responsible=register.people[story.responsible],
        opened_on=story.opened_on,
        order=order,
    )


def _results(
    pairs: Iterable[tuple[ControlStory, Control]], register: Register
) -> Iterator[ControlResult]:
    for story, control in pairs:
        for found in story.results:
            yield _result(found, control, story.responsible, register)


def _result(found: Found, control: Control, author: str, register: Register) -> ControlResult:
    return ControlResult(
        control=control,
        carried_out_on=found.on,
        numerator=found.n,
        denominator=found.of,
        count=found.count,
        reported_share=found.share,
        source=found.source,
        sample=found.sample,
        comment=found.comment,
        verdict=found.verdict,
        motive=found.motive,
        threshold=control.threshold,
        better=control.better,
        author=register.people[author],
        recorded_at=_afternoon(found.on),
    )


def _link_measures(
    risks: Mapping[str, Risk], controls: Mapping[str, Control], measures: Made
) -> None:
    """A measure that several name is one row with several links."""
    to_risk, to_control = Risk.measures.through, Control.measures.through
    to_risk.objects.bulk_create(
        to_risk(risk_id=risks[code].pk, measure_id=measure.pk)
        for story, measure in measures.items()
        for code in story.risks
    )
    to_control.objects.bulk_create(
        to_control(control_id=controls[code].pk, measure_id=measure.pk)
        for story, measure in measures.items()
        for code in story.controls
    )


def _afternoon(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time(14, 10)))
