"""The register card of a case for the board's registrator: what a diary must hold, no content.

OSL 5 kap. 2 §: when a document came in, its diary number, from whom, and in short what it is about;
sender and subject are left out or made neutral where secrecy asks for it.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import reduce
from operator import or_
from typing import Any, NamedTuple

from django.core.paginator import Page, Paginator
from django.db.models import Q
from django.http import QueryDict
from django.urls import reverse
from django.utils import timezone

from deviations.forms.diary import CardFilterForm
from deviations.models import Deviation, Kind, Status
from deviations.models.choices import COMPLAINT_KINDS
from deviations.places import Places
from lib.listing import address
from organisation.models import User

PAGE_SIZE = 50
YEARS_BACK = 30


@dataclass(frozen=True)
class SecrecyMark:
    """A mark warns; whether something is secret is tried each time somebody asks for it."""

    text: str
    source: str


# Secret unless it is clear that the person, or somebody close, suffers no harm by disclosure.
SECRECY = SecrecyMark(
    text="Sekretess enligt 26 kap. 1 § OSL",
    source="Offentlighets- och sekretesslagen (2009:400), märkning enligt 5 kap. 5 §",
)

TITLES: Mapping[str, str] = {
    Kind.LEX_SARAH: "Rapport enligt lex Sarah",
    Kind.INTERNAL: "Rapport om avvikelse",
    Kind.COMPLAINT: "Klagomål",
    Kind.VIEWPOINT: "Synpunkt",
    Kind.PROVIDER: "Avvikelse hos utförare",
    Kind.EXTERNAL: "Avvikelse hos annan verksamhet",
}
# Where no employee's unit is known.
SENDERS: Mapping[str, str] = {Kind.PROVIDER: "Utförare"}
CLOSED = {Status.CLOSED: "Avslutat", Status.ANNULLED: "Annullerat"}
TONES = {Status.CLOSED: "done", Status.ANNULLED: "muted"}


class Found(NamedTuple):
    """The columns of a card (DeviationQuerySet.for_registrar), in their order."""

    pk: int
    number: str
    diary_number: str
    received_on: date
    kind: str
    unit_id: int
    reporting_unit_id: int | None
    status: str
    ended_on: date | None
    restricted: bool
    version: int
    is_public: bool | None


@dataclass(frozen=True)
class Card:
    number: str
    diary_number: str
    received_on: date
    sender: str
    title: str
    state: str
    tone: str
    ended_on: date | None
    version: int
    secrecy: SecrecyMark = SECRECY

    @property
    def url(self) -> str:
        return reverse("diary:card", args=[self.number])


def card(found: Found, places: Places) -> Card:
    return Card(
        number=found.number,
        diary_number=found.diary_number,
        received_on=found.received_on,
        sender=_sender(found, places),
        title=f"{TITLES[found.kind]}, {places.name(found.unit_id)}",
        state=CLOSED.get(Status(found.status), "Öppet"),
        tone=TONES.get(Status(found.status), "active"),
        ended_on=found.ended_on,
        version=found.version,
    )


def _sender(found: Found, places: Places) -> str:
    """A unit, or what kind of sender; the name of a private person stands in no diary."""
    if found.kind in COMPLAINT_KINDS:
        return "Allmänheten" if found.is_public else "Enskild person"
    if found.reporting_unit_id:
        return places.name(found.reporting_unit_id)
    return SENDERS.get(found.kind, "Medarbetare")


def found_card(user: User, number: str) -> Found | None:
    row = Deviation.objects.for_registrar(user).filter(number=number).first()
    return Found._make(row) if row else None


def others_with(user: User, found: Found, diary_number: str) -> list[str]:
    """The numbers of cases that have the same diary number already."""
    cards = Deviation.objects.for_registrar(user).exclude(pk=found.pk)
    same = cards.filter(diary_number=diary_number).order_by("pk")
    return [Found._make(row).number for row in same[:3]] if diary_number else []


class CardListing:
    """The cards this person keeps, narrowed as the address says, the newest first."""

    def __init__(self, user: User, query: QueryDict) -> None:
        self.query = query
        self.places = Places.load()
        this_year = timezone.localdate().year
        years = [(year, str(year)) for year in range(this_year, this_year - YEARS_BACK, -1)]
        self.form = CardFilterForm(query, year=years)
        self.form.is_valid()
        self.wanted = self.form.cleaned_data
        cards = Deviation.objects.for_registrar(user).filter(*self._conditions())
        self.found = cards.order_by("-received_on", "-pk")

    def _conditions(self) -> Iterator[Q]:
        wanted = self.wanted
        if wanted.get("q"):
            # Of the card alone: a search in the texts would tell what they say.
            fields = ("number", "diary_number")
            yield reduce(or_, (Q(**{f"{field}__istartswith": wanted["q"]}) for field in fields))
        if wanted.get("kind"):
            yield Q(kind=wanted["kind"])
        if year := wanted.get("year"):
            yield Q(received_on__range=(date(year, 1, 1), date(year, 12, 31)))
        if wanted.get("undiaried"):
            yield Q(diary_number="")

    @property
    def filtered(self) -> bool:
        return any(self.wanted.values())

    def page(self) -> "Page[Any]":
        return Paginator(self.found, PAGE_SIZE).get_page(self.query.get("sida"))

    def everything(self) -> list[Found]:
        return [Found._make(row) for row in self.found.iterator(chunk_size=2000)]

    def cards(self, found: Iterable[Found]) -> list[Card]:
        return [card(one, self.places) for one in found]

    def address(self) -> str:
        return address(self.query)
