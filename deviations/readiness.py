"""What is still missing before an investigation is ready, and before a case is closed."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from deviations.checklist import Point, missing
from deviations.models import Deviation, Information, Status
from deviations.models.choices import SERIOUS
from measures.models import Effect, Measure
from measures.models import Status as Progress

FINISHED = (Progress.DONE, Progress.DISCONTINUED)
VERDICTS = (Effect.YES, Effect.NO)


def before_ready(case: Deviation, severity: str, motive: str) -> list[str]:
    """All of it at once, so that nobody is sent back twice."""
    words = [point.needed for point in missing(case) if _stops(point, case)]
    if case.is_lex_sarah and not severity:
        words.append("Föreslå en grad.")
    if case.is_lex_sarah and not motive.strip():
        words.append("Motivera förslaget.")
    return words


def _stops(point: Point, case: Deviation) -> bool:
    return bool(point.needed) and (case.is_lex_sarah or point.of_all)


def may_be_left(case: Deviation) -> list[str]:
    """Of a lex Sarah investigation: not answered, and nothing that stops."""
    left = missing(case) if case.is_lex_sarah else []
    return [point.label for point in left if not _stops(point, case)]


@dataclass(frozen=True)
class Missing:
    """In words, and by which step it is mended."""

    words: str
    step: str


def before_closing(case: Deviation, left_because: str = "") -> list[Missing]:
    return [*_of_people(case), *_of_measures(case, left_because), *_of_ivo(case)]


def _of_people(case: Deviation) -> Iterator[Missing]:
    told = case.information.filter(
        receiver__in=Information.FOR_THE_PERSON, act=Information.Act.INFORMED
    )
    if case.is_lex_sarah and not told.exists():
        words = "Informera den enskilde eller företrädaren, eller ange varför det inte har skett."
        yield Missing(words, "inform")
    if case.is_complaint:
        if case.complaint.wants_answer and case.complaint.answered_on is None:
            yield Missing("Besvara den som har lämnat synpunkten.", "edit")
    elif case.reports.exists() and not case.feedback.exists():
        yield Missing("Lämna återkoppling till den som rapporterade.", "feedback")


def _of_measures(case: Deviation, left_because: str) -> Iterator[Missing]:
    measures = list(case.measures.all())
    if measures and case.status != Status.FOLLOWED_UP:
        yield Missing("Följ upp effekten av åtgärderna.", "effect")
    unfinished = [measure.title for measure in measures if measure.status not in FINISHED]
    if unfinished and not left_because.strip():
        words = f"Slutför, eller motivera varför du lämnar: {', '.join(unfinished)}."
        yield Missing(words, "close")


def _of_ivo(case: Deviation) -> Iterator[Missing]:
    """The last two grades are notified (27 kap. 6 § SoL), whatever else is notified too."""
    if not case.is_with_ivo:
        if case.severity in SERIOUS:
            yield Missing("Anmäl ärendet till IVO.", "ivo")
    elif case.ivo.completion_due_on and not case.ivo.completed_on:
        yield Missing("Skicka den färdiga utredningen till IVO.", "ivo")


def without_verdict(measures: Iterable[Measure]) -> list[Measure]:
    """Done, and nobody has said with what effect."""
    return [one for one in measures if one.status == Progress.DONE and one.effect not in VERDICTS]


def measures_in_words(measures: Iterable[Measure]) -> str:
    return "\n".join(
        f"{one.title}: {one.get_status_display().lower()}"
        + (f", {one.get_effect_display().lower()}." if one.effect else ".")
        for one in measures
    )
