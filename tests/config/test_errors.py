import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import path

from organisation.models import User


def broken(request: HttpRequest) -> HttpResponse:
    raise ZeroDivisionError


urlpatterns = [path("trasig/", broken)]
handler500 = "config.errors.server_error"


@pytest.mark.urls(__name__)
def test_a_failure_of_ours_shows_its_number_and_nothing_else(client: Client, db: None) -> None:
    client.raise_request_exception = False
    client.force_login(User.objects.create_user("eva"))
    response = client.get("/trasig/")
    page = response.content.decode()
    assert response.status_code == 500
    assert f"Felets nummer: {response['X-Request-ID']}" in page
    assert "ZeroDivisionError" not in page


def test_a_foreign_host_name_is_refused(client: Client) -> None:
    assert client.get("/livez", headers={"Host": "evil.example"}).status_code == 400
