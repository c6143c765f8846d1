"""The frame shows a person the ways that are open to the role, and nothing else."""

import re
from collections.abc import Callable

import pytest
from django.http import HttpRequest
from django.test import Client, RequestFactory
from django.urls import resolve
from pytest_django import Settings

from organisation.models import Role, Unit, UnitClosure, User
from start.context import Frame, page_frame
from tests.factories.organisation import give_role, make_unit, make_user
from tests.people import People

FrameFor = Callable[..., Frame]
TOKEN = re.compile(r'(?:csrfmiddlewaretoken" value=|X-CSRFToken": )"(\w+)"')


@pytest.fixture
def frame_for(rf: RequestFactory) -> FrameFor:
    def build(user: User, path: str = "/") -> Frame:
        request: HttpRequest = rf.get(path)
        request.user = user
        request.resolver_match = resolve(path)
        frame: Frame = page_frame(request)["frame"]
        return frame

    return build


def titles(frame: Frame) -> list[str]:
    return [item.title for item in frame.items]


def current(frame: Frame) -> list[tuple[str, str]]:
    return [(item.title, item.current) for item in frame.items if item.current]


def test_a_manager_reaches_every_register_and_the_reports(frame_for: FrameFor, eva: User) -> None:
    assert titles(frame_for(eva)) == [
        "Översikt",
        "Avvikelser",
        "Mina rapporter",
        "Åtgärder",
        "Risker",
        "Egenkontroller",
        "Indikatorer",
        "Granskningar",
        "Utförare",
        "Rapporter",
        "Import",
    ]


def test_staff_see_only_their_own_reports(frame_for: FrameFor, mona: User) -> None:
    assert titles(frame_for(mona)) == ["Översikt", "Mina rapporter"]


def test_an_auditor_sees_reports_and_cannot_report(frame_for: FrameFor, rut: User) -> None:
    frame = frame_for(rut)
    assert (titles(frame), frame.report_url) == (["Översikt", "Rapporter"], "")


def test_only_the_administrator_sees_the_settings(frame_for: FrameFor, people: People) -> None:
    having = [
        person.username
        for person in (people.mona, people.eva, people.karin, people.nils, people.admin)
        if "Inställningar" in titles(frame_for(person))
    ]
    assert having == ["admin"]


def test_a_person_without_a_role_still_reaches_the_overview(frame_for: FrameFor, db: None) -> None:
    assert titles(frame_for(User.objects.create_user("vikarie"))) == ["Översikt"]


def test_the_current_page_is_marked(frame_for: FrameFor, eva: User) -> None:
    assert current(frame_for(eva, "/avvikelser/")) == [("Avvikelser", "page")]


def test_reporting_marks_the_button_and_no_register(frame_for: FrameFor, eva: User) -> None:
    url = frame_for(eva).report_url
    frame = frame_for(eva, url)
    assert (current(frame), frame.reporting) == ([], True)


def test_the_municipality_gives_its_name(client: Client, eva: User) -> None:
    client.force_login(eva)
    assert "Lindby kommun" in client.get("/").content.decode()


def test_who_works_in_another_municipality_sees_its_name(client: Client, eva: User) -> None:
    other = make_unit("Granby kommun", "granby", level=Unit.Level.MUNICIPALITY)
    UnitClosure.rebuild()
    nora = make_user("nora", "Nora Gran")
    give_role(nora, Role.COORDINATOR, other)
    client.force_login(nora)
    html = client.get("/").content.decode()
    assert "Granby kommun" in html
    assert "Lindby kommun" not in html


def test_the_title_stands_under_the_name(frame_for: FrameFor, eva: User) -> None:
    frame = frame_for(eva)
    assert (frame.person, frame.role) == ("Eva Lind", "enhetschef")


def test_without_a_title_the_role_stands_there(frame_for: FrameFor, eva: User) -> None:
    eva.title = ""
    assert frame_for(eva).role == "Enhetschef"


def test_the_demo_tells_its_logins_at_the_door(
    client: Client, db: None, settings: Settings
) -> None:
    settings.DEMO, settings.DEMO_PASSWORD = True, "hemligt-demo"
    page = client.get("/logga-in/").content.decode()
    assert "hemligt-demo" in page
    assert "Nämndsekreterare" in page


def test_outside_the_demo_the_door_tells_nothing(client: Client, db: None) -> None:
    page = client.get("/logga-in/").content.decode()
    assert "<td>Nämndsekreterare</td>" not in page


def test_signing_out_needs_no_javascript(client: Client, eva: User) -> None:
    client.force_login(eva)
    assert '<form method="post" action="/logga-ut/">' in client.get("/").content.decode()


def test_the_head_is_each_persons_own(client: Client, eva: User, mona: User) -> None:
    """It is drawn once for what it shows; the token is the page's own."""
    seen: list[str] = []
    for person in (eva, mona, eva):
        client.force_login(person)
        page = client.get("/").content.decode()
        tokens = set(TOKEN.findall(page))
        assert str(person) in page and len(tokens) == 1
        seen += tokens
    assert len(set(seen)) == 3
    assert "Mona" not in page


def test_a_new_name_and_a_new_title_are_seen_at_once(client: Client, eva: User) -> None:
    client.force_login(eva)
    assert "enhetschef" in client.get("/").content.decode()
    eva.title = "biträdande <chef>"
    eva.save()
    Unit.objects.filter(level=Unit.Level.MUNICIPALITY).update(name="Nya kommunen")
    page = client.get("/").content.decode()
    assert "biträdande &lt;chef&gt;" in page
    assert page.count("Nya kommunen") == 2
