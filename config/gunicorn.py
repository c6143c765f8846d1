"""gunicorn for both modes: threads, because a page waits for its database more than it computes."""

import os

from config.settings import LOGGING, PRODUCTION

bind = os.environ.get("BIND", f"127.0.0.1:{os.environ.get('PORT', '8000')}")
worker_class = "gthread"
workers = int(os.environ.get("WEB_WORKERS", "2"))
threads = int(os.environ.get("WEB_THREADS", "4"))
preload_app = True  # read the code once, then fork
timeout = 30
graceful_timeout = 20
max_requests = 5000
max_requests_jitter = 500
control_socket_disable = True
# Named here so that gunicorn's own handlers give way to ours.
logconfig_dict = LOGGING | {
    "loggers": LOGGING["loggers"]
    | {"gunicorn.error": {"level": "INFO" if PRODUCTION else "WARNING", "propagate": True}}
}
