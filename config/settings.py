"""All settings, from the environment. Without any variable: the embedded mode on loopback.

Set MODE=production to run for real; then a missing secret, host, database or broker stops the
start with a sentence that names the variable.
"""

from importlib.resources import files
from pathlib import Path
from typing import Any

import django_stubs_ext
from celery.schedules import crontab
from django.core.exceptions import ImproperlyConfigured
from js_asset import static_lazy

from config.environment import (
    choice,
    embedded_secret,
    encryption_keys,
    env,
    new_encryption_key,
    required,
)

# Lets Django's own classes be subscripted, so that strict typing holds at run time too.
django_stubs_ext.monkeypatch()

BASE_DIR = Path(__file__).resolve().parent.parent
MODE = choice("MODE", ("embedded", "production"))
PRODUCTION = MODE == "production"
DATA_DIR = Path(env.str("DATA_DIR", default=str(BASE_DIR / "data"))).resolve()
DATA_DIR.mkdir(parents=True, exist_ok=True)

DEBUG = env.bool("DEBUG", default=False)
DEMO = env.bool("DEMO", default=False)
if PRODUCTION and (DEBUG or DEMO):
    raise ImproperlyConfigured("DEBUG and DEMO must be off when MODE=production.")
DEMO_PASSWORD = env.str("DEMO_PASSWORD", default="demo") if DEMO else ""

SECRET_KEY = required("SECRET_KEY") if PRODUCTION else embedded_secret(DATA_DIR / "secret_key")
AUDIT_HASH_KEY = required("AUDIT_HASH_KEY") if PRODUCTION else SECRET_KEY
# The identity of the person concerned in a case (deviations/identity.py).
IDENTITY_KEYS = encryption_keys(
    required("IDENTITY_KEYS")
    if PRODUCTION
    else env.str("IDENTITY_KEYS", default="")
    or embedded_secret(DATA_DIR / "identity_key", new_encryption_key)
)
ALLOWED_HOSTS = (
    required("ALLOWED_HOSTS").split(",") if PRODUCTION else ["localhost", "127.0.0.1", "[::1]"]
)
CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in ALLOWED_HOSTS] if PRODUCTION else []

INSTALLED_APPS = [
    "start",
    "demo",
    "qualityreport",
    "deviations",
    "indicators",
    "risks",
    "reviews",
    "measures",
    "imports",
    "organisation",
    "jobs",
    "audit",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_prose_editor",
    "django_htmx",
    "crispy_forms",
]

MIDDLEWARE = [
    "config.middleware.ClientAddressMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "config.middleware.RequestIdMiddleware",
    "config.middleware.SecurityHeadersMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "config.login.SignInMiddleware",
    "audit.middleware.AuditContextMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "start.context.page_frame",
            ],
            "libraries": {
                "lucide": "lib.icons",
                "tables": "lib.tables",
                "head": "start.head",
                "cases": "deviations.tags",
            },
        },
    }
]

# Databases: SQLite embedded, PostgreSQL in production (docs/decisions).
SQLITE_OPTIONS = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
}


def database() -> dict[str, Any]:
    url = required("DATABASE_URL") if PRODUCTION else env.str("DATABASE_URL", default="")
    config: dict[str, Any] = env.db_url_config(url or f"sqlite:///{DATA_DIR / 'kvalitet.sqlite3'}")
    if config["ENGINE"].endswith("sqlite3"):
        return config | {"OPTIONS": SQLITE_OPTIONS}
    return config | {
        "CONN_MAX_AGE": 600,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {"connect_timeout": 3},
    }


DATABASES = {"default": database()}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"},
    # Drawn charts, by the hash of their data: the same drawing is never made twice.
    "charts": {
        "BACKEND": "django.core.cache.backends.filebased.FileBasedCache",
        "LOCATION": DATA_DIR / "charts",
        "TIMEOUT": None,
        "OPTIONS": {"MAX_ENTRIES": 5000},
    },
    # Failed sign-ins (config/login.py), shared by the processes that share the data folder.
    "throttle": {
        "BACKEND": "django.core.cache.backends.filebased.FileBasedCache",
        "LOCATION": DATA_DIR / "throttle",
        "OPTIONS": {"MAX_ENTRIES": 10_000},
    },
}

# People
AUTH_USER_MODEL = "organisation.User"
LOGIN_URL = "login"
LOGIN_REDIRECT_URL = "start:overview"
LOGOUT_REDIRECT_URL = "login"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}", "OPTIONS": options}
    for name, options in (
        ("UserAttributeSimilarityValidator", {}),
        ("MinimumLengthValidator", {"min_length": 12}),
        ("CommonPasswordValidator", {}),
    )
]

# Swedish, in Stockholm
LANGUAGE_CODE = "sv"
TIME_ZONE = "Europe/Stockholm"
USE_I18N = True
USE_TZ = True
USE_THOUSAND_SEPARATOR = False

