"""Complaints, whose answers are pages of their own, and drafts, which are their owners'."""

from typing import Any
from uuid import UUID, uuid4

from deviations import services
from deviations.models import Deviation, Kind
from organisation.models import Unit, User
from tests.factories.organisation import Organisation

Names = dict[str, Any]


def intake(
    organisation: Organisation, people: dict[str, User], secret: Names
) -> dict[str, dict[str, Names]]:
    complaints = {
        "own": {"number": _complaint(organisation.intake, people["mona"]).number},
        "foreign": {"number": _complaint(organisation.home_care, people["erik"]).number},
        "secret": secret,
    }
    owners = {"own": "mona", "foreign": "erik", "secret": "sara"}
    drafts = {about: {"token": _draft(people[owner])} for about, owner in owners.items()}
    return {
        **{f"deviations:{page}": complaints for page in ("answer", "confirm", "appeal", "becomes")},
        **{f"deviations:{page}": drafts for page in ("draft", "discard_draft")},
    }


def _complaint(unit: Unit, by: User) -> Deviation:
    return services.register_complaint(
        actor=by,
        kind=Kind.COMPLAINT,
        unit=unit,
        description="Ingen ringer tillbaka.",
        complaint={"wants_answer": True, "contact": "070-123 45 67"},
    )


def _draft(owner: User) -> UUID:
    token = uuid4()
    services.save_draft(actor=owner, token=token, answers={"description": "Påbörjat."})
    return token
