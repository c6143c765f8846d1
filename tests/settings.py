"""config.settings, quick and kept away from the developer's own data.

Each pytest-xdist worker has a data folder of its own; processes that a test starts inherit it.
"""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

for _name in ("MODE", "DEBUG", "DEMO", "DEMO_PASSWORD", "SECRET_KEY", "ALLOWED_HOSTS"):
    os.environ.pop(_name, None)

if "TEST_ROOT" not in os.environ:
    os.environ["TEST_ROOT"] = tempfile.mkdtemp(prefix="kvalitet-tests-")
    atexit.register(shutil.rmtree, os.environ["TEST_ROOT"], ignore_errors=True)
_worker = os.environ.get("PYTEST_XDIST_WORKER", "main")
os.environ["DATA_DIR"] = str(Path(os.environ["TEST_ROOT"]) / _worker)
# One Redis serves every test process; a doorbell must ring in its own house.
os.environ["CELERY_QUEUE"] = f"{Path(os.environ['TEST_ROOT']).name}-{_worker}"
# Playwright's synchronous API keeps an event loop in the thread of the test.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"

from config.settings import *  # noqa: E402, F403 -- after the environment is made
from config.settings import STATIC_ROOT, STORAGES  # noqa: E402

STATIC_ROOT.mkdir(exist_ok=True)

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
# No manifest, so no collectstatic before a page can be rendered.
STORAGES = STORAGES | {
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
}
# Tests ask nobody but the servers that they start.
KOLADA_URL, KOLADA_WEEKLY = "", False
