"""Typed reading of the environment. A wrong or missing value stops the start with its name."""

import os
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Callable
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


def embedded_secret(path: Path, made: Callable[[], str] = get_random_secret_key) -> str:
    """A secret of this machine's own, made at the first start."""
    if not path.exists():
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT, 0o600)
        with os.fdopen(descriptor, "w") as file:
            file.write(made())
    return path.read_text()


def encryption_keys(value: str) -> list[str]:
    """Keys as Fernet has them, comma separated: the first encrypts, all of them decrypt."""
    keys = [key.strip() for key in value.split(",") if key.strip()]
    if not keys or not all(map(_is_key, keys)):
        raise ImproperlyConfigured(
            "IDENTITY_KEYS must be one or more keys of 32 bytes in base64, comma separated"
            " (see docs/operations.md)."
        )
    return keys


def new_encryption_key() -> str:
    return urlsafe_b64encode(os.urandom(32)).decode()


def _is_key(text: str) -> bool:
    try:
        return len(urlsafe_b64decode(text.encode())) == 32
    except ValueError:
        return False
