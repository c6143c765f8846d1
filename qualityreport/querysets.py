from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from django.db import models
from django.db.models import Q

from organisation.access import access_of, line_of
from organisation.models.people import Role
from organisation.models.units import UnitClosure
from organisation.querysets import ScopedQuerySet

if TYPE_CHECKING:
    from qualityreport.models import (  # noqa: F401 -- named in quoted generics
        Batch,
        BoardDecision,
        Comment,
        Contribution,
        Report,
        ReportVersion,
        Section,
        StandingText,
    )

COMPOSERS = (Role.COORDINATOR,)
# Read the report while it is written.
READERS = (Role.COORDINATOR, Role.MANAGER, Role.LEX_SARAH, Role.DECIDER)
# Write what a unit sends in.
CONTRIBUTORS = (Role.MANAGER, Role.COORDINATOR)
# Attested or later: what the secretary registers and the board receives.
DELIVERED = ("attested", "sent", "decided", "published")


class ReportQuerySet(ScopedQuerySet["Report"]):
    def visible_to(self, user: Any) -> Self:
        """Composers and readers of the unit, owners of a section, and those who receive it.

        The secretary sees what is attested and the auditor what is published, nothing before.
        """
        access = access_of(user)
        return self.filter(
            Q(unit_id__in=access.unit_ids(*READERS))
            | Q(pk__in=_owned_by(user))
            | Q(pk__in=_received_by(user).values("report_id"))
        )

    def readable_by(self, user: Any) -> Self:
        """Those who may read the texts while they are written."""
        units = access_of(user).unit_ids(*READERS)
        return self.filter(Q(unit_id__in=units) | Q(pk__in=_owned_by(user)))

    def composed_by(self, user: Any) -> Self:
        return self.filter(unit_id__in=access_of(user).unit_ids(*COMPOSERS))


def _received_by(user: Any) -> models.QuerySet[Any, Any]:
    from qualityreport.models import ReportVersion

    return ReportVersion.objects.received_by(user)


def _owned_by(user: Any) -> models.QuerySet[Any, Any]:
    """Reports with a section of the person's own, as long as the person is in service."""
    from qualityreport.models import Section

    return Section.objects.owned_by(user).values("report_id")


class SectionQuerySet(models.QuerySet["Section"]):
    def owned_by(self, user: Any) -> Self:
        return self.filter(owner_id=user.pk) if access_of(user).by_role else self.none()

    def editable_by(self, user: Any) -> Self:
        units = access_of(user).unit_ids(*COMPOSERS)
        return self.filter(Q(report__unit_id__in=units) | Q(pk__in=self.owned_by(user)))


class VersionManager(models.Manager["ReportVersion"]):
    """The snapshot is a whole report: it is fetched where it is read, and by no list."""

    def get_queryset(self) -> models.QuerySet[ReportVersion]:
        return super().get_queryset().defer("snapshot")


class VersionQuerySet(models.QuerySet["ReportVersion"]):
    def visible_to(self, user: Any) -> Self:
        read = Q(report__unit_id__in=access_of(user).unit_ids(*READERS))
        return self.filter(read | Q(pk__in=self.received_by(user).values("pk")))

    def received_by(self, user: Any) -> Self:
        """What a secretary or an auditor gets, by the state that it has reached."""
        access = access_of(user)
        return self.filter(
            Q(
                report__unit_id__in=access.unit_ids(Role.SECRETARY),
                state__in=DELIVERED,
            )
            | Q(report__unit_id__in=access.unit_ids(Role.AUDITOR), state="published")
        )

    def handled_by(self, user: Any) -> Self:
        """Those whose way to the board and from it the person keeps."""
        units = access_of(user).unit_ids(Role.SECRETARY, *COMPOSERS)
        return self.filter(report__unit_id__in=units, state__in=DELIVERED)


class StandingTextQuerySet(ScopedQuerySet["StandingText"]):
    def visible_to(self, user: Any) -> Self:
        """Those of the units one composes for or reads, and what they inherit from above."""
        return self.filter(unit_id__in=line_of(user, *READERS))

    def composed_by(self, user: Any) -> Self:
        return self.visible_to(user).filter(unit_id__in=access_of(user).unit_ids(*COMPOSERS))

    def in_force(self, unit_id: int, year: int) -> dict[str, StandingText]:
        """Key → text for a report: the nearest unit first, then the newest year."""
        depths = dict(
            UnitClosure.objects.filter(descendant_id=unit_id).values_list("ancestor_id", "depth")
        )
        rows = self.filter(unit_id__in=depths, first_year__lte=year)
        ordered = sorted(rows, key=lambda row: (-depths[row.unit_id], row.first_year))
        return {row.key: row for row in ordered}


class DecisionQuerySet(models.QuerySet["BoardDecision"]):
    def visible_to(self, user: Any) -> Self:
        from qualityreport.models import ReportVersion

        return self.filter(version__in=ReportVersion.objects.visible_to(user))


class CommentQuerySet(models.QuerySet["Comment"]):
    def visible_to(self, user: Any) -> Self:
        from qualityreport.models import Report

        return self.filter(section__report__in=Report.objects.readable_by(user))

    def open(self) -> Self:
        return self.filter(resolved_at__isnull=True)


class ContributionQuerySet(ScopedQuerySet["Contribution"]):
    def visible_to(self, user: Any) -> Self:
        """Those who compose the report, and those who answer for the unit."""
        access = access_of(user)
        return self.filter(
            Q(report__unit_id__in=access.unit_ids(*COMPOSERS))
            | Q(unit_id__in=access.unit_ids(*CONTRIBUTORS))
        )

    def written_by(self, user: Any) -> Self:
        return self.filter(unit_id__in=access_of(user).unit_ids(*CONTRIBUTORS))


class BatchQuerySet(ScopedQuerySet["Batch"]):
    def visible_to(self, user: Any) -> Self:
        return self.filter(unit_id__in=access_of(user).unit_ids(*COMPOSERS))
