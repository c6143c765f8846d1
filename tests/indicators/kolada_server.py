"""A small Kolada on this machine: version 3 of its API by the documented shapes, and its faults."""

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

MOST_IDS = 25


@dataclass
class Fault:
    """Instead of an answer."""

    status: int = 503
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b'{"detail": "fel"}'
    slow: bool = False


def kpi(code: str, title: str = "Ej återaktualiserade ungdomar, andel (%)", **more: Any) -> Any:
    return {
        "id": code,
        "title": title,
        "description": "Så räknas det.",
        "definition": None,
        "auspice": "E",
        "operating_area": "Barn och unga",
        "perspective": "Kvalitet",
        "municipality_type": "K",
        "is_divided_by_gender": True,
        "has_ou_data": False,
        "publication_date": "2024-06-14",
        "prel_publication_date": None,
        "publ_period": "2023",
        **more,
    }


MUNICIPALITIES = [
    {"id": "0000", "title": "Riket", "type": "L"},
    {"id": "0001", "title": "Region Stockholm", "type": "L"},
    {"id": "0126", "title": "Huddinge", "type": "K"},
    {"id": "0180", "title": "Stockholm", "type": "K"},
]
UNITS = [{"id": "V15E012600101", "municipality": "0126", "title": "Grinden"}]
Key = tuple[str, str, int, str]


@dataclass
class FakeKolada:
    url: str = ""
    kpis: list[Any] = field(default_factory=lambda: [kpi("U33400")])
    # (key figure, area, year, gender) to {"value", "status", "isdeleted"}
    values: dict[Key, dict[str, Any]] = field(default_factory=dict)
    per_page: int = 5000
    asked: list[str] = field(default_factory=list)
    # Consulted before each answer
    fault: Callable[[str], Fault | None] = lambda path: None
    next_url: Callable[[str], str] = lambda url: url
    closing: Event = field(default_factory=Event)

    def put(self, code: str, area: str, year: int, value: float | None, **more: Any) -> None:
        gender = more.pop("gender", "T")
        told = {"count": 1, "status": "", "value": value, "isdeleted": False, **more}
        self.values[code, area, year, gender] = told

    def fail_first(self, times: int, fault: Fault | None = None) -> None:
        left = [fault or Fault()] * times
        self.fault = lambda path: left.pop() if left else None

    def asked_for(self, start: str) -> list[str]:
        return [path for path in self.asked if path.startswith(f"/v3/{start}")]

    def answer(self, path: str, query: dict[str, list[str]]) -> list[Any] | None:
        kind, *parts = path.removeprefix("/v3/").split("/")
        tables = {"kpi": self.kpis, "municipality": MUNICIPALITIES, "ou": UNITS}
        if kind in tables:
            return self._described(tables[kind], parts, query)
        named = dict(zip(parts[::2], (part.split(",") for part in parts[1::2]), strict=True))
        if kind not in ("data", "oudata") or any(len(ids) > MOST_IDS for ids in named.values()):
            return None
        return list(self._rows("ou" if kind == "oudata" else "municipality", named))

    def _described(
        self, rows: list[Any], parts: list[str], query: dict[str, list[str]]
    ) -> list[Any]:
        ids, words = (parts[0].split(",") if parts else None), query.get("title", [""])[0]
        return [
            row
            for row in rows
            if (ids is None or row["id"] in ids) and words.lower() in row["title"].lower()
        ]

    def _rows(self, place: str, named: dict[str, list[str]]) -> Iterator[Any]:
        found: dict[tuple[str, str, int], list[Any]] = {}
        for (code, area, year, gender), told in self.values.items():
            wanted = code in named["kpi"] and str(year) in named["year"]
            is_unit = area.startswith("V")
            right_kind = is_unit == (place == "ou")
            if wanted and right_kind and area in named.get(place, [area]):
                found.setdefault((code, area, year), []).append({"gender": gender, **told})
        for (code, area, year), values in found.items():
            yield {"kpi": code, place: area, "period": year, "values": values}


class Handler(BaseHTTPRequestHandler):
    server: "Server"

    def log_message(self, *args: Any) -> None:
        pass

    def do_GET(self) -> None:
        kolada, parts = self.server.kolada, urlsplit(self.path)
        kolada.asked.append(unquote(self.path))
        fault = kolada.fault(self.path)
        if fault:
            if fault.slow:
                kolada.closing.wait(5)
            return self._send(fault.status, fault.body, fault.headers)
        query = parse_qs(parts.query)
        rows = kolada.answer(unquote(parts.path), query)
        if rows is None:
            return self._send(400, b'{"detail": "Bad Request"}')
        return self._send(200, json.dumps(self._page(rows, parts.path, query)).encode())

    def _page(self, rows: list[Any], path: str, query: dict[str, list[str]]) -> dict[str, Any]:
        kolada, page = self.server.kolada, int(query.get("page", ["1"])[0])
        most = min(kolada.per_page, int(query["per_page"][0]))
        shown = rows[(page - 1) * most : page * most]
        host = self.headers["Host"]
        url = f"http://{host}{path}?per_page={most}&page={page + 1}"
        more = page * most < len(rows)
        return {
            "values": shown,
            "count": len(shown),
            "next_url": kolada.next_url(url) if more else None,
            "previous_url": None,
        }

    def _send(self, status: int, body: bytes, headers: dict[str, str] | None = None) -> None:
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        for name, value in (headers or {}).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)


class Server(ThreadingHTTPServer):
    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that has gone away is what some tests are about."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)

    daemon_threads = True
    block_on_close = False
    kolada: FakeKolada


@contextmanager
def serving() -> Iterator[FakeKolada]:
    server = Server(("127.0.0.1", 0), Handler)
    server.kolada = kolada = FakeKolada(f"http://127.0.0.1:{server.server_port}/v3")
    Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
    try:
        yield kolada
    finally:
        kolada.closing.set()
        server.shutdown()
        server.server_close()
