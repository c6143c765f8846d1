"""Which ended cases are to be destroyed, which are kept for the archive, and which nobody has
decided about. The rule that holds today decides, whatever held when the case ended.

There is no role of archivist: the lex Sarah-ansvarig answers for all cases of the own units.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count, Q
from django.urls import reverse
from django.utils import timezone

from deviations.models import ArchiveExport, Deviation, Kind, RetentionRule, Status
from deviations.querysets import ENDED_ON, DeviationQuerySet
from lib.months import months_after
from lib.numbers import format_integer
from lib.todo import Todo
from organisation.access import access_of
from organisation.models import Role, Unit, UnitClosure, User

ENDED = (Status.CLOSED, Status.ANNULLED)
MOST_AT_ONCE = 200
NEVER = 1000  # years: a rule that says so keeps for ever

Rules = Mapping[str, RetentionRule]


def cases_text(count: int) -> str:
    return f"{format_integer(count)} {'ärende' if count == 1 else 'ärenden'}"


def rules_on(day: date) -> Rules:
    """kind → the rule that holds; of two, the later."""
    rows = RetentionRule.objects.valid_on(day).order_by("valid_from")
    return {rule.kind: rule for rule in rows}


def places_of(user: User) -> list[Unit]:
    """Where the person answers for gallring; a protocol is for one of them."""
    own = access_of(user).own_unit_ids(Role.LEX_SARAH)
    return list(Unit.objects.visible_to(user).filter(pk__in=own))


@dataclass(frozen=True)
class Holdings:
    """The ended cases of some units, as this person may know of them."""

    user: User
    units: frozenset[int]
    rules: Rules
    today: date

    @classmethod
    def of(cls, user: User, unit: Unit | None = None) -> "Holdings":
        units = access_of(user).unit_ids(Role.LEX_SARAH)
        if unit is not None:
            below = UnitClosure.objects.filter(ancestor_id=unit.pk)
            units &= frozenset(below.values_list("descendant_id", flat=True))
        today = timezone.localdate()
        return cls(user, units, rules_on(today), today)

    def ended(self) -> DeviationQuerySet:
        known = Deviation.objects.visible_to(self.user)
        return known.filter(unit_id__in=self.units, status__in=ENDED).with_end()

    def due(self, on: date | None = None) -> DeviationQuerySet:
        """The oldest first."""
        day = on or self.today
        passed = [_passed(rule, day) for rule in self.rules.values() if not rule.preserve]
        return self._any_of(passed).order_by(ENDED_ON, "pk")

    def for_archive(self) -> DeviationQuerySet:
        """Kept for ever, and not delivered yet."""
        kept = [Q(kind=rule.kind) for rule in self.rules.values() if rule.preserve]
        return self._any_of(kept).exclude(pk__in=delivered(self.user)).order_by(ENDED_ON, "pk")

    def without_rule(self) -> list[tuple[str, int]]:
        """(kind in words, cases) of kinds that the board has not decided about."""
        unknown = self.ended().exclude(kind__in=self.rules).order_by("kind")
        counted = unknown.values_list("kind").annotate(cases=Count("pk"))
        return [(Kind(kind).label, cases) for kind, cases in counted]

    def _any_of(self, ways: Collection[Q]) -> DeviationQuerySet:
        wanted = Q(pk__in=())
        for way in ways:
            wanted |= way
        return self.ended().filter(wanted)

    def due_on(self, kind: str, ended_on: date) -> date | None:
        years = self.rules[kind].years
        return None if years is None else months_after(ended_on, 12 * years)


def _passed(rule: RetentionRule, day: date) -> Q:
    """Closed or annulled so many whole years before the day."""
    years = rule.years or 0
    if years >= NEVER:
        return Q(pk__in=())
    last = months_after(day, -12 * years)
    return Q(kind=rule.kind) & (Q(closed_on__lte=last) | Q(annulled_on__lte=last))


def delivered(user: User) -> set[int]:
    """Cases that a finished export to the archive holds."""
    known = ArchiveExport.objects.visible_to(user)
    exports = known.filter(purpose=ArchiveExport.Purpose.DELIVER)
    held = exports.exclude(stored_as="").values_list("cases", flat=True)
    return {case["pk"] for cases in held for case in cases}


def purge_todo(user: User) -> list[Todo]:
    """Once a year, and within it: what was due when the year began."""
    if not access_of(user).has(Role.LEX_SARAH):
        return []
    holdings = Holdings.of(user)
    if not holdings.rules:
        return []
    year = holdings.today.year
    count = holdings.due(date(year, 1, 1) - timedelta(days=1)).order_by().count()
    if not count:
        return []
    return [
        Todo(
            title=f"{cases_text(count)} kan gallras",
            url=reverse("diary:due"),
            due=date(year, 12, 31),
            kind="Gallring",
            detail="Enligt nämndens gallringsbeslut",
        )
    ]
