"""The people of the tests: their names say what they may do.

Mona works at the intake unit and Eva is its manager; Karin, Sara, Ulla and Dag work for the whole
ifo; Nils at the board; Rut and Admin at the municipality. Erik manages a unit none of the others
at ifo can reach.
"""

from dataclasses import dataclass

import pytest

from organisation.models import Role, Unit, User
from tests.factories.organisation import Organisation, give_role, make_organisation, make_user


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


def hire(username: str, name: str, title: str, role: Role, unit: Unit) -> User:
    is_admin = role == Role.ADMIN
    user = make_user(username, name, title, staff=is_admin, superuser=is_admin)
    give_role(user, role, unit)
    return user


@pytest.fixture
def mona(organisation: Organisation) -> User:
    return hire("mona", "Mona Berg", "socialsekreterare", Role.STAFF, organisation.intake)


@pytest.fixture
def eva(organisation: Organisation) -> User:
    return hire("eva", "Eva Lind", "enhetschef", Role.MANAGER, organisation.intake)


@pytest.fixture
def karin(organisation: Organisation) -> User:
    return hire("karin", "Karin Ek", "kvalitetssamordnare", Role.COORDINATOR, organisation.ifo)


@pytest.fixture
def sara(organisation: Organisation) -> User:
    return hire("sara", "Sara Alm", "lex Sarah-ansvarig", Role.LEX_SARAH, organisation.ifo)


@pytest.fixture
def ulla(organisation: Organisation) -> User:
    return hire("ulla", "Ulla Sten", "utredare", Role.INVESTIGATOR, organisation.ifo)


@pytest.fixture
def dag(organisation: Organisation) -> User:
    return hire("dag", "Dag Holm", "verksamhetschef", Role.DECIDER, organisation.ifo)


@pytest.fixture
def nils(organisation: Organisation) -> User:
    return hire("nils", "Nils Dahl", "nämndsekreterare", Role.SECRETARY, organisation.board)


@pytest.fixture
def rut(organisation: Organisation) -> User:
    return hire("rut", "Rut Hedin", "revisor", Role.AUDITOR, organisation.municipality)


@pytest.fixture
def admin(organisation: Organisation) -> User:
    return hire("admin", "Ada Min", "systemförvaltare", Role.ADMIN, organisation.municipality)


@pytest.fixture
def erik(organisation: Organisation) -> User:
    return hire("erik", "Erik Fors", "enhetschef", Role.MANAGER, organisation.home_care)


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
