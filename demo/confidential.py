"""What lies beside the cases: slips, what was done at once, who it concerns, and files."""

import struct
import zlib
from collections.abc import Iterable, Iterator
from datetime import datetime, time, timedelta
from io import BytesIO

from django.core.files.base import File
from django.utils import timezone

from demo import plan
from demo.assessments import at
from demo.cases import Case, responsible
from demo.register import Register
from demo.stories import investigation as words
from deviations.identity import Identity, seal
from deviations.models import (
    Attachment,
    IdentityOpening,
    ImmediateMeasure,
    ManagerSlip,
    PersonIdentity,
    Status,
)
from deviations.models.choices import OPEN_STATUSES
from lib.stored import store

SLIPS_SINCE = datetime(2025, 1, 1).date()
UNREAD = 2  # of the newest
# Invented, and with a last digit that no personnummer has.
IDENTITIES = (
    Identity("Alva Björkstam", "20140312-0000", "BOU 2026-114", "Vårdnadshavare: 070-174 06 10"),
    Identity("Viggo Dalhamn", "20110927-0003", "BOU 2026-131", "Vårdnadshavare: 070-174 06 12"),
    Identity("Tindra Öberga", "20180605-0001", "BOU 2026-078"),
    Identity("Melker Fjällmo", "20090118-0008", "BOU 2026-140", "070-174 06 17"),
)
REASON = "Samtal med vårdnadshavaren ska bokas."
MEETING = (
    "Minnesanteckning från genomgång av händelsen.\n\n"
    "Närvarande: enhetschefen, utredaren och två handläggare.\n"
    "Gruppen gick igenom händelsen i tidsordning. Ingen namngavs.\n"
)


def load_confidential(cases: list[Case], register: Register) -> None:
    lex_sarah = [case for case in cases if case.draft.is_lex_sarah]
    ManagerSlip.objects.bulk_create(_slips(lex_sarah, register))
    ImmediateMeasure.objects.bulk_create(
        row for case in cases for row in _immediate(case, register)
    )
    being_investigated = [case for case in lex_sarah if case.draft.status == Status.INVESTIGATION]
    PersonIdentity.objects.bulk_create(_identities(being_investigated, register))
    IdentityOpening.objects.bulk_create(_openings(being_investigated[:1], register))
    Attachment.objects.bulk_create(_attachments(being_investigated, register))


# Slips and immediate measures ----------------------------------------------------------------


def _slips(lex_sarah: Iterable[Case], register: Register) -> Iterator[ManagerSlip]:
    newest_first = sorted(lex_sarah, key=lambda case: case.draft.received_at, reverse=True)
    late = [case for case in newest_first if case.draft.received_on >= SLIPS_SINCE]
    for index, case in enumerate(late):
        told_at = case.draft.received_at
        is_read = index >= UNREAD and not _waits_for_eva(case, late)
        yield ManagerSlip(
            deviation=case.row,
            instruction=words.INSTRUCTION if case.draft.status in OPEN_STATUSES else "",
            told_at=told_at,
            seen_at=told_at + timedelta(hours=3) if is_read else None,
            seen_by_name=case.handler(register) if is_read else "",
        )


def _waits_for_eva(case: Case, newest_first: Iterable[Case]) -> bool:
    return case is next(one for one in newest_first if responsible(one.draft) == "eva")


def _immediate(case: Case, register: Register) -> Iterator[ImmediateMeasure]:
    """By the manager, who can read it on the slip too."""
    draft, manager = case.draft, register.people[responsible(case.draft)]
    told_of = draft.story is not None and draft.story.immediate
    if not told_of or draft.status == Status.RECEIVED or draft.annulled_on:
        return
    taken_at = case.draft.received_at + timedelta(hours=1)
    yield ImmediateMeasure(
        deviation=case.row,
        text=words.AT_ONCE[case.row.sequence % len(words.AT_ONCE)],
        taken_at=taken_at,
        made_by=manager,
        made_by_name=str(manager),
        made_by_title=manager.title,
        recorded_at=taken_at + timedelta(minutes=20),
    )


# Who it concerns ------------------------------------------------------------------------------


def _identities(cases: Iterable[Case], register: Register) -> Iterator[PersonIdentity]:
    for case, identity in zip(_of_persons(cases), IDENTITIES, strict=False):
        yield PersonIdentity(
            deviation=case.row,
            sealed=seal(identity, case.row.pk),
            updated_at=case.draft.received_at + timedelta(days=1),
            updated_by_name=str(register.people[case.draft.investigator]),
        )


def _of_persons(cases: Iterable[Case]) -> list[Case]:
    return [case for case in cases if case.draft.somebody]


def _openings(cases: Iterable[Case], register: Register) -> Iterator[IdentityOpening]:
    for case in cases:
        opened_by = register.people[case.draft.investigator]
        day = min(plan.working_day(case.draft.received_on + timedelta(days=6)), plan.TODAY)
        yield IdentityOpening(
            deviation=case.row,
            opened_by=opened_by,
            opened_by_name=str(opened_by),
            opened_at=at(day, time(9, 5)),
            opened_on=day,
            reason=REASON,
        )


# Files ----------------------------------------------------------------------------------------


def _attachments(cases: list[Case], register: Register) -> Iterator[Attachment]:
    """One of each kind, in the oldest cases that are under way."""
    files = (
        ("minnesanteckning.txt", "Genomgång med gruppen", "text/plain", MEETING.encode()),
        ("rutin-for-bevakning.pdf", "Rutinen som gällde", "application/pdf", _pdf()),
        ("bemanning-v-41.png", "Bemanningen under veckan", "image/png", _png()),
    )
    for index, (name, description, content_type, content) in enumerate(files):
        case = cases[index // 2]
        uploader = register.people[case.draft.investigator]
        stored = store("attachments", File(BytesIO(content), name))
        yield Attachment(
            deviation=case.row,
            name=name,
            description=description,
            content_type=content_type,
            stored_as=stored.name,
            sha256=stored.sha256,
            size=len(content),
            uploaded_at=min(
                case.draft.received_at + timedelta(days=7 + index),
                timezone.make_aware(datetime.combine(plan.TODAY, time(15))),
            ),
            uploaded_by=uploader,
            uploaded_by_name=str(uploader),
        )


def _pdf() -> bytes:
    """One page with one line, written by hand."""
    text = "BT /F1 14 Tf 72 760 Td (Rutin: bevakning av \\366ppna \\344renden) Tj ET"
    parts = (
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R"
        " /Resources << /Font << /F1 4 0 R >> >> >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        f"<< /Length {len(text)} >>\nstream\n{text}\nendstream",
    )
    body, places = "%PDF-1.4\n", list[int]()
    for number, part in enumerate(parts, 1):
        places.append(len(body))
        body += f"{number} 0 obj\n{part}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"trailer\n<< /Size {len(parts) + 1} /Root 1 0 R >>\nstartxref\n{len(body)}\n%%EOF\n"
    return f"{body}xref\n0 {len(parts) + 1}\n0000000000 65535 f \n{table}{end}".encode()


def _png() -> bytes:
    """Five bars of different height, as a picture of a week."""
    width, height, heights = 200, 100, (80, 60, 20, 30, 70)
    rows = b"".join(
        b"\x00" + bytes(90 if height - y <= heights[x // 40] and x % 40 > 6 else 240
                        for x in range(width))
        for y in range(height)
    )  # fmt: skip
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in chunks
    )
