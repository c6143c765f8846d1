import logging

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory
from pytest_django import Settings

from config.middleware import ClientAddressMiddleware, SecurityHeadersMiddleware


def answer(request: HttpRequest) -> HttpResponse:
    return HttpResponse(request.META["REMOTE_ADDR"])


def test_every_answer_carries_a_request_id(client: Client) -> None:
    assert len(client.get("/livez")["X-Request-ID"]) == 32


def test_the_proxys_request_id_is_kept(client: Client) -> None:
    response = client.get("/livez", headers={"X-Request-ID": "from-the-proxy-1"})
    assert response["X-Request-ID"] == "from-the-proxy-1"


@pytest.mark.parametrize("forged", ["kort", "a b c d e f g h", "x" * 65, "åäöåäöåäö"])
def test_a_malformed_request_id_is_replaced(client: Client, forged: str) -> None:
    response = client.get("/livez", headers={"X-Request-ID": forged})
    assert response["X-Request-ID"] != forged


def test_the_access_log_leaves_out_what_was_searched_for(
    client: Client, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO, logger="access"):
        client.get("/livez?q=Anna+Andersson")
    assert [record.getMessage() for record in caplog.records] == ["GET /livez 200"]


@pytest.mark.parametrize("path", ["/livez", "/logga-in/", "/finns-inte/"])
def test_every_answer_is_closed_to_caches_frames_and_foreign_sources(
    client: Client, db: None, path: str
) -> None:
    response = client.get(path)
    assert response["Cache-Control"] == "no-store"
    assert response["Content-Security-Policy"].startswith("default-src 'none'; style-src 'self';")
    assert "frame-ancestors 'none'" in response["Content-Security-Policy"]
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Cross-Origin-Opener-Policy"] == "same-origin"
    assert "camera=()" in response["Permissions-Policy"]


def test_a_page_without_inline_script_allows_none(rf: RequestFactory) -> None:
    response = SecurityHeadersMiddleware(answer)(rf.get("/"))
    assert "script-src 'self';" in response["Content-Security-Policy"]


def test_a_printed_nonce_is_allowed_and_new_for_each_answer(rf: RequestFactory) -> None:
    middleware = SecurityHeadersMiddleware(
        lambda request: HttpResponse(str(request.csp_nonce))  # type: ignore[attr-defined]
    )
    first, second = middleware(rf.get("/")), middleware(rf.get("/"))
    nonce = first.content.decode()
    assert f"script-src 'self' 'nonce-{nonce}';" in first["Content-Security-Policy"]
    assert nonce != second.content.decode()


@pytest.mark.parametrize(
    ("proxies", "forwarded", "believed"),
    [
        (0, "10.1.1.1", "127.0.0.1"),
        (1, "6.6.6.6, 10.1.1.1", "10.1.1.1"),
        (2, "6.6.6.6, 10.1.1.1, 10.2.2.2", "10.1.1.1"),
        (2, "10.1.1.1", "127.0.0.1"),
        (1, "", "127.0.0.1"),
    ],
)
def test_only_our_own_proxies_are_believed_about_the_address(
    rf: RequestFactory, settings: Settings, proxies: int, forwarded: str, believed: str
) -> None:
    settings.PROXY_COUNT = proxies
    request = rf.get("/", headers={"X-Forwarded-For": forwarded})
    assert ClientAddressMiddleware(answer)(request).content.decode() == believed
