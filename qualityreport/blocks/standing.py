"""What returns every year: whom the operation is for, who answers for what, what quality is."""

from collections.abc import Sequence
from typing import Any

from django.db.models import Q

from organisation.models import (
    Duty,
    QualityArea,
    QualityAreaSet,
    TargetGroup,
    Unit,
    UnitClosure,
)
from qualityreport.blocks.block import Block
from qualityreport.parts import Cell, Column, Part, Row, Table
from qualityreport.scope import Scope


def _nearest(model: Any, scope: Scope) -> list[Any]:
    """The rows of the report's unit, or of the nearest unit above that has any."""
    above = dict(
        UnitClosure.objects.filter(descendant=scope.unit).values_list("ancestor_id", "depth")
    )
    rows = list(model.objects.filter(unit_id__in=above))
    nearest = min((above[row.unit_id] for row in rows), default=0)
    return [row for row in rows if above[row.unit_id] == nearest]


def target_groups(scope: Scope) -> Sequence[Part]:
    groups: list[TargetGroup] = _nearest(TargetGroup, scope)
    described = any(group.description for group in groups)
    return _table(
        "malgrupper",
        "Målgrupper",
        [
            Column("Målgrupp", width=30 if described else 60),
            Column("Ålder", width=20),
            *([Column("Beskrivning", width=50)] if described else []),
        ],
        [
            [group.name, _ages(group), *([group.description] if described else [])]
            for group in groups
        ],
    )


def _ages(group: TargetGroup) -> str:
    match group.age_from, group.age_to:
        case None, None:
            return "alla åldrar"
        case first, None:
            return f"från {first} år"
        case None, last:
            return f"till och med {last} år"
        case first, last:
            return f"{first}–{last} år"


def duties(scope: Scope) -> Sequence[Part]:
    rows: list[Duty] = _nearest(Duty, scope)
    return _table(
        "ansvar",
        "Ansvar i kvalitetsarbetet",
        [Column("Roll", width=30), Column("Ansvar", width=70)],
        [[row.role, row.duty] for row in rows],
    )


def quality_areas(scope: Scope) -> Sequence[Part]:
    """Of the set that the report's organisation works by, in its own wording."""
    defined = scope.counted(_defined_areas, scope.unit)
    return _table(
        "kvalitetsomraden",
        "Kvalitetsområden",
        [Column("Område", width=30), Column("Det innebär att", width=70)],
        [[area.name, area.definition] for area in defined],
    )


def _defined_areas(unit: Unit) -> list[QualityArea]:
    """The nearest set above the unit; else the first that is for everybody."""
    above = dict(UnitClosure.objects.filter(descendant=unit).values_list("ancestor_id", "depth"))
    defined = QualityArea.objects.exclude(definition="")
    sets = QualityAreaSet.objects.filter(Q(unit_id__in=above) | Q(unit=None), areas__in=defined)
    nearest = min(
        sets.distinct().order_by("pk"),
        key=lambda one: above.get(one.unit_id or 0, len(above)),
        default=None,
    )
    return list(QualityArea.objects.filter(set=nearest)) if nearest else []


def _table(
    key: str, title: str, columns: Sequence[Column], rows: Sequence[Sequence[str]]
) -> Sequence[Part]:
    """Nothing where nothing is entered: the check of empty sections tells the coordinator."""
    cells = [Row([Cell(text) for text in row]) for row in rows]
    return [Table(key, title, columns, cells)] if rows else []


BLOCKS = (
    Block("standing.target_groups", "Målgrupper", target_groups),
    Block("standing.duties", "Ansvar och roller", duties),
    Block("standing.quality_areas", "Kvalitetsområden", quality_areas),
)
