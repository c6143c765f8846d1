"""Björklunda kommun: an invented municipality with the shape of the published organisation."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from organisation.models import (
    Process,
    QualityArea,
    QualityAreaMapping,
    QualityAreaSet,
    Unit,
    UnitClosure,
)

ROOT = "bjorklunda"
FOUNDED = date(2015, 1, 1)
REORGANISED = date(2022, 1, 1)

Level, Operation = Unit.Level, Unit.Operation


@dataclass(frozen=True)
class Place:
    slug: str
    name: str
    level: str
    operation: str
    parent: str
    valid_from: date = FOUNDED
    valid_to: date | None = None
    successor: str = ""
    takes_viewpoints: bool = True


PLACES = (
    Place(ROOT, "Björklunda kommun", Level.MUNICIPALITY, Operation.STAFF, ""),
    Place("socialnamnden", "Socialnämnden", Level.BOARD, Operation.STAFF, ROOT),
    Place(
        "sof",
        "Social- och omsorgsförvaltningen",
        Level.ADMINISTRATION,
        Operation.STAFF,
        "socialnamnden",
    ),
    Place("ifo", "Individ- och familjeomsorgen", Level.SECTION, Operation.AUTHORITY, "sof"),
    Place("barn", "Barn- och ungdomssektionen", Level.SECTION, Operation.AUTHORITY, "ifo"),
    Place("vuxna", "Vuxensektionen", Level.SECTION, Operation.AUTHORITY, "ifo"),
    Place("socialjouren", "Socialjouren", Level.UNIT, Operation.AUTHORITY, "ifo"),
    Place(
        "mottagningsteamet",
        "Mottagningsteamet",
        Level.UNIT,
        Operation.AUTHORITY,
        "barn",
        valid_to=date(2021, 12, 31),
        successor="barn-mottagning",
    ),
    Place(
        "barn-mottagning",
        "Mottagningsenheten barn och unga",
        Level.UNIT,
        Operation.AUTHORITY,
        "barn",
        valid_from=REORGANISED,
    ),
    Place("barnenheten", "Barnenheten", Level.UNIT, Operation.AUTHORITY, "barn"),
    Place("ungdomsenheten", "Ungdomsenheten", Level.UNIT, Operation.AUTHORITY, "barn"),
    Place("familjehemsenheten", "Familjehemsenheten", Level.UNIT, Operation.AUTHORITY, "barn"),
    Place("familjeratten", "Familjerätten", Level.UNIT, Operation.AUTHORITY, "barn"),
    Place("barn-oppenvard", "Öppenvården barn och unga", Level.UNIT, Operation.OWN, "barn"),
    Place("oppenvard-barn", "Öppenvård 0–12 år", Level.GROUP, Operation.OWN, "barn-oppenvard"),
    Place("oppenvard-unga", "Öppenvård 13–20 år", Level.GROUP, Operation.OWN, "barn-oppenvard"),
    Place(
        "valdsenheten",
        "Enheten mot våld i nära relationer",
        Level.UNIT,
        Operation.OWN,
        "barn",
        valid_to=date(2021, 12, 31),
        successor="relationsvald",
    ),
    Place("vuxen-mottagning", "Mottagningsenheten vuxna", Level.UNIT, Operation.AUTHORITY, "vuxna"),
    Place("vuxen-utredning", "Utredningsenheten vuxna", Level.UNIT, Operation.AUTHORITY, "vuxna"),
    Place("relationsvald", "Relationsvåldsteamet", Level.UNIT, Operation.OWN, "vuxna"),
    Place("beroendemottagningen", "Beroendemottagningen", Level.UNIT, Operation.OWN, "vuxna"),
    Place("boendestod", "Boendestödet", Level.UNIT, Operation.OWN, "vuxna"),
    Place("socialpsykiatri", "Socialpsykiatrin", Level.UNIT, Operation.OWN, "vuxna"),
    Place(
        "tallkotten",
        "Tallkottens stödboende",
        Level.UNIT,
        Operation.PRIVATE,
        "ifo",
        takes_viewpoints=False,  # those who live there are protected
    ),
    Place("klarstrom", "Klarströms familjebehandling", Level.UNIT, Operation.PRIVATE, "ifo"),
)

# number, name, kind, target group
PROCESSES = (
    ("1.1", "Förebyggande och öppna insatser, barn och unga", "main", "Barn och unga 0–20 år"),
    ("1.2", "Förebyggande och öppna insatser, vuxna", "main", "Vuxna"),
    ("2.1", "Ta emot anmälan och göra förhandsbedömning", "main", "Barn och unga 0–20 år"),
    ("2.2", "Utreda barns behov av stöd eller skydd", "main", "Barn och unga 0–20 år"),
    ("2.3", "Utreda vuxnas behov av stöd", "main", "Vuxna från 20 år"),
    ("2.4", "Utreda familjerättsliga frågor", "main", "Barn och föräldrar"),
    ("3.1", "Ge öppenvård till barn och familjer", "main", "Barn och unga 0–20 år"),
    ("3.2", "Ge vård i familjehem och jourhem", "main", "Placerade barn"),
    ("3.3", "Ge stöd vid våld i nära relation", "main", "Vuxna och barn"),
    ("3.4", "Ge stöd och behandling vid beroende", "main", "Vuxna från 20 år"),
    ("3.5", "Ge boendestöd och sysselsättning", "main", "Personer med psykisk ohälsa från 18 år"),
    ("S.1", "Ta emot synpunkter och klagomål", "support", ""),
    ("S.2", "Hantera avvikelser och lex Sarah", "support", ""),
    ("S.3", "Följa upp privata utförare", "support", ""),
)

PROCESS_OF_UNIT = {
    "mottagningsteamet": "2.1",
    "barn-mottagning": "2.1",
    "socialjouren": "2.1",
    "barnenheten": "2.2",
    "ungdomsenheten": "2.2",
    "familjeratten": "2.4",
    "barn-oppenvard": "3.1",
    "familjehemsenheten": "3.2",
    "vuxen-mottagning": "2.3",
    "vuxen-utredning": "2.3",
    "relationsvald": "3.3",
    "beroendemottagningen": "3.4",
    "boendestod": "3.5",
    "socialpsykiatri": "3.5",
}

# The names of both sets are facts from published plans; the definitions are our own.
LOCAL_AREAS = (
    ("Kunskapsbaserad verksamhet", "Arbetet bygger på bästa tillgängliga kunskap och följs upp."),
    ("Hög delaktighet", "Den som berörs är med i planering, genomförande och uppföljning."),
    (
        "Hög säkerhet, trygghet och gott bemötande",
        "Risker förebyggs, och mötet präglas av respekt.",
    ),
    (
        "God tillgänglighet och insatser inom rimlig tid",
        "Det är lätt att nå fram, och stödet kommer medan det behövs.",
    ),
    ("Helhetssyn och samordning", "Hela livssituationen vägs in, och stödet hänger ihop."),
    (
        "Resurser används där de kommer målgruppen till störst nytta",
        "Tid och pengar läggs där de gör skillnad.",
    ),
)
NATIONAL_AREAS = (
    ("Kunskapsbaserad verksamhet", "Stödet bygger på det som är känt att fungera, och det prövas."),
    (
        "Självbestämmande och integritet",
        "Den som får stöd är med och bestämmer, och det privata respekteras.",
    ),
    ("Trygghet och säkerhet", "Stödet är förutsebart, och risker för skada förebyggs."),
    ("Tillgänglighet", "Det går att få kontakt, information och stöd när det behövs."),
    ("Helhetssyn och samordning", "Hela livssituationen vägs in, och insatserna hänger ihop."),
    ("Effektivitet", "Resurserna används så att de gör mest nytta för målgruppen."),
)


def load_units() -> dict[str, Unit]:
    """slug → unit. Level by level, since a child needs its parent's id; one closure at the end."""
    units: dict[str, Unit] = {}
    waiting = list(enumerate(PLACES))
    while waiting:
        ready = [(order, place) for order, place in waiting if _is_ready(place, units)]
        made = Unit.objects.bulk_create(_unit(place, units, order) for order, place in ready)
        units |= {unit.slug: unit for unit in made}
        waiting = [pair for pair in waiting if pair not in ready]
    UnitClosure.rebuild()
    return units


