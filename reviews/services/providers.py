"""Utförare: contracts, what is demanded, and the year's follow-up with its action plans."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from django.db import IntegrityError, transaction

from audit.models import Event
from lib.refusals import Refused
from lib.versions import locked, write
from organisation.models import User
from reviews.models import (
    ActionPlan,
    Contract,
    Provider,
    ProviderFollowUp,
    Requirement,
    RequirementResult,
)
from reviews.services.rows import change, insert, log

TAKEN = "Någon annan hann registrera årets uppföljning. Öppna den och ändra där."


class FollowedUp(NamedTuple):
    """What was found of one requirement."""

    result: str
    comment: str


@transaction.atomic
def add_provider(*, actor: User | None, **fields: Any) -> Provider:
    return insert(actor, Provider, fields)


@transaction.atomic
def update_provider(
    *, actor: User | None, pk: int, version: int, changes: Mapping[str, Any]
) -> Provider:
    return change(actor, Provider, pk, version, changes)


@transaction.atomic
def add_contract(*, actor: User | None, provider: Provider, **fields: Any) -> Contract:
    return insert(actor, Contract, {"provider": provider, **fields})


@transaction.atomic
def update_contract(
    *, actor: User | None, pk: int, version: int, changes: Mapping[str, Any]
) -> Contract:
    return change(actor, Contract, pk, version, changes)


@transaction.atomic
def add_requirement(*, actor: User | None, **fields: Any) -> Requirement:
    return insert(actor, Requirement, fields)


@transaction.atomic
def update_requirement(
    *, actor: User | None, pk: int, version: int, changes: Mapping[str, Any]
) -> Requirement:
    return change(actor, Requirement, pk, version, changes)


def requirements_of(follow_up: ProviderFollowUp) -> list[Requirement]:
    """Those of the year, and those that it has been judged by already."""
    rows = Requirement.objects.of(follow_up.contract.provider.unit_id).in_force(follow_up.year)
    if follow_up.pk:
        rows = rows | Requirement.objects.filter(results__follow_up=follow_up)
    return list(rows.distinct())


@transaction.atomic
def follow_up(
    *,
    actor: User | None,
    contract: Contract,
    year: int,
    fields: Mapping[str, Any],
    results: Mapping[int, FollowedUp],
    version: int | None = None,
) -> ProviderFollowUp:
    """The year's follow-up of a contract, new or over the version that was read. `results` by the
    id of the requirement.

    Raises:
        EditedByAnother: when somebody saved in between.
        Refused: when somebody else registered the year first.
    """
    if version is None:
        row = _new(actor, contract, year, fields)
    else:
        existing = contract.follow_ups.get(year=year)
        row = locked(ProviderFollowUp, existing.pk, version)
    changed = {} if version is None else write(row, fields, beside=_differs(row, results))
    _write_results(row, results)
    if version is not None:
        log(actor, Event.Action.CHANGE, row, changed)
    return row


def _new(
    actor: User | None, contract: Contract, year: int, fields: Mapping[str, Any]
) -> ProviderFollowUp:
    try:
        with transaction.atomic():
            return insert(actor, ProviderFollowUp, {"contract": contract, "year": year, **fields})
    except IntegrityError as error:
        if contract.follow_ups.filter(year=year).exists():
            raise Refused(TAKEN) from error
        raise


def _differs(row: ProviderFollowUp, results: Mapping[int, FollowedUp]) -> bool:
    before = {
        pk: FollowedUp(result, comment)
        for pk, result, comment in row.results.values_list("requirement_id", "result", "comment")
    }
    return before != {pk: found for pk, found in results.items() if found.result}


def _write_results(row: ProviderFollowUp, results: Mapping[int, FollowedUp]) -> None:
    row.results.all().delete()
    RequirementResult.objects.bulk_create(
        RequirementResult(
            follow_up=row, requirement_id=pk, result=found.result, comment=found.comment
        )
        for pk, found in results.items()
        if found.result
    )


@transaction.atomic
def add_plan(*, actor: User | None, follow_up: ProviderFollowUp, **fields: Any) -> ActionPlan:
    return insert(actor, ActionPlan, {"follow_up": follow_up, **fields})


@transaction.atomic
def update_plan(
    *, actor: User | None, pk: int, version: int, changes: Mapping[str, Any]
) -> ActionPlan:
    return change(actor, ActionPlan, pk, version, changes)