# Files
STATIC_URL = "/static/"
STATIC_ROOT = Path(env.str("STATIC_ROOT", default=str(DATA_DIR / "staticfiles")))
STATICFILES_DIRS = [
    BASE_DIR / "static",
    ("fonts/sans", str(files("fontpkg_source_sans_3") / "files")),
]
FILES_DIR = DATA_DIR / "files"
FILES_DIR.mkdir(exist_ok=True)
# Chips of our own in the editor of the report's texts; in a plain text area they are plain words.
CHIPS = dict.fromkeys(("LiveFigure", "Footnote", "OwnNumber"), "lib.richtext.nothing_more")
DJANGO_PROSE_EDITOR_EXTENSIONS = [
    {"js": [static_lazy("js/editor-nodes.js")], "extensions": CHIPS},
]

STORAGES = {
    # The one private file store: reports and attachments, never served by URL.
    "default": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": FILES_DIR, "base_url": None},
    },
    # Compression takes 20 s and saves nothing over loopback.
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
        if PRODUCTION
        else "django.contrib.staticfiles.storage.ManifestStaticFilesStorage"
    },
}
WHITENOISE_MIMETYPES = {".ttf": "font/ttf"}
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
# A file on its way in lies on the volume (/tmp may be memory), and never more of it than this:
# what a form is to take must be smaller.
UPLOAD_CAP = 32 * 1024 * 1024
FILE_UPLOAD_TEMP_DIR = DATA_DIR / "uploads"
FILE_UPLOAD_TEMP_DIR.mkdir(exist_ok=True)
FILE_UPLOAD_HANDLERS = [
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "lib.uploads.CappedUploadHandler",
]

# Cookies, headers
SESSION_COOKIE_NAME = "__Host-session" if PRODUCTION else "kvalitet_session"
CSRF_COOKIE_NAME = "__Host-csrf" if PRODUCTION else "kvalitet_csrf"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = PRODUCTION
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "config.login.csrf_failure"
SESSION_COOKIE_AGE = 10 * 60 * 60
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SECURE_SSL_REDIRECT = PRODUCTION and env.bool("SSL_REDIRECT", default=True)
SECURE_REDIRECT_EXEMPT = [r"^livez$", r"^readyz$"]
# Proxies of our own in front: so many addresses of X-Forwarded-For are to be believed.
PROXY_COUNT = env.int("PROXY_COUNT", default=1) if PRODUCTION else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if PRODUCTION else None
SECURE_HSTS_SECONDS = 31536000 if PRODUCTION else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = PRODUCTION
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

# Forms
FORM_RENDERER = "lib.widgets.Renderer"
CRISPY_ALLOWED_TEMPLATE_PACKS = ("kvalitet",)
CRISPY_TEMPLATE_PACK = "kvalitet"
CRISPY_FAIL_SILENTLY = False

# Celery: the doorbell. Correctness rests on the job rows (jobs/), never on these.
BROKER_FOLDER = DATA_DIR / "broker"


def broker() -> dict[str, Any]:
    url = required("CELERY_BROKER_URL") if PRODUCTION else env.str("CELERY_BROKER_URL", default="")
    if url:
        return {
            "url": url,
            "options": {
                "visibility_timeout": 3600,
                "socket_connect_timeout": 2,
                "socket_timeout": 5,
                "health_check_interval": 10,
            },
        }
    (BROKER_FOLDER / "control").mkdir(parents=True, exist_ok=True)
    folder = str(BROKER_FOLDER)
    options = {"data_folder_in": folder, "data_folder_out": folder}
    return {
        "url": "filesystem://localhost",
        "options": {**options, "control_folder": str(BROKER_FOLDER / "control")},
    }


CELERY_BROKER_URL = broker()["url"]
CELERY_BROKER_TRANSPORT_OPTIONS = broker()["options"]
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
# Two installations on one Redis keep apart by their queue's name.
CELERY_TASK_DEFAULT_QUEUE = env.str("CELERY_QUEUE", default="kvalitet")
CELERY_TASK_IGNORE_RESULT = True
# The lease brings back what a killed worker held. Late acknowledgement would add nothing, and
# with it Celery 5.7's worker ends when Redis goes away in mid-task (tests/faults).
CELERY_TASK_ACKS_LATE = False
CELERY_TASK_PUBLISH_RETRY_POLICY = {"max_retries": 1}
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_WORKER_MAX_TASKS_PER_CHILD = 50
CELERY_WORKER_CONCURRENCY = 2
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
CELERY_TIMEZONE = TIME_ZONE
CELERY_BEAT_SCHEDULE_FILENAME = str(DATA_DIR / "beat-schedule")
CELERY_BEAT_SCHEDULER = "config.beat.Scheduler"
CELERY_BEAT_SCHEDULE: dict[str, Any] = {
    # They expire, so that a worker that was away does not find a night's worth of them.
    "sweep-jobs": {"task": "jobs.tasks.sweep", "schedule": 15.0, "options": {"expires": 15.0}},
    "expire-imports": {
        "task": "imports.tasks.expire",
        "schedule": 600.0,
        "options": {"expires": 600.0},
    },
    "seal-audit": {"task": "audit.tasks.seal", "schedule": 60.0, "options": {"expires": 60.0}},
    # Three more times, should the worker or the mail server have been away: nobody is reminded
    # twice of the same deadline in a day.
    "remind": {
        "task": "deviations.tasks.remind",
        "schedule": crontab(hour="6-9", minute=30),
        "options": {"expires": 3000.0},
    },
    "erase-references": {
        "task": "risks.tasks.erase_references",
        "schedule": 6 * 3600.0,
        "options": {"expires": 3600.0},
    },
    "purge-drafts": {
        "task": "deviations.tasks.purge_old_drafts",
        "schedule": 6 * 3600.0,
        "options": {"expires": 3600.0},
    },
}

