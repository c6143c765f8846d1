"""From the plan to cases with content: what happened, where, to whom, and how far it has come."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from random import Random

from django.utils import timezone

from demo import plan
from demo.organisation import REORGANISED
from demo.stories import Story, adults, children, internal
from demo.stories.complaints import APPEALS, OTHER, TREATMENT, ComplaintStory
from deviations.catalogue import COMMUNICATION, COMPETENCE, EQUIPMENT, NO_DEVIATION, ORGANISATION
from deviations.models import AnnulledBecause, Kind, Severity, Status
from deviations.models.choices import AgeBand, Sex

GRAVE_TYPES = frozenset(
    (
        "Skyddsbedömning saknas eller är sen",
        "Överlämning mellan mottagning och utredning",
        "Bristande barnperspektiv",
        "Umgängesplan saknas",
        "Skyddad identitet",
        "Insats sen",
        "Insats uteblir",
    )
)
SECTION_STORIES = {"barn": children.STORIES, "vuxna": adults.STORIES, "jour": adults.ON_CALL}


@dataclass(frozen=True)
class Somebody:
    indefinite: str
    definite: str
    sex: str
    age_band: str
    count: int = 1


PEOPLE = {
    "child": (
        Somebody("ett barn i förskoleåldern", "barnet", Sex.UNKNOWN, AgeBand.CHILD),
        Somebody("en flicka i lågstadieåldern", "flickan", Sex.GIRL_WOMAN, AgeBand.CHILD),
        Somebody("en pojke i lågstadieåldern", "pojken", Sex.BOY_MAN, AgeBand.CHILD),
        Somebody("två syskon", "syskonen", Sex.UNKNOWN, AgeBand.CHILD, 2),
        Somebody("en tonårsflicka", "flickan", Sex.GIRL_WOMAN, AgeBand.YOUTH),
        Somebody("en tonårspojke", "pojken", Sex.BOY_MAN, AgeBand.YOUTH),
    ),
    "youth": (
        Somebody("en tonårsflicka", "flickan", Sex.GIRL_WOMAN, AgeBand.YOUTH),
        Somebody("en tonårspojke", "pojken", Sex.BOY_MAN, AgeBand.YOUTH),
        Somebody("en ung person", "den unge", Sex.UNKNOWN, AgeBand.YOUNG_ADULT),
    ),
    "adult": (
        Somebody("en kvinna", "kvinnan", Sex.GIRL_WOMAN, AgeBand.ADULT),
        Somebody("en man", "mannen", Sex.BOY_MAN, AgeBand.ADULT),
        Somebody("en yngre kvinna", "kvinnan", Sex.GIRL_WOMAN, AgeBand.ADULT),
        Somebody("en äldre man", "mannen", Sex.BOY_MAN, AgeBand.OLDER),
    ),
}


@dataclass(eq=False)
class Draft:
    kind: Kind
    unit: str  # slug
    received_at: datetime
    title: str
    text: str
    status: Status
    story: Story | None = None
    complaint: ComplaintStory | None = None
    somebody: Somebody | None = None
    days: int = 0
    decided_on: date | None = None
    severity: Severity | None = None
    annulled_on: date | None = None
    origin: "Draft | None" = None
    same_as: "Draft | None" = None  # another report of one event
    annulled_because: AnnulledBecause | None = None
    became_lex_sarah: bool = False
    section: str = ""  # of the plan
    investigator: str = ""  # username
    causes: list[str] = field(default_factory=list)

    @property
    def received_on(self) -> date:
        return timezone.localdate(self.received_at)

    @property
    def is_lex_sarah(self) -> bool:
        return self.kind == Kind.LEX_SARAH

    @property
    def is_returned(self) -> bool:
        """It fell outside lex Sarah; its reports stand with the lex Sarah case."""
        return self.origin is not None and self.origin.is_lex_sarah

    @property
    def was_suspected(self) -> bool:
        """A lex Sarah report that came from an avvikelse."""
        return self.is_lex_sarah and self.origin is not None


class Deck:
    """Stories in shuffled order, all of them once before any comes again."""

    def __init__(self, cards: Iterable[Story], rng: Random) -> None:
        self.cards, self.rng, self.left = list(cards), rng, list[Story]()

    def draw(self, *, only: frozenset[str] | None = None) -> Story:
        """With `only`, a story of one of those types."""
        for attempt in range(2):
            for index, card in enumerate(self.left):
                if only is None or card.type in only:
                    return self.left.pop(index)
            if attempt == 0:
                self.left += self.rng.sample(self.cards, len(self.cards))
        raise ValueError(f"No story of the types {only}")


def all_drafts(rng: Random) -> list[Draft]:
    lex_sarah = list(_lex_sarah(rng))
    _let_wait([draft for draft in lex_sarah if draft.status == Status.RECEIVED], rng)
    returned = [
        _returned(draft, draft.decided_on)
        for draft in lex_sarah
        if draft.decided_on and draft.severity == Severity.OUTSIDE
    ]
    complaints = list(_complaints(rng))
    _one_at_midnight(complaints)
    internal_ones = list(_internal(returned, rng))
    _give_eva_something_to_do([*internal_ones, *complaints])
    return [
        *lex_sarah,
        *returned,
        *internal_ones,
        *_outside(Kind.PROVIDER, internal.PROVIDERS, plan.PROVIDERS, rng),
        *_outside(Kind.EXTERNAL, internal.EXTERNAL, plan.EXTERNAL, rng),
        *complaints,
    ]


def _one_at_midnight(complaints: list[Draft]) -> None:
    """On New Year's night it is still the old year in UTC: the Swedish day is what counts."""
    first = min(
        (draft for draft in complaints if draft.received_on.year == 2023),
        key=lambda draft: draft.received_at,
    )
    first.received_at = timezone.make_aware(datetime(2023, 1, 1, 0, 20))


