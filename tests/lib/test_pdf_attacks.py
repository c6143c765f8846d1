"""A hostile document reaches neither the network nor the disk."""

import re
import threading
import zlib
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import quote

import pytest

from lib.pdf import PdfBlockedAddress, PdfError, engine, render

SECRET = "hemligt-kanariefågel-7731"


class Canary(ThreadingHTTPServer):
    hits: int = 0


class _Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        assert isinstance(self.server, Canary)
        self.server.hits += 1
        self.send_response(200)
        self.end_headers()
        self.wfile.write(SECRET.encode())

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture(scope="module")
def canary() -> Iterator[Canary]:
    server = Canary(("127.0.0.1", 0), _Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()


@pytest.fixture(scope="module")
def secret_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("disk") / "secret.txt"
    path.write_text(SECRET)
    return path


def svg(inner: str) -> str:
    drawing = (
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
        f'width="20" height="20">{inner}</svg>'
    )
    return f'<img alt="x" src="data:image/svg+xml,{quote(drawing)}">'


VECTORS = {
    "picture": '<img alt="x" src="{url}">',
    "relative picture": '<base href="{url}/"><img alt="x" src="a.png">',
    "stylesheet": '<link rel="stylesheet" href="{url}">',
    "import": '<style>@import url("{url}");</style>',
    "import inside data": '<link rel="stylesheet" href="data:text/css,@import%20url({url})">',
    "background": '<p style="background-image: url({url})">a</p>',
    "content": '<style>p::before {{ content: url("{url}") }}</style><p>a</p>',
    "list marker": '<ul style="list-style-image: url({url})"><li>a</ul>',
    "border": '<p style="border: 1px solid; border-image: url({url}) 3">a</p>',
    "font": '<style>@font-face {{ font-family: x; src: url("{url}") }} p {{ font-family: x }}'
    "</style><p>a</p>",
    "colour profile": '<style>@color-profile --x {{ src: url("{url}") }}</style><p>a</p>',
    "object": '<object data="{url}" aria-label="x"></object>',
    "embed": '<embed src="{url}" alt="x">',
    "frame": '<iframe src="{url}"></iframe>',
    "attachment link": '<link rel="attachment" href="{url}" title="a">',
    "attachment anchor": '<p><a rel="attachment" href="{url}">a</a></p>',
    "drawing in text": '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><title>x'
    '</title><image href="{url}" width="9" height="9"/></svg>',
    "drawing's picture": svg('<image href="{url}" xlink:href="{url}" width="9" height="9"/>'),
    "drawing's use": svg('<use href="{url}#a"/>'),
    "drawing's style": svg('<style>@import url("{url}");</style><rect width="9" height="9"/>'),
    "drawing's entity": svg("<text>a</text>").replace(
        quote("<svg"), quote('<!DOCTYPE svg [<!ENTITY x SYSTEM "{url}">]><svg'), 1
    ),
}
CASES = [(name, scheme) for name in VECTORS for scheme in ("http", "file")]


def attack(name: str, address: str) -> str:
    body = VECTORS[name]
    quoted = body.replace(quote("{url}"), quote(address))
    return f'<html lang="sv"><title>x</title>{quoted.replace("{url}", address)}'.replace(
        "{{", "{"
    ).replace("}}", "}")


def everything_in(content: bytes) -> bytes:
    """The file with all its compressed streams unpacked beside it."""
    streams = re.findall(rb"stream\r?\n(.*?)\r?\nendstream", content, re.DOTALL)
    return content + b"".join(_unpacked(stream) for stream in streams)


def _unpacked(stream: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(stream)
    except zlib.error:
        return b""


@pytest.mark.parametrize(("name", "scheme"), CASES)
def test_nothing_is_fetched_and_nothing_leaks(
    name: str, scheme: str, canary: Canary, secret_file: Path
) -> None:
    canary.hits = 0
    http = f"http://127.0.0.1:{canary.server_port}/x"
    html = attack(name, http if scheme == "http" else secret_file.as_uri())

    try:
        content = engine.make(html, [], lambda stage: None).content
    except PdfError:
        content = b""

    assert canary.hits == 0
    assert SECRET.encode() not in everything_in(content)


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1:9/a.png",
        "file:///etc/passwd",
        "asset:../../../etc/passwd",
        "asset:settings.py",
        "ftp://127.0.0.1/a",
        "data:text/html,a",
        "data:image/png;base64," + "A" * 2_000_001,
    ],
)
def test_a_forbidden_address_stops_the_document(address: str) -> None:
    with pytest.raises(PdfBlockedAddress):
        engine.make(
            f'<html lang="sv"><title>x</title><img alt="x" src="{address}">', [], lambda _: None
        )


def test_the_person_is_told_which_address_was_refused() -> None:
    with pytest.raises(PdfBlockedAddress) as refusal:
        render('<html lang="sv"><title>x</title><img alt="x" src="http://127.0.0.1:9/a.png">')

    assert "http://127.0.0.1:9/a.png" in str(refusal.value)