# Mail: the register's reminders, of numbers and days alone (deviations/mail.py). Embedded, they are
# written to a folder; consolemail:// shows them in the terminal.
MAIL_FOLDER = DATA_DIR / "mail"


def mail() -> dict[str, Any]:
    url = required("EMAIL_URL") if PRODUCTION else env.str("EMAIL_URL", default="")
    found: dict[str, Any] = env.email_url_config(url or f"filemail:///{MAIL_FOLDER}")
    return found


_mail = mail()
EMAIL_BACKEND, EMAIL_FILE_PATH = _mail["EMAIL_BACKEND"], _mail["EMAIL_FILE_PATH"] or None
EMAIL_HOST, EMAIL_PORT = _mail["EMAIL_HOST"] or "localhost", _mail["EMAIL_PORT"] or 25
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = (
    _mail[name] or "" for name in ("EMAIL_HOST_USER", "EMAIL_HOST_PASSWORD")
)
EMAIL_USE_TLS, EMAIL_USE_SSL = (
    bool(_mail.get(name)) for name in ("EMAIL_USE_TLS", "EMAIL_USE_SSL")
)
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = (
    required("MAIL_FROM")
    if PRODUCTION
    else env.str("MAIL_FROM", default="Kvalitet <kvalitet@localhost>")
)
# Where people reach the product, for the link in a mail.
SITE_URL = env.str(
    "SITE_URL",
    default=f"https://{ALLOWED_HOSTS[0]}"
    if PRODUCTION
    else f"http://127.0.0.1:{env.int('PORT', default=8000)}",
).rstrip("/")
# A reminder is sent so many working days before a deadline, and each day once it has passed.
REMIND_WORKING_DAYS = env.int("REMIND_WORKING_DAYS", default=2)
# Kolada (indicators/kolada/). Empty: nobody can make the product ask it. Weekly: it also asks by
# itself; embedded it never does unless it is told to.
KOLADA_URL = env.str("KOLADA_URL", default="https://api.kolada.se/v3")
KOLADA_PROXY = env.str("KOLADA_PROXY", default="")
KOLADA_WEEKLY = bool(KOLADA_URL) and env.bool("KOLADA_WEEKLY", default=False)
KOLADA_TIMEOUT = 30.0  # seconds for one answer
KOLADA_PAUSE = 0.2  # seconds between questions: five a second
KOLADA_BACKOFF = 2.0  # seconds after the first fault, twice as long after the next
if KOLADA_WEEKLY:
    CELERY_BEAT_SCHEDULE["fetch-kolada"] = {
        "task": "indicators.tasks.fetch_kolada",
        "schedule": crontab(day_of_week="sunday", hour="4", minute="20"),
        "options": {"expires": 6 * 60 * 60.0},
    }

# Touched after each finished task; its age tells /readyz whether reports get built.
WORKER_HEARTBEAT = DATA_DIR / "worker-heartbeat"

# The render child (lib/pdf)
PDF_MEMORY_LIMIT = 2 * 1024**3
PDF_CPU_LIMIT = 300
PDF_DEADLINE = 600

# Logs go to the console alone: mail to administrators would carry personal data.
LOGGING: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "plain": {
            "()": "config.logs.PlainFormatter",
            "format": "%(asctime)s %(levelname)s %(name)s %(message)s",
        },
        "json": {"()": "config.logs.JsonFormatter"},
    },
    "handlers": {
        "console": {
            "class": "logging.StreamHandler",
            "formatter": "json" if PRODUCTION else "plain",
        }
    },
    "root": {"handlers": ["console"], "level": env.str("LOG_LEVEL", default="INFO")},
    "loggers": {
        "django": {"handlers": [], "level": "INFO", "propagate": True},
        "access": {"level": "INFO" if PRODUCTION else "WARNING"},
        "celery": {"level": "WARNING"},  # it tells of every task, four times a minute
    },
}
