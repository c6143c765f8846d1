"""A second organisation, whose plan for 2020 is printed: its own board, people and processes."""

from collections.abc import Iterator
from datetime import date, datetime, time

from django.utils import timezone

from demo.people import Person, add_people
from demo.reports import write
from demo.stories.granholm import PROCESSES, ProcessStory
from demo.texts import plan2020
from measures.models import Measure
from organisation.models import (
    Process,
    QualityArea,
    Role,
    Unit,
    UnitClosure,
    User,
)
from qualityreport.models import Report, ReportKind
from qualityreport.services import create_report
from risks.models import Control, Risk

DECIDED = date(2020, 1, 31)
BEGAN = date(2020, 1, 1)
FOUNDED = date(2015, 1, 1)
Level = Unit.Level

# slug, name, level, from the top down
LINE = (
    ("granholm", "Granholms kommun", Level.MUNICIPALITY),
    ("familjenamnden", "Familjenämnden", Level.BOARD),
    ("social-omsorg", "Social omsorg", Level.ADMINISTRATION),
    ("barn-familj", "Barn- och familjeenheten", Level.SECTION),
)
PEOPLE = (
    Person("nora", "Nora", "Granlund", "kvalitetsutvecklare", Role.COORDINATOR, "barn-familj"),
    Person("bengt", "Bengt", "Åkerholm", "nämndsekreterare", Role.SECRETARY, "familjenamnden"),
)


def load_granholm() -> None:
    national = QualityArea.objects.filter(set__unit=None)
    quality_areas = {area.name: area for area in national}
    unit = _load_units()
    units = {unit.slug: unit for unit in Unit.objects.all()}
    people = add_people(PEOPLE, units)
    processes = _load_processes(unit)
    _load_risks(unit, processes, quality_areas)
    _load_controls(unit, processes)
    _load_measures(unit, processes)
    _load_plan(unit, people["nora"])


def _load_units() -> Unit:
    above: Unit | None = None
    for order, (slug, name, level) in enumerate(LINE):
        above = Unit.objects.create(
            slug=slug,
            name=name,
            level=level,
            operation=Unit.Operation.AUTHORITY if level == Level.SECTION else Unit.Operation.STAFF,
            parent=above,
            valid_from=FOUNDED,
            order=order,
            takes_viewpoints=False,
        )
    UnitClosure.rebuild()
    assert above is not None  # noqa: S101 -- the line has units
    return above


def _load_processes(unit: Unit) -> dict[str, Process]:
    made = Process.objects.bulk_create(
        Process(unit=unit, number=story.number, name=story.name, kind=story.kind, order=order)
        for order, story in enumerate(PROCESSES)
    )
    return {process.number: process for process in made}


def _each(kind: str) -> Iterator[tuple[int, ProcessStory, tuple[str, ...]]]:
    """Numbered through the whole plan."""
    rows = ((story, row) for story in PROCESSES for row in getattr(story, kind))
    return ((number, story, row) for number, (story, row) in enumerate(rows, start=1))


def _load_risks(
    unit: Unit, processes: dict[str, Process], quality_areas: dict[str, QualityArea]
) -> None:
    every = list(_each("risks"))
    made = Risk.objects.bulk_create(
        Risk(
            code=f"G{number}",
            title=title,
            unit=unit,
            quality_area=quality_areas.get(area),
            theme=theme,
            opened_on=BEGAN,
            order=number,
        )
        for number, _, (title, area, theme) in every
    )
    link = Risk.processes.through
    link.objects.bulk_create(
        link(risk_id=risk.pk, process_id=processes[story.number].pk)
        for risk, (_, story, _) in zip(made, every, strict=True)
    )


def _load_controls(unit: Unit, processes: dict[str, Process]) -> None:
    Control.objects.bulk_create(
        Control(
            code=f"GE{number}",
            title=title,
            unit=unit,
            process=processes[story.number],
            method=method,
            measured=measured,
            opened_on=BEGAN,
            order=number,
        )
        for number, story, (title, method, measured) in _each("controls")
    )


def _load_measures(unit: Unit, processes: dict[str, Process]) -> None:
    every = list(_each("measures"))
    made = Measure.objects.bulk_create(
        Measure(title=title, kind=kind, unit=unit, origin="process", created_at=_morning(BEGAN))
        for _, _, (title, kind) in every
    )
    link = Measure.processes.through
    link.objects.bulk_create(
        link(measure_id=measure.pk, process_id=processes[story.number].pk)
        for measure, (_, story, _) in zip(made, every, strict=True)
    )


def _load_plan(unit: Unit, author: User) -> Report:
    plan = create_report(
        actor=author,
        kind=ReportKind.PLAN,
        year=DECIDED.year,
        unit=unit,
        as_of=DECIDED,
        subtitle="Risker, egenkontroller och åtgärder process för process",
        diary_number="FN 2020/0012",
    )
    write(plan, plan2020.TEXTS, author, date(2020, 1, 30))
    return plan


def _morning(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time(9)))