def _is_ready(place: Place, units: dict[str, Unit]) -> bool:
    return all(slug in units for slug in (place.parent, place.successor) if slug)


def _unit(place: Place, units: dict[str, Unit], order: int) -> Unit:
    return Unit(
        slug=place.slug,
        name=place.name,
        level=place.level,
        operation=place.operation,
        parent=units.get(place.parent),
        succeeded_by=units.get(place.successor),
        valid_from=place.valid_from,
        valid_to=place.valid_to,
        order=order,
        takes_viewpoints=place.takes_viewpoints,
    )


def load_processes(units: dict[str, Unit]) -> dict[str, Process]:
    """number → process"""
    made = Process.objects.bulk_create(
        Process(
            unit=units["ifo"],
            number=number,
            name=name,
            kind=kind,
            target_group=target_group,
            order=order,
        )
        for order, (number, name, kind, target_group) in enumerate(PROCESSES)
    )
    return {process.number: process for process in made}


def load_quality_areas(units: Mapping[str, Unit]) -> dict[str, QualityArea]:
    """name → area of the municipality's own set; the national one is for everybody"""
    local = QualityAreaSet.objects.create(
        unit=units[ROOT],
        name="Björklundas kvalitetsområden",
        source="Demokommunens ledningssystem",
    )
    national = QualityAreaSet.objects.create(
        name="God kvalitet i socialtjänsten", source="Socialstyrelsen och SKR"
    )
    own = _areas(local, LOCAL_AREAS)
    common = _areas(national, NATIONAL_AREAS)
    QualityAreaMapping.objects.bulk_create(
        QualityAreaMapping(from_area=one, to_area=other)
        for one, other in zip(own, common, strict=True)
    )
    return {area.name: area for area in own}


def _areas(area_set: QualityAreaSet, names: Iterable[tuple[str, str]]) -> list[QualityArea]:
    return QualityArea.objects.bulk_create(
        QualityArea(set=area_set, name=name, definition=definition, order=order)
        for order, (name, definition) in enumerate(names)
    )
