"""The people of the tests: their names say what they may do.

Mona works at the intake unit and Eva is its manager; Karin, Sara, Ulla and Dag work for the whole
ifo; Nils at the board; Rut and Admin at the municipality. Erik manages a unit none of the others
at ifo can reach.
"""

from dataclasses import dataclass

import pytest

from organisation.models import Role, Unit, User
from tests.factories.organisation import Organisation, give_role, make_organisation, make_user

# username: name, title, role and where
POSTS: dict[str, tuple[str, str, Role, str]] = {
    "mona": ("Mona Berg", "socialsekreterare", Role.STAFF, "intake"),
    "eva": ("Eva Lind", "enhetschef", Role.MANAGER, "intake"),
    "karin": ("Karin Ek", "kvalitetssamordnare", Role.COORDINATOR, "ifo"),
    "sara": ("Sara Alm", "lex Sarah-ansvarig", Role.LEX_SARAH, "ifo"),
    "ulla": ("Ulla Sten", "utredare", Role.INVESTIGATOR, "ifo"),
    "dag": ("Dag Holm", "verksamhetschef", Role.DECIDER, "ifo"),
    "nils": ("Nils Dahl", "nämndsekreterare", Role.SECRETARY, "board"),
    "rut": ("Rut Hedin", "revisor", Role.AUDITOR, "municipality"),
    "admin": ("Ada Min", "systemförvaltare", Role.ADMIN, "municipality"),
    "erik": ("Erik Fors", "enhetschef", Role.MANAGER, "home_care"),
}


@dataclass(frozen=True)
class People:
    mona: User
    eva: User
    karin: User
    sara: User
    ulla: User
    dag: User
    nils: User
    rut: User
    admin: User
    erik: User


@pytest.fixture
def organisation(db: None) -> Organisation:
    return make_organisation()


def hire(username: str, organisation: Organisation) -> User:
    name, title, role, place = POSTS[username]
    is_admin = role == Role.ADMIN
    user = make_user(username, name, title, staff=is_admin, superuser=is_admin)
    unit: Unit = getattr(organisation, place)
    give_role(user, role, unit)
    return user


@pytest.fixture
def mona(organisation: Organisation) -> User:
    return hire("mona", organisation)


@pytest.fixture
def eva(organisation: Organisation) -> User:
    return hire("eva", organisation)


@pytest.fixture
def karin(organisation: Organisation) -> User:
    return hire("karin", organisation)


@pytest.fixture
def sara(organisation: Organisation) -> User:
    return hire("sara", organisation)


@pytest.fixture
def ulla(organisation: Organisation) -> User:
    return hire("ulla", organisation)


@pytest.fixture
def dag(organisation: Organisation) -> User:
    return hire("dag", organisation)


@pytest.fixture
def nils(organisation: Organisation) -> User:
    return hire("nils", organisation)


@pytest.fixture
def rut(organisation: Organisation) -> User:
    return hire("rut", organisation)


@pytest.fixture
def admin(organisation: Organisation) -> User:
    return hire("admin", organisation)


@pytest.fixture
def erik(organisation: Organisation) -> User:
    return hire("erik", organisation)


@pytest.fixture
def people(
    mona: User,
    eva: User,
    karin: User,
    sara: User,
    ulla: User,
    dag: User,
    nils: User,
    rut: User,
    admin: User,
    erik: User,
) -> People:
    return People(mona, eva, karin, sara, ulla, dag, nils, rut, admin, erik)
