"""The product's settings with its two lowest apps only: a worker starts in a second."""

from config.settings import *  # noqa: F403 -- the rest as in the product

INSTALLED_APPS = [
    "tests.faults.probe.ProbeConfig",
    "jobs",
    "audit",
    "django.contrib.auth",
    "django.contrib.contenttypes",
]
AUTH_USER_MODEL = "auth.User"
JOBS_LEASE_SECONDS = 2
SWEEP = {"task": "jobs.tasks.sweep", "schedule": 1.0, "options": {"expires": 1.0}}
CELERY_BEAT_SCHEDULE = {"sweep-jobs": SWEEP}
ROOT_URLCONF = __name__  # no pages here, and no templates of apps that are not there
urlpatterns: list[object] = []
TEMPLATES = []
