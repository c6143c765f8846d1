"""Revisioner och granskningar: what was looked into, by whom, what was asked and answered."""

from collections.abc import Iterator, Sequence

from django.utils.formats import date_format

from lib.numbers import NOT_SET, counted
from lib.sentences import in_order
from organisation.models import Unit
from qualityreport import tallies
from qualityreport.blocks.block import Block
from qualityreport.blocks.risks import measure_entry
from qualityreport.parts import (
    Cell,
    Column,
    Entry,
    Part,
    Row,
    Table,
    Text,
    led,
    paragraphs,
    shortened,
)
from qualityreport.scope import Scope
from reviews.models import Finding, Review
from reviews.statistics import Found, ReviewState

SOURCE = "Registret över granskningar"
KINDS = dict(Review.Kind.choices)
NO_AREA = "Utan kvalitetsområde"


def external(scope: Scope) -> Sequence[Part]:
    rows = [row for row in tallies.reviews(scope) if row.is_external]
    if not rows:
        year = scope.period.year
        return [paragraphs(f"Inga revisioner eller andra externa granskningar gjordes {year}.")]
    title = "Revisioner och externa granskningar"
    return _told("granskningar-externa", title, ("extern", "externa"), rows, scope)


def own(scope: Scope) -> Sequence[Part]:
    rows = [row for row in tallies.reviews(scope) if not row.is_external]
    if not rows:
        return [paragraphs(f"Inga egna granskningar gjordes {scope.period.year}.")]
    return _told("granskningar-egna", "Egna granskningar", ("egen", "egna"), rows, scope)


def every(scope: Scope) -> Sequence[Part]:
    return [*external(scope), *own(scope)]


def _told(
    key: str, title: str, whose: tuple[str, str], reviews: Sequence[ReviewState], scope: Scope
) -> Sequence[Part]:
    return [
        paragraphs(_sentence(whose, reviews, scope)),
        _table(key, title, reviews, scope),
        *_findings(f"{key}-iakttagelser", reviews, scope),
        *_equality(reviews),
    ]


def _sentence(whose: tuple[str, str], reviews: Sequence[ReviewState], scope: Scope) -> str:
    """ "2 externa granskningar blev klara 2023 och 1 pågick den 31 december." """
    reported = sum(row.reported_on is not None for row in reviews)
    going_on = len(reviews) - reported
    told = []
    if reported:
        one, several = whose
        count = counted(reported, f"{one} granskning", f"{several} granskningar")
        word = "blev klar" if reported == 1 else "blev klara"
        told.append(f"{count} {word} {scope.period.year}")
    if going_on:
        day = date_format(scope.period.end, "j F Y")
        count = str(going_on) if told else counted(going_on, "granskning", "granskningar")
        told.append(f"{count} pågick den {day}")
    return " ".join(filter(None, (f"{in_order(told)}.", _asked(reviews))))


def _asked(reviews: Sequence[ReviewState]) -> str:
    asked = sum(len(row.recommendations) for row in reviews)
    if not asked:
        return ""
    answered = sum(row.answered for row in reviews)
    known = {0: "ingen är besvarad", asked: "alla är besvarade"}
    told = known.get(answered, f"{answered} av dem är besvarade")
    return f"De gav {counted(asked, 'rekommendation', 'rekommendationer')}, och {told}."


def _table(key: str, title: str, reviews: Sequence[ReviewState], scope: Scope) -> Table:
    has_answers = any(row.recommendations or row.all_measures or row.answer for row in reviews)
    titles = ("Granskning", "Resultat", "Rekommendationer, svar och åtgärder")
    widths = (28, 36, 36) if has_answers else (35, 65)
    columns = [Column(name, width=width) for name, width in zip(titles, widths, strict=False)]
    rows, left_out = shortened((_row(row, scope, has_answers), True) for row in reviews)
    return Table(key, title, columns, rows, scope.source(SOURCE), left_out)


def _row(review: ReviewState, scope: Scope, has_answers: bool) -> Row:
    result = review.result or ("" if review.reported_on else "Pågår.")
    return Row(
        [
            Cell(review.title, note="; ".join(_about(review, scope))),
            Cell(result),
            *([Cell("", entries=_answers(review))] if has_answers else []),
        ]
    )


def _about(review: ReviewState, scope: Scope) -> Iterator[str]:
    yield KINDS[review.kind]
    if review.by:
        yield review.by
    if review.sample_size and scope.policy.shows_count(
        review.sample_size, Unit.Level(review.unit_level)
    ):
        yield counted(review.sample_size, "ärende", "ärenden")


def _answers(review: ReviewState) -> list[Entry]:
    entries: list[Entry] = []
    for one in review.recommendations:
        state = one.response.lower() if one.response else "obesvarad"
        entries.append(Entry(f"{one.number}. {one.text}", state, one.answer))
        entries += [measure_entry(measure) for measure in one.measures]
    entries += [measure_entry(measure) for measure in review.measures]
    if review.answer:
        entries.append(Entry("Svar", text=review.answer))
    return entries or [Entry(NOT_SET)]


def _findings(key: str, reviews: Sequence[ReviewState], scope: Scope) -> Iterator[Table]:
    """What was found, by quality area: all reviews together, each thing with its own words."""
    found = [one for review in reviews for one in review.findings]
    if not found:
        return
    areas = dict.fromkeys(one.area for one in found)
    kinds = [(kind.value, kind.label) for kind in Finding.Kind]
    rows = [
        Row(
            [
                Cell(area or NO_AREA),
                *(
                    Cell("", entries=_of(found, area, kind) or [Entry(NOT_SET)])
                    for kind, _ in kinds
                ),
            ]
        )
        for area in areas
    ]
    columns = [Column("Kvalitetsområde", width=19)]
    columns += [Column(label, width=27) for _, label in kinds]
    yield Table(key, "Iakttagelser per kvalitetsområde", columns, rows, scope.source(SOURCE))


def _of(found: Sequence[Found], area: str, kind: str) -> list[Entry]:
    return [Entry(one.text) for one in found if one.area == area and one.kind == kind]


def _equality(reviews: Sequence[ReviewState]) -> Iterator[Text]:
    for review in reviews:
        if review.equality:
            yield Text(led(f"Jämställdhetsanalys, {review.title}", review.equality))


BLOCKS = (
    Block("reviews.external", "Revisioner och externa granskningar", external),
    Block("reviews.own", "Egna granskningar", own),
    Block("reviews.all", "Revisioner och granskningar", every),
)
