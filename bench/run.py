"""make bench: every speed claim, each measured against a peer or a floor in the same run.

Writes bench/results.json and prints a table. Each bench is a process with a data folder of its
own; PostgreSQL, where it answers, gets a database that is dropped afterwards. Exit status 1 when
a claim does not hold.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import psycopg2

ROOT = Path(__file__).resolve().parent.parent
RESULTS = ROOT / "bench" / "results.json"
SERVER = os.environ.get("DATABASE_URL") or "postgres://postgres@127.0.0.1:5432/postgres"
Rows = list[dict[str, Any]]


def main() -> None:
    rows = [*run("report"), *run("large_report"), *run("queries")]
    with own_database() as url:
        rows += run("many_reports", url) if url else []
    for name in ("lists", "series", "chain", "imports"):
        rows += run(name)
        with own_database() as url:
            rows += run(name, url) if url else []
    RESULTS.write_text(json.dumps(rows, indent=2, ensure_ascii=False) + "\n")
    print_table(rows)
    if any(row["holds"] is False for row in rows):
        sys.exit("Not every claim holds.")


def run(name: str, database: str = "") -> Rows:
    started = time.perf_counter()
    with tempfile.TemporaryDirectory(prefix="kvalitet-bench-") as folder:
        environment = {
            key: value for key, value in os.environ.items() if key not in ("MODE", "DEBUG")
        } | {
            "DJANGO_SETTINGS_MODULE": "bench.settings",
            "DATA_DIR": folder,
            "DATABASE_URL": database,
            "DEMO": "1",
            "LOG_LEVEL": "ERROR",
        }
        finished = subprocess.run(
            [sys.executable, "-m", f"bench.{name}"],
            cwd=ROOT,
            env=environment,
            stdout=subprocess.PIPE,
            check=True,
            text=True,
        )
    print(f"{name}: {time.perf_counter() - started:.0f} s", file=sys.stderr)
    rows: Rows = json.loads(finished.stdout.splitlines()[-1])
    return rows


@contextmanager
def own_database() -> Iterator[str]:
    """The address of a database of our own; empty, and said aloud, where no server answers."""
    name = f"kvalitet_bench_{os.getpid()}"
    try:
        server = psycopg2.connect(urlsplit(SERVER)._replace(path="/postgres").geturl())
    except psycopg2.OperationalError as error:
        print(f"!!! NOT MEASURED ON POSTGRESQL: {str(error).strip()}", file=sys.stderr)
        yield ""
        return
    server.autocommit = True
    cursor = server.cursor()
    cursor.execute(f"CREATE DATABASE {name}")
    try:
        yield urlsplit(SERVER)._replace(path=f"/{name}").geturl()
    finally:
        cursor.execute(f"DROP DATABASE {name} WITH (FORCE)")
        server.close()


def print_table(rows: Rows) -> None:
    print(f"\n{'':70}{'ours':>9}{'peer':>9}  {'unit':8}{'ratio':>6}{'claim':>6}")
    for row in rows:
        verdict = {True: "holds", False: "DOES NOT HOLD", None: ""}[row["holds"]]
        figures = (shown(row[key]) for key in ("ours", "peer_or_floor", "ratio", "claim"))
        ours, peer, ratio, claim = figures
        name = row["name"][:69]
        line = f"{name:70}{ours:>9}{peer:>9}  {row['unit']:8}{ratio:>6}{claim:>6} {verdict}"
        print(line)


def shown(number: float | None) -> str:
    return "" if number is None else f"{number:.4g}"


if __name__ == "__main__":
    main()
