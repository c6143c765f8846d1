"""Who may know of a case. Lex Sarah cases leave the unit's circle (design: secrecy)."""

from __future__ import annotations

from collections.abc import Collection
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING, Any, NamedTuple, Self

from django.db import models
from django.db.models import Q
from django.db.models.functions import Coalesce

from deviations.models.choices import OPEN_STATUSES
from lib.composed import Composed, given
from organisation.access import access_of
from organisation.models.people import Role
from organisation.querysets import ScopedQuerySet

if TYPE_CHECKING:
    from deviations.models import (  # noqa: F401 -- named in quoted generics
        ArchiveExport,
        Deviation,
        DeviationReport,
        ManagerSlip,
        PublishedTotal,
        PurgeProtocol,
        ReportDraft,
        SavedFilter,
    )

# See every open case of their units, identities apart.
UNIT_READERS = (Role.MANAGER, Role.COORDINATOR, Role.LEX_SARAH, Role.DECIDER)
# Keep the sums of the years before the register.
HISTORIANS = (Role.COORDINATOR, Role.LEX_SARAH)
# See restricted cases too.
RESTRICTED_READERS = (Role.LEX_SARAH, Role.DECIDER)
# Investigate restricted cases; what is not restricted a manager may investigate too.
INVESTIGATORS = (Role.INVESTIGATOR, Role.LEX_SARAH)
# Keep the diary: that a case exists, never what it says.
REGISTRARS = (Role.SECRETARY, Role.LEX_SARAH)
CARD = (
    *("pk", "number", "diary_number", "received_on", "kind", "unit_id", "reporting_unit_id"),
    *("status", "ended_on", "restricted", "version", "complaint__is_public"),
)
NAMING = ("pk", "unit_id", "restricted", "investigator_id")
# A case is closed or annulled, never both.
ENDED_ON = Coalesce("closed_on", "annulled_on")


class Scope(NamedTuple):
    """What a person may know of: all cases of some units, the unrestricted ones of others, and
    single cases, by their ids."""

    everything: frozenset[int] = frozenset()
    unrestricted: frozenset[int] = frozenset()
    named: frozenset[int] = frozenset()


def scope_of(user: Any) -> Scope:
    """Asks one question at once, for the cases that name the person."""
    access = access_of(user)
    if not access.by_role:  # a stranger, a closed account, or somebody who has left
        return Scope()
    everything = access.unit_ids(*RESTRICTED_READERS)
    unrestricted = access.unit_ids(*UNIT_READERS) - everything
    named = frozenset(
        pk
        for pk, unit_id, restricted, investigator_id in _naming.ask(user.pk)
        if unit_id not in everything
        and (restricted or unit_id not in unrestricted)
        and (investigator_id != user.pk or access.has(*investigator_roles(restricted=restricted)))
    )
    return Scope(everything, unrestricted, named)


def investigator_roles(*, restricted: bool) -> tuple[Role, ...]:
    """Who may investigate. Whoever no longer has one of these roles loses the case too."""
    return INVESTIGATORS if restricted else (*INVESTIGATORS, Role.MANAGER)


class DeviationQuerySet(ScopedQuerySet["Deviation"]):
    def visible_to(self, user: Any) -> Self:
        """The cases this person may know of."""
        return self.in_scope(scope_of(user))

    def in_scope(self, scope: Scope) -> Self:
        """By plain lists of ids: with a subquery in an OR both databases leave their indexes
        (measured, from 1 ms to some 200 ms)."""
        everything, unrestricted, named = scope
        ways = [
            *([Q(unit_id__in=everything)] if everything else ()),
            *([Q(unit_id__in=unrestricted, restricted=False)] if unrestricted else ()),
            *([Q(pk__in=named)] if named else ()),
        ]
        return self.filter(reduce(or_, ways)) if ways else self.none()

    def for_registrar(self, user: Any) -> models.QuerySet[Deviation, tuple[Any, ...]]:
        """The register cards of the person's units: these columns are all that is read."""
        units = access_of(user).unit_ids(*REGISTRARS)
        return self.filter(unit_id__in=units).with_end().values_list(*CARD)

    def with_end(self) -> Self:
        return self.annotate(ended_on=ENDED_ON)

    def open(self) -> Self:
        """Named one by one: "not closed" would be answered without an index."""
        return self.filter(status__in=OPEN_STATUSES)


@Composed
def _naming() -> models.QuerySet[Any, Any]:
    """NAMING of the cases whose investigator or named reader the person is.

    A UNION, each half by its own index; as one OR it reads the whole table on PostgreSQL.
    """
    from deviations.models import Deviation

    named = Deviation.named_readers.through.objects.filter(user_id=given(0))
    investigated, named_in = (
        Deviation.objects.filter(mine).order_by().values_list(*NAMING)
        for mine in (Q(investigator_id=given(0)), Q(pk__in=named.values("deviation_id")))
    )
    return investigated.union(named_in)


class DeviationReportQuerySet(models.QuerySet["DeviationReport"]):
    def visible_to(self, user: Any) -> Self:
        """One's own reports, also those a colleague wrote down: status and feedback, never the
        case behind a lex Sarah report.

        One that has gone on as a lex Sarah report stands with that case, under its first number.
        """
        mine = Q(reporter_id=user.pk) | Q(reported_for_id=user.pk)
        return self.filter(mine).exclude(went_on())

    def received_as(self, number: str) -> Self:
        """By the number on the receipt, whichever case the report stands with now."""
        unnumbered = Q(number_given="", deviation__number=number)
        return self.filter(Q(number_given=number) | unnumbered)

    def within(self, units: Collection[int]) -> Self:
        return self.filter(deviation__unit_id__in=units)


def went_on() -> Q:
    """Reports of an avvikelse that became a suspected misconduct: the new case has a copy."""
    return ~Q(deviation__kind="lex_sarah") & Q(deviation__restricted=True)


class ManagerSlipQuerySet(ScopedQuerySet["ManagerSlip"]):
    unit_field = "deviation__unit"

    def visible_to(self, user: Any) -> Self:
        """For the managers of the place where the case lies now."""
        return self.filter(deviation__unit_id__in=access_of(user).unit_ids(Role.MANAGER))


class ArchiveExportQuerySet(ScopedQuerySet["ArchiveExport"]):
    def visible_to(self, user: Any) -> Self:
        """It holds whole cases: for those who read all cases of the whole unit it was made for."""
        return self.filter(unit_id__in=access_of(user).unit_ids(Role.LEX_SARAH))


class PurgeProtocolQuerySet(ScopedQuerySet["PurgeProtocol"]):
    def visible_to(self, user: Any) -> Self:
        """Numbers and decisions alone: the registrator notes them in the diary."""
        return self.filter(unit_id__in=access_of(user).unit_ids(*REGISTRARS))


class ReportDraftQuerySet(models.QuerySet["ReportDraft"]):
    def visible_to(self, user: Any) -> Self:
        """Nobody but the owner, whatever the role."""
        return self.filter(owner_id=user.pk)


class SavedFilterQuerySet(models.QuerySet["SavedFilter"]):
    def visible_to(self, user: Any) -> Self:
        """One's own and nobody else's."""
        return self.filter(owner_id=user.pk)


class PublishedTotalQuerySet(ScopedQuerySet["PublishedTotal"]):
    def visible_to(self, user: Any) -> Self:
        """Of the units whose earlier years the person answers for."""
        return self.filter(unit_id__in=access_of(user).unit_ids(*HISTORIANS))