def _give_eva_something_to_do(drafts: list[Draft]) -> None:
    """The manager among the logins has open cases at her unit, whatever chance decided."""
    for draft in drafts:
        if draft.status != Status.CLOSED and draft.unit in ("ungdomsenheten", "barn-mottagning"):
            draft.unit = "barnenheten"


# Lex Sarah ---------------------------------------------------------------------------------


def _lex_sarah(rng: Random) -> Iterator[Draft]:
    decks = {slug: Deck(cards, rng) for slug, cards in SECTION_STORIES.items()}
    outside = Deck(internal.RETURNED, rng)
    published = [adults.SLOW_INTAKE, *adults.HOUSING_SUPPORT[:3]]
    for outcome in plan.outcomes(rng):
        if outcome.severity == Severity.OUTSIDE:
            story = outside.draw()
        elif outcome.section == "vuxna" and outcome.decided_on and outcome.decided_on.year == 2023:
            story = published.pop()  # what the adults' four cases were about is published
        else:
            grave = outcome.severity in (Severity.SERIOUS, Severity.SERIOUS_RISK)
            story = decks[outcome.section].draw(only=GRAVE_TYPES if grave else None)
        yield _lex_sarah_draft(outcome, story, rng)


def _lex_sarah_draft(outcome: plan.Outcome, story: Story, rng: Random) -> Draft:
    draft = _draft(Kind.LEX_SARAH, story, outcome.received_on, rng)
    draft.decided_on, draft.severity = outcome.decided_on, outcome.severity
    draft.annulled_on, draft.section = outcome.annulled_on, outcome.section
    if draft.decided_on:
        draft.status = _status_after_decision(draft.decided_on, draft.severity)
        draft.investigator = rng.choice(("ulla", "ulla", "ivar", "britt"))
        draft.causes = _causes(draft, story, rng)
    elif draft.annulled_on:
        draft.status = Status.ANNULLED
    return draft


def _status_after_decision(decided_on: date, severity: Severity | None) -> Status:
    since = (plan.TODAY - decided_on).days
    if severity == Severity.OUTSIDE or since > 150:
        return Status.CLOSED
    if severity == Severity.NONE:  # nothing to do, and so no effect to follow up
        return Status.CLOSED if since > 45 else Status.DECIDED
    if since > 90:
        return Status.FOLLOWED_UP
    return Status.MEASURES if since > 45 else Status.DECIDED


def _causes(draft: Draft, story: Story, rng: Random) -> list[str]:
    """Invented: one to three of the headings, as several may lie behind one case."""
    if draft.severity == Severity.NONE and rng.random() < 0.4:
        return [NO_DEVIATION]
    further = [
        name
        for name in (COMMUNICATION, ORGANISATION, COMPETENCE)
        if name not in story.causes and rng.random() < 0.22
    ]
    return [*story.causes, *further][:3]


def _let_wait(undecided: list[Draft], rng: Random) -> None:
    """Give the undecided of the running year every status on the way, the newest the first."""
    newest_first = sorted(undecided, key=lambda draft: draft.received_at, reverse=True)
    for draft, status in zip(newest_first, plan.OPEN_STATUSES, strict=True):
        draft.status = status
        if status in (Status.INVESTIGATION, Status.INVESTIGATED):
            draft.investigator = rng.choice(("ulla", "ulla", "ivar"))
        if status == Status.INVESTIGATED and draft.story:
            draft.causes = [*draft.story.causes]


# Everything else ---------------------------------------------------------------------------


def _returned(lex_sarah: Draft, day: date) -> Draft:
    """What fell outside lex Sarah goes on as a linked internal deviation, counted once."""
    received = timezone.make_aware(datetime.combine(day, time(15, 10)))
    decided = plan.working_day(day + timedelta(days=12))
    return Draft(
        kind=Kind.INTERNAL,
        unit=lex_sarah.unit,
        received_at=received,
        title=lex_sarah.title,
        text=lex_sarah.text,
        story=lex_sarah.story,
        status=Status.CLOSED if decided <= plan.TODAY else Status.INVESTIGATION,
        decided_on=decided if decided <= plan.TODAY else None,
        origin=lex_sarah,
        causes=[EQUIPMENT],
    )


