"""The identity of the person concerned, encrypted by a key that the database does not have."""

import json
from dataclasses import asdict, dataclass

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings


@dataclass(frozen=True)
class Identity:
    name: str = ""
    personal_number: str = ""
    case_number: str = ""
    contact: str = ""


class LostKey(Exception):
    """What is kept was encrypted by a key that we no longer have, or has been tampered with."""


def seal(identity: Identity, case_id: int) -> bytes:
    """Bound to its case: moved to another row it can no longer be read."""
    content = asdict(identity) | {"case": case_id}
    return _box().encrypt(json.dumps(content, ensure_ascii=False).encode())


def unseal(sealed: "bytes | memoryview[int]", case_id: int) -> Identity:
    try:
        content = json.loads(_box().decrypt(bytes(sealed)))
    except InvalidToken as lost:
        raise LostKey from lost
    if content.pop("case") != case_id:
        raise LostKey
    return Identity(**content)


def resealed(sealed: "bytes | memoryview[int]") -> bytes | None:
    """Under the first key; None when it is already. Raises LostKey."""
    token = bytes(sealed)
    try:
        Fernet(settings.IDENTITY_KEYS[0]).decrypt(token)
    except InvalidToken:
        try:
            return _box().rotate(token)
        except InvalidToken as lost:
            raise LostKey from lost
    return None


def _box() -> MultiFernet:
    return MultiFernet([Fernet(key) for key in settings.IDENTITY_KEYS])
