"""Synpunkter och klagomål: how many, about what, what came of them, and were they answered."""

from collections.abc import Mapping, Sequence

from deviations import statistics
from deviations.models import Complaint
from lib.numbers import counted, format_integer
from lib.sentences import in_order
from qualityreport import tallies
from qualityreport.blocks.block import Block
from qualityreport.blocks.deviations.parts import SOURCE
from qualityreport.parts import Part, Row, Table, number_columns, paragraphs, row
from qualityreport.scope import Scope
from qualityreport.shown import protected

OUTCOMES = {**dict(Complaint.Outcome.choices), "": "Ej bedömt"}
TOPICS = {**dict(Complaint.Topic.choices), "": "Ämne ej angivet"}


def complaints(scope: Scope) -> Sequence[Part]:
    counts = tallies.complaints(scope, scope.groups)
    received = sum(group.received for group in counts.values())
    appeals = sum(group.appeals for group in counts.values())
    if not received:
        return [paragraphs(f"Inga synpunkter eller klagomål kom in under {scope.period.year}.")]
    rows = [row(name, group.received, group.appeals) for name, group in counts.items()]
    if len(rows) > 1:
        rows.append(row("Totalt", received, appeals, total=True))
    table = Table(
        key="synpunkter-och-klagomal",
        title=f"Synpunkter och klagomål {scope.period.year}",
        columns=number_columns("Verksamhet", "Inkomna", "varav överklaganden"),
        rows=rows,
        source=scope.source(SOURCE),
        note="Överklaganden av beslut har en egen väg men kommer ofta in som klagomål.",
    )
    flat = [
        count
        for group in counts.values()
        for count in (group.received, group.appeals, group.received - group.appeals)
    ]
    return protected(scope, flat, [table])


def complaint_topics(scope: Scope) -> Sequence[Part]:
    """Appeals are no complaints about quality: they are told of by themselves."""
    came = scope.counted(statistics.complaints_received, scope.units, scope.period)
    topics = statistics.complaint_topics(came)
    answers = statistics.Answers()
    if any(one.wants_answer for one in came):
        answers = scope.counted(statistics.answers, scope.units, scope.period)
    told = [] if not answers.wanted else [paragraphs(_answered(answers))]
    counts = [count for outcomes in topics.values() for count in outcomes.values()]
    counts += [answers.in_time, answers.late, answers.waiting]
    if not topics:
        nothing = f"Inga synpunkter eller klagomål utom överklaganden kom in {scope.period.year}."
        return protected(scope, counts, [paragraphs(nothing), *told])
    table = Table(
        key="klagomal-amnen",
        title=f"Synpunkter och klagomål {scope.period.year} efter ämne och bedömning",
        columns=number_columns("Ämne", *OUTCOMES.values(), "Totalt"),
        rows=_topic_rows(topics),
        source=scope.source(SOURCE),
        note="Överklaganden av beslut ingår inte.",
    )
    return protected(scope, counts, [*told, table])


def _topic_rows(topics: Mapping[str, Mapping[str, int]]) -> list[Row]:
    columns = [[topics.get(topic, {}).get(one, 0) for one in OUTCOMES] for topic in TOPICS]
    rows = [
        row(name, *counts, sum(counts))
        for name, counts in zip(TOPICS.values(), columns, strict=True)
        if any(counts)
    ]
    sums = [sum(column) for column in zip(*columns, strict=True)]
    return [*rows, row("Totalt", *sums, sum(sums), total=True)]


def _answered(answers: statistics.Answers) -> str:
    told = [
        (answers.in_time, "i tid"),
        (answers.late, "senare än så"),
        (answers.waiting, "inte före periodens slut"),
    ]
    counts = in_order([f"{format_integer(count)} {when}" for count, when in told if count])
    wanted = counted(answers.wanted, "person", "personer")
    return f"{wanted} ville ha svar, och verksamheten lovar ett svar inom en viss tid: {counts}."


BLOCKS = (
    Block("deviations.complaints", "Synpunkter och klagomål", complaints),
    Block("deviations.complaint_topics", "Synpunkter, ämnen och bedömning", complaint_topics),
)
