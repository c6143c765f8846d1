"""What the log keeps instead of the text itself."""

import hashlib
import hmac
import json
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Any

from django.conf import settings


def keyed_hash(*parts: object) -> str:
    """HMAC-SHA256 of the parts; without the key nobody can try out likely values."""
    key = settings.AUDIT_HASH_KEY.encode()
    return hmac.new(key, _canonical(parts), hashlib.sha256).hexdigest()


def hashed_changes(
    changed: Mapping[str, tuple[Any, Any]], *scope: object
) -> dict[str, list[str | None]]:
    """Field -> [hash of old, hash of new]; `scope` (object type and id) salts the hashes, so that
    equal texts in two cases do not look equal in the log."""
    return {
        field: [_value_hash(old, field, *scope), _value_hash(new, field, *scope)]
        for field, (old, new) in changed.items()
    }


def _value_hash(value: object, *scope: object) -> str | None:
    return None if value is None else keyed_hash(*scope, value)


def event_digest(values: Iterable[object]) -> str:
    return hashlib.sha256(_canonical(values)).hexdigest()


def chain_link(previous: str, position: int, digest: str) -> str:
    return hashlib.sha256(f"{previous}:{position}:{digest}".encode()).hexdigest()


def _canonical(values: Iterable[object]) -> bytes:
    """The same bytes on both databases: jsonb forgets the order of keys, and time zones differ."""
    text = json.dumps(
        list(values), sort_keys=True, ensure_ascii=False, separators=(",", ":"), default=_plain
    )
    return text.encode()


def _plain(value: object) -> str:
    if isinstance(value, datetime) and value.tzinfo:
        return value.astimezone(UTC).isoformat(timespec="microseconds")
    return str(value)
