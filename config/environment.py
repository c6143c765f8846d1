"""Typed reading of the environment. A wrong or missing value stops the start with its name."""

import os
from pathlib import Path

import environ
from django.core.exceptions import ImproperlyConfigured
from django.core.management.utils import get_random_secret_key

env = environ.Env()


def required(name: str) -> str:
    """The variable, or the content of the file that NAME_FILE points to (Docker secrets)."""
    secret_file = os.environ.get(f"{name}_FILE")
    value = Path(secret_file).read_text().strip() if secret_file else os.environ.get(name, "")
    if not value:
        raise ImproperlyConfigured(f"Set {name} (or {name}_FILE): it is required in production.")
    return value


def choice(name: str, allowed: tuple[str, ...]) -> str:
    """One of `allowed`; the first is the default."""
    value = os.environ.get(name) or allowed[0]
    if value not in allowed:
        raise ImproperlyConfigured(f"{name} must be one of {', '.join(allowed)}, not {value!r}.")
    return value


def embedded_secret(path: Path) -> str:
    """A secret of this machine's own, made at the first start."""
    if not path.exists():
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT, 0o600)
        with os.fdopen(descriptor, "w") as file:
            file.write(get_random_secret_key())
    return path.read_text()
