"""Utföraruppföljning: how many were followed up, who was not and why, and what was lacking."""

from collections.abc import Iterator, Sequence

from django.utils.formats import date_format

from lib.numbers import NO_BREAK, counted, format_integer
from lib.sentences import in_order
from qualityreport import tallies
from qualityreport.blocks.block import Block
from qualityreport.blocks.risks import measure_entry
from qualityreport.parts import (
    Cell,
    Column,
    Part,
    Row,
    Table,
    number_columns,
    paragraphs,
    row,
    shortened,
)
from qualityreport.scope import Scope
from reviews.models import ProviderFollowUp
from reviews.statistics import Demand, ServiceYear
from reviews.words import arithmetic

SOURCE = "Registret över utförare"
# Under the sum, so that a reader can add it up.
PART = f"{NO_BREAK}{NO_BREAK}{NO_BREAK}"


def followed_up(scope: Scope) -> Sequence[Part]:
    services = tallies.services(scope)
    if not services:
        return [paragraphs(f"Ingen utförare hade avtal {scope.period.year}.")]
    return [part for one in services for part in _service(one, scope)]


def _service(one: ServiceYear, scope: Scope) -> Iterator[Part]:
    yield paragraphs(f"{one.service} gavs av {arithmetic(one)} {_more(one)}")
    yield Table(
        "utforare",
        f"Uppföljning av utförare, {_within(one.service)}",
        number_columns("Uppföljning", str(scope.period.year)),
        list(_sum(one)),
        scope.source(SOURCE),
    )
    if one.areas:
        yield Table(
            "utforare-brister",
            f"Områden där krav inte uppfylldes, {_within(one.service)}",
            number_columns("Område", "Utförare"),
            [row(area, number) for area, number in one.areas],
            scope.source(SOURCE),
            "En utförare kan ha brister inom flera områden.",
        )
    yield from _demands(one, scope)


def _within(name: str) -> str:
    return name[:1].lower() + name[1:]


def _more(one: ServiceYear) -> str:
    told = []
    if one.new:
        told.append(f"{format_integer(one.new)} {'är ny' if one.new == 1 else 'är nya'} i år")
    if one.own:
        told.append(f"{format_integer(one.own)} är i kommunens egen regi")
    if one.terminated:
        told.append(f"{counted(one.terminated, 'avtal', 'avtal')} sades upp")
    sentences = [in_order(told)] if told else []
    if one.focus:
        sentences.append(f"nästa uppföljning inriktas på {in_order([*map(_within, one.focus)])}")
    return " ".join(f"{said[:1].upper()}{said[1:]}." for said in sentences)


def _sum(one: ServiceYear) -> Iterator[Row]:
    """It closes: the rows without an indent make the total."""
    reasons = dict(ProviderFollowUp.Reason.choices)
    yield row("Uppföljda", one.followed_up)
    yield from _parts(
        ("uppfyller kraven", one.meets),
        ("behöver åtgärda brister", one.needs),
        ("av dem flera brister", one.several),
        ("inte bedömda mot kraven", one.not_judged),
    )
    for reason, number in one.reasons.items():
        yield row(f"Inte uppföljda, {_within(reasons[reason])}", number)
    if one.pending:
        yield row("Inte registrerade", len(one.pending))
    yield row("Utförare", one.providers, total=True)


def _parts(*parts: tuple[str, int]) -> Iterator[Row]:
    return (row(f"{PART}{name}", number) for name, number in parts if number)


def _demands(one: ServiceYear, scope: Scope) -> Iterator[Table]:
    rows = [(_demand(demand, scope), True) for demand in one.demands]
    measures = [measure_entry(measure) for measure in one.measures]
    if rows:
        printed, left_out = shortened(rows)
        columns = [Column("Utförare", width=25), Column("Ska rätta till", width=45)]
        columns.append(Column("Läge", width=30))
        title = f"Åtgärdsplaner, {_within(one.service)}"
        yield Table("utforare-planer", title, columns, printed, scope.source(SOURCE), left_out)
    if measures:
        yield Table(
            "utforare-atgarder",
            f"Kommunens åtgärder efter uppföljningen, {_within(one.service)}",
            [Column("Åtgärder", width=100)],
            [Row([Cell("", entries=measures)])],
            scope.source(SOURCE),
        )


def _demand(demand: Demand, scope: Scope) -> Row:
    return Row([Cell(demand.provider), Cell(demand.demand), Cell(_standing(demand, scope))])


def _standing(demand: Demand, scope: Scope) -> str:
    if demand.verified_on:
        return f"Kontrollerad {date_format(demand.verified_on, 'j F Y')}"
    due = date_format(demand.due_on, "j F Y")
    if demand.due_on < scope.period.end:
        return f"Försenad, skulle vara klar {due}"
    return f"Ska vara klar {due}"


BLOCKS = (Block("providers.followed_up", "Uppföljning av utförare", followed_up),)
