"""Exit 0 when both servers answer; otherwise say which does not, and why."""

import sys
from collections.abc import Callable
from urllib.parse import urlsplit

import psycopg2
import redis


def ask_database(url: str) -> None:
    """The server, not the named database: the tests create their own."""
    psycopg2.connect(urlsplit(url)._replace(path="/postgres").geturl(), connect_timeout=3).close()


def ask_broker(url: str) -> None:
    redis.Redis.from_url(url, socket_connect_timeout=3).ping()


def complaint(ask: Callable[[str], None], url: str) -> str:
    try:
        ask(url)
    except (psycopg2.Error, redis.RedisError, OSError) as error:
        parts = urlsplit(url)
        return f"{parts.hostname}:{parts.port}: {str(error).splitlines()[0]}"
    return ""


if __name__ == "__main__":
    database, broker = sys.argv[1:]
    complaints = [complaint(ask_database, database), complaint(ask_broker, broker)]
    if any(complaints):
        print("; ".join(filter(None, complaints)))  # noqa: T201 -- bin/test repeats it
        sys.exit(1)
