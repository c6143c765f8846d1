"""Invented people. Nine of them are the logins of the demonstration; all share its password."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.contrib.auth.hashers import make_password

from organisation.models import Membership, Role, Unit, User

HIRED = date(2019, 1, 1)


@dataclass(frozen=True)
class Person:
    username: str
    first_name: str
    last_name: str
    title: str
    role: Role
    unit: str
    valid_from: date = HIRED
    valid_to: date | None = None


LOGINS = (
    Person("mona", "Mona", "Ekedal", "socialsekreterare", Role.STAFF, "barnenheten"),
    Person("eva", "Eva", "Lindsjö", "enhetschef", Role.MANAGER, "barnenheten"),
    Person("karin", "Karin", "Åbrink", "kvalitetssamordnare", Role.COORDINATOR, "ifo"),
    Person("sara", "Sara", "Holmdal", "lex Sarah-ansvarig", Role.LEX_SARAH, "ifo"),
    Person("ulla", "Ulla", "Sjöhed", "utredare", Role.INVESTIGATOR, "ifo"),
    Person("dag", "Dag", "Furuvik", "verksamhetschef", Role.DECIDER, "ifo"),
    Person("nils", "Nils", "Granehag", "nämndsekreterare", Role.SECRETARY, "socialnamnden"),
    Person("rut", "Rut", "Almfors", "förtroendevald revisor", Role.AUDITOR, "bjorklunda"),
    Person("admin", "Adam", "Minkvist", "systemförvaltare", Role.ADMIN, "bjorklunda"),
)

INVESTIGATORS = (
    Person("ivar", "Ivar", "Tornhed", "utredare", Role.INVESTIGATOR, "ifo"),
    Person("britt", "Britt", "Söderfall", "utredare", Role.INVESTIGATOR, "ifo"),
)

DIRECTOR = (Person("disa", "Disa", "Hjortlid", "socialdirektör", Role.DECIDER, "socialnamnden"),)

MANAGERS = (
    Person("gunnel", "Gunnel", "Västermo", "sektionschef", Role.MANAGER, "barn"),
    Person("henrik", "Henrik", "Lundhage", "sektionschef", Role.MANAGER, "vuxna"),
    Person(
        "lena",
        "Lena",
        "Brovik",
        "enhetschef",
        Role.MANAGER,
        "mottagningsteamet",
        valid_to=date(2021, 12, 31),
    ),
    Person("aino", "Aino", "Rantasalo", "enhetschef", Role.MANAGER, "barn-mottagning"),
    Person("farid", "Farid", "Nazarvand", "enhetschef", Role.MANAGER, "ungdomsenheten"),
    Person("marie", "Marie", "Stenlycke", "enhetschef", Role.MANAGER, "familjehemsenheten"),
    Person("olle", "Olle", "Kvarnholt", "enhetschef", Role.MANAGER, "familjeratten"),
    Person("johanna", "Johanna", "Edsmark", "enhetschef", Role.MANAGER, "barn-oppenvard"),
    Person("peter", "Peter", "Sandhed", "enhetschef", Role.MANAGER, "vuxen-mottagning"),
    Person("yvonne", "Yvonne", "Hällfors", "enhetschef", Role.MANAGER, "vuxen-utredning"),
    Person("samira", "Samira", "Kandari", "enhetschef", Role.MANAGER, "relationsvald"),
    Person("tommy", "Tommy", "Ängsvik", "enhetschef", Role.MANAGER, "beroendemottagningen"),
    Person("anki", "Anki", "Myrberga", "enhetschef", Role.MANAGER, "boendestod"),
    Person("dragan", "Dragan", "Petrovsjö", "enhetschef", Role.MANAGER, "socialpsykiatri"),
    Person("kerstin", "Kerstin", "Jourlund", "enhetschef", Role.MANAGER, "socialjouren"),
)

STAFF = (
    Person("alma", "Alma", "Ringdal", "socialsekreterare", Role.STAFF, "barn-mottagning"),
    Person("leo", "Leo", "Backhage", "socialsekreterare", Role.STAFF, "barnenheten"),
    Person("nadja", "Nadja", "Vinterby", "socialsekreterare", Role.STAFF, "ungdomsenheten"),
    Person("stina", "Stina", "Ormhult", "familjehemssekreterare", Role.STAFF, "familjehemsenheten"),
    Person("jonas", "Jonas", "Lärkbo", "familjerättssekreterare", Role.STAFF, "familjeratten"),
    Person("elin", "Elin", "Tuvhag", "familjebehandlare", Role.STAFF, "barn-oppenvard"),
    Person("roger", "Roger", "Klippvik", "socialsekreterare", Role.STAFF, "vuxen-mottagning"),
    Person("hanna", "Hanna", "Flodmark", "biståndshandläggare", Role.STAFF, "vuxen-utredning"),
    Person("zara", "Zara", "Mohsenlid", "behandlare", Role.STAFF, "relationsvald"),
    Person("kjell", "Kjell", "Nordhag", "alkoholterapeut", Role.STAFF, "beroendemottagningen"),
    Person("petra", "Petra", "Solvalla", "boendestödjare", Role.STAFF, "boendestod"),
    Person("amir", "Amir", "Daneshvik", "aktivitetsledare", Role.STAFF, "socialpsykiatri"),
    Person("berit", "Berit", "Nattsjö", "socialsekreterare", Role.STAFF, "socialjouren"),
    Person(
        "vera",
        "Vera",
        "Holmvass",
        "vikarierande enhetschef",
        Role.MANAGER,
        "boendestod",
        date(2026, 6, 15),
        date(2026, 8, 31),
    ),
)

EVERYBODY = (*LOGINS, *DIRECTOR, *INVESTIGATORS, *MANAGERS, *STAFF)


def load_people(units: Mapping[str, Unit]) -> dict[str, User]:
    return add_people(EVERYBODY, units)


def add_people(persons: Sequence[Person], units: Mapping[str, Unit]) -> dict[str, User]:
    """username → user. One hash for all: hashing forty times would take longer than the rest."""
    password = make_password(settings.DEMO_PASSWORD)
    made = User.objects.bulk_create(_user(person, password) for person in persons)
    people = {user.username: user for user in made}
    Membership.objects.bulk_create(
        Membership(
            user=people[person.username],
            role=person.role,
            unit=units[person.unit],
            valid_from=person.valid_from,
            valid_to=person.valid_to,
        )
        for person in persons
    )
    return people


def _user(person: Person, password: str) -> User:
    is_admin = person.role == Role.ADMIN
    return User(
        username=person.username,
        first_name=person.first_name,
        last_name=person.last_name,
        title=person.title,
        email=f"{person.username}@example.se",
        password=password,
        is_staff=is_admin,
        is_superuser=is_admin,
    )


def at_unit(slug: str, *roles: Role) -> list[str]:
    """Usernames with one of the roles at the unit itself."""
    return [
        person.username
        for person in EVERYBODY
        if person.unit == slug and person.role in roles and person.valid_from == HIRED
    ]
