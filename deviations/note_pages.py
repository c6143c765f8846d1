"""The investigation's notes as its page shows them: corrections beside what they correct."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.utils import timezone
from django.utils.formats import date_format

from deviations.models import Deviation, InvestigationNote
from deviations.services.notes import is_abandoned
from organisation.models import User


@dataclass(frozen=True)
class Passage:
    nature: str
    text: str


@dataclass(frozen=True)
class Note:
    pk: int
    version: int
    when: str
    source: str
    who: str
    signed: str
    passages: list[Passage]
    mine: bool
    removable: bool
    corrects: str = ""
    corrections: list["Note"] = field(default_factory=list)


@dataclass(frozen=True)
class Notes:
    signed: list[Note]
    drafts: list[Note]


def notes_of(case: Deviation, user: User) -> Notes:
    rows = list(case.notes.select_related("author"))
    signed = [row for row in rows if row.signed_at]
    drafts = [row for row in rows if not row.signed_at]
    abandoned = _abandoned(case, drafts)
    by_pk = {row.pk: row for row in rows}
    below = defaultdict(list)
    for row in signed:
        if row.corrects_id:
            below[_root(row, by_pk).pk].append(show(row, user))
    return Notes(
        [show(row, user, corrections=below[row.pk]) for row in signed if not row.corrects_id],
        [
            show(
                row,
                user,
                removable=row.author_id == user.pk or row.author_id in abandoned,
                corrects=date_format(_root(row, by_pk).noted_on, "j F Y")
                if row.corrects_id
                else "",
            )
            for row in drafts
        ],
    )


def _root(row: InvestigationNote, by_pk: dict[int, InvestigationNote]) -> InvestigationNote:
    """A correction of a correction stands with the first note."""
    while row.corrects_id:
        row = by_pk[row.corrects_id]
    return row


def _abandoned(case: Deviation, drafts: Iterable[InvestigationNote]) -> set[int | None]:
    """Their authors no longer write in the case; each author is asked for once."""
    one_by_author = {row.author_id: row for row in drafts}
    for row in one_by_author.values():
        row.deviation = case
    return {author for author, row in one_by_author.items() if is_abandoned(row)}


def show(
    row: InvestigationNote,
    user: User,
    *,
    removable: bool = False,
    corrects: str = "",
    corrections: Iterable[Note] = (),
) -> Note:
    natures = dict(InvestigationNote.Nature.choices)
    signed = timezone.localtime(row.signed_at) if row.signed_at else None
    return Note(
        pk=row.pk,
        version=row.version,
        when=_day(row),
        source=row.source,
        who=", ".join(filter(None, (row.author_name, row.author_title))),
        signed=date_format(signed, "j F Y H:i") if signed else "",
        passages=[Passage(natures[one["nature"]], one["text"]) for one in row.passages],
        mine=row.author_id == user.pk,
        removable=removable,
        corrects=corrects,
        corrections=list(corrections),
    )


def _day(row: InvestigationNote) -> str:
    return date_format(row.noted_on, "j F Y")