def _internal(returned: list[Draft], rng: Random) -> Iterator[Draft]:
    """So many that those born from a lex Sarah report (all in barn) complete the year's sum."""
    born = Counter(draft.received_on.year for draft in returned)
    for section, cards in (("barn", internal.CHILDREN), ("vuxna", internal.ADULTS)):
        deck = Deck(cards, rng)
        for year, total in plan.INTERNAL[section].items():
            own = total - born[year] if section == "barn" else total
            yield from _plain(Kind.INTERNAL, deck, year, own, rng)


def _outside(
    kind: Kind, cards: Iterable[Story], per_year: dict[int, int], rng: Random
) -> Iterator[Draft]:
    deck = Deck(cards, rng)
    for year, count in per_year.items():
        yield from _plain(kind, deck, year, count, rng)


def _plain(kind: Kind, deck: Deck, year: int, count: int, rng: Random) -> Iterator[Draft]:
    for received in _days_of(year, count, rng):
        story = deck.draw()
        draft = _draft(kind, story, received, rng)
        decided = plan.working_day(received + timedelta(days=rng.randint(9, 40)))
        age = (plan.TODAY - received).days
        if age > 70 or (age > 44 and rng.random() < 0.5):
            draft.decided_on, draft.status = decided, Status.CLOSED
            draft.causes = _causes(draft, story, rng)
        elif age > 16:
            draft.status = Status.INVESTIGATION
        yield draft


def _complaints(rng: Random) -> Iterator[Draft]:
    units = {
        "ifo": ("ifo",),
        "barn": ("barn-mottagning", "barnenheten", "ungdomsenheten", "familjeratten"),
        "vuxna": ("vuxen-mottagning", "vuxen-utredning", "boendestod", "socialpsykiatri"),
    }
    for section, years in plan.COMPLAINTS.items():
        for year, counts in years.items():
            told = _told(counts, rng)
            days = _days_of(year, len(told), rng)
            for received, story in zip(days, told, strict=True):
                yield _complaint(story, rng.choice(units[section]), received, rng)


def _told(counts: plan.ComplaintYear, rng: Random) -> list[ComplaintStory]:
    rest = counts.total - counts.appeals - counts.about_treatment
    told = [
        *rng.choices(APPEALS, k=counts.appeals),
        *rng.choices(TREATMENT, k=counts.about_treatment),
        *rng.sample(OTHER, k=rest),
    ]
    rng.shuffle(told)
    return told


def _complaint(story: ComplaintStory, unit: str, received: date, rng: Random) -> Draft:
    answered = plan.working_day(received + timedelta(days=rng.randint(2, 13)))
    is_answered = (plan.TODAY - received).days > 35
    return Draft(
        kind=Kind(story.kind),
        unit=_unit_on(unit, received),
        received_at=_at_work(received, rng),
        title=story.title,
        text=story.text,
        complaint=story,
        status=Status.CLOSED if is_answered else Status.RECEIVED,
        decided_on=answered if is_answered else None,
    )


# Shared ------------------------------------------------------------------------------------


def _draft(kind: Kind, story: Story, received: date, rng: Random) -> Draft:
    unit = rng.choice(story.units)
    who = "youth" if unit == "ungdomsenheten" and story.who == "child" else story.who
    somebody = None if who == "nobody" else rng.choice(PEOPLE[who])
    days = rng.randint(*story.days)
    return Draft(
        kind=kind,
        unit=_unit_on(unit, received),
        received_at=_at_work(received, rng),
        title=story.title,
        text=_tell(story.text, somebody, days),
        story=story,
        somebody=somebody,
        days=days,
        status=Status.RECEIVED,
    )


def _tell(text: str, somebody: Somebody | None, days: int) -> str:
    if somebody is None:
        return text.format(n=days)
    person = somebody.indefinite
    capital = person[0].upper() + person[1:]
    return text.format(p=person, P=capital, d=somebody.definite, n=days)


def _unit_on(slug: str, day: date) -> str:
    """Before the reorganisation intake lay with a team that no longer exists."""
    is_predecessor = slug == "barn-mottagning" and day < REORGANISED
    return "mottagningsteamet" if is_predecessor else slug


def _days_of(year: int, count: int, rng: Random) -> list[date]:
    last = min(date(year, 12, 30), plan.TODAY - timedelta(days=1))
    return plan.spread(date(year, 1, 3), last, count, rng)


def _at_work(day: date, rng: Random) -> datetime:
    moment = time(rng.randint(8, 16), rng.choice((2, 5, 11, 18, 24, 30, 37, 44, 51, 58)))
    return timezone.make_aware(datetime.combine(day, moment))
