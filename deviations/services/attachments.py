"""Files of a case: taken in by their content, stored under their hash, never changed."""

import unicodedata
from collections.abc import Mapping
from typing import Any

from django.core.files import File
from django.db import transaction
from django.utils import timezone

from audit import services as audit
from audit.models import Event
from deviations.models import Attachment, Deviation
from deviations.services.rows import IllegalStep, open_case, require
from lib.filetypes import FileType, WrongType, type_of
from lib.stored import store
from organisation.models import User

LIMIT = 20 * 1024 * 1024
LONGEST_NAME = 160
GONE = "Filen saknas i lagret. Meddela systemadministratören."


@transaction.atomic
def attach_file(
    *, actor: User, deviation: Deviation, file: "File[bytes]", name: str, description: str = ""
) -> Attachment:
    """The row is written last: a crash leaves at most a file that no row tells of."""
    case = open_case(deviation.pk)
    require(0 < file.size <= LIMIT, f"Filen får vara högst {LIMIT // 1024**2} MB.")
    kind = _kind(name, file)
    stored = store("attachments", file)
    attachment = Attachment.objects.create(
        deviation=case,
        name=clean_name(name),
        description=description,
        content_type=kind.content_type,
        stored_as=stored.name,
        sha256=stored.sha256,
        size=stored.size,
        uploaded_by=actor,
        uploaded_by_name=str(actor),
    )
    _log(actor, Event.Action.CREATE, attachment)
    return attachment


@transaction.atomic
def remove_attachment(*, actor: User, attachment: Attachment, motive: str) -> Attachment:
    """Out of sight; the row says who and why, and the file stays until the case is gallrat."""
    open_case(attachment.deviation_id)
    row = Attachment.objects.select_for_update().get(pk=attachment.pk)
    require(row.removed_at is None, "Bilagan är redan borttagen.")
    require(bool(motive.strip()), "Ange varför bilagan tas bort.")
    row.removed_at, row.removed_by_name, row.removed_because = timezone.now(), str(actor), motive
    row.save(update_fields=["removed_at", "removed_by_name", "removed_because"])
    _log(actor, Event.Action.CHANGE, row, {"removed_because": ("", motive)})
    return row


def record_download(*, actor: User, attachment: Attachment) -> None:
    """Before the file is sent, whatever the case: a file tells more than its page."""
    _log(actor, Event.Action.DOWNLOAD, attachment)


def _kind(name: str, file: "File[bytes]") -> FileType:
    assert file.file is not None  # noqa: S101 -- for the type checker
    try:
        return type_of(name, file.file)
    except WrongType as wrong:
        raise IllegalStep(str(wrong)) from wrong


def clean_name(name: str) -> str:
    """The last part of a path, without what cannot be seen or would turn it around."""
    normal = unicodedata.normalize("NFC", name).replace("\\", "/").rpartition("/")[2]
    seen = "".join(
        char if unicodedata.category(char)[0] != "C" and char not in '<>:"|?*' else "_"
        for char in normal
    )
    stem, _, ending = seen.strip(" ._").rpartition(".")
    return f"{stem[: LONGEST_NAME - len(ending) - 1]}.{ending}" if stem else f"bilaga.{ending}"


def _log(
    actor: User,
    action: Event.Action,
    attachment: Attachment,
    changed: Mapping[str, tuple[Any, Any]] | None = None,
) -> None:
    case = attachment.deviation
    audit.record(
        actor=actor,
        action=action,
        obj=attachment,
        label=case.number,
        unit=case.unit,
        changed=changed,
    )
