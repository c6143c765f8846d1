"""For the containers: "web" asks /readyz, "heartbeat" looks at when a task last finished."""

import os
import sys
import time
import urllib.request
from pathlib import Path

PORT = os.environ.get("BIND", "127.0.0.1:8000").rpartition(":")[2]
HOST = os.environ.get("ALLOWED_HOSTS", "localhost").split(",")[0]
HEARTBEAT = Path(os.environ.get("DATA_DIR", "data")) / "worker-heartbeat"


def web() -> None:
    request = urllib.request.Request(f"http://127.0.0.1:{PORT}/readyz", headers={"Host": HOST})
    urllib.request.urlopen(request, timeout=8)  # noqa: S310 -- loopback; raises unless 2xx


def heartbeat() -> None:
    if time.time() - HEARTBEAT.stat().st_mtime > 90:
        sys.exit("No task has finished for 90 seconds.")


if __name__ == "__main__":
    {"web": web, "heartbeat": heartbeat}[sys.argv[1]]()
