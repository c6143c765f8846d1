"""Synpunkter och klagomål: how many, about what, what came of them, and were they answered."""

from collections.abc import Mapping, Sequence

from deviations import statistics
from deviations.models import Complaint
from lib.numbers import counted, format_integer
from lib.sentences import in_order
from lib.suppression import Cell, Sum
from qualityreport import tallies
from qualityreport.blocks.block import Block
from qualityreport.blocks.deviations.parts import SOURCE
from qualityreport.guarded import Sheet, guarded, sheet
from qualityreport.parts import Part, Table, number_columns, paragraphs, row
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
    groups = list(counts.values())
    told = [[group.received, group.appeals] for group in groups]
    if len(groups) > 1:
        told.append([received, appeals])
    return guarded(scope, table, _with_the_rest(told, scope))


def _with_the_rest(rows: Sequence[Sequence[int]], scope: Scope) -> Sheet:
    """What is left when appeals are subtracted is printed nowhere, and known all the same."""
    made = sheet(rows, total_row=len(rows) > 1)
    for place, (received, appeals) in enumerate(rows):
        rest = f"no appeals, row {place}"
        made.implied[rest] = Cell.between(received - appeals, scope.policy.minimum_count)
        made.sums.append(Sum((place, 1), ((place, 2), rest)))
    return made


def complaint_topics(scope: Scope) -> Sequence[Part]:
    """Appeals are no complaints about quality: they are told of by themselves."""
    came = scope.counted(statistics.complaints_received, scope.units, scope.period)
    topics = statistics.complaint_topics(came)
    answers = statistics.Answers()
    if any(one.wants_answer for one in came):
        answers = scope.counted(statistics.answers, scope.units, scope.period)
    told: Sequence[Part] = [paragraphs(_answered(answers))] if answers.wanted else []
    told = protected(scope, [answers.in_time, answers.late, answers.waiting], told)
    if not topics:
        nothing = f"Inga synpunkter eller klagomål utom överklaganden kom in {scope.period.year}."
        return [paragraphs(nothing), *told]
    rows = _topic_rows(topics)
    table = Table(
        key="klagomal-amnen",
        title=f"Synpunkter och klagomål {scope.period.year} efter ämne och bedömning",
        columns=number_columns("Ämne", *OUTCOMES.values(), "Totalt"),
        rows=[row(name, *counts, total=name == "Totalt") for name, counts in rows.items()],
        source=scope.source(SOURCE),
        note="Överklaganden av beslut ingår inte.",
    )
    appeals = sum(one.cases for one in came if one.is_appeal)
    if not scope.shows(appeals):  # all that came in, less this table's sum
        return [*told, *protected(scope, [appeals], [table])]
    counts = sheet(list(rows.values()), total_row=True, total_column=True)
    return [*told, *guarded(scope, table, counts)]


def _topic_rows(topics: Mapping[str, Mapping[str, int]]) -> dict[str, list[int]]:
    """Each with its sum; all of them last."""
    columns = [[topics.get(topic, {}).get(one, 0) for one in OUTCOMES] for topic in TOPICS]
    rows = {
        name: [*counts, sum(counts)]
        for name, counts in zip(TOPICS.values(), columns, strict=True)
        if any(counts)
    }
    sums = [sum(column) for column in zip(*columns, strict=True)]
    return {**rows, "Totalt": [*sums, sum(sums)]}


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
