"""What stands in the papers beside the report: tjänsteutlåtande and beslutsblad."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format

from qualityreport.collect import LETTER, Collection
from qualityreport.models import ReportVersion, Statement
from qualityreport.models.statements import CHAPTERS

VIEWS = CHAPTERS["views"]


def statement(collection: Collection, printed: Mapping[str, Any]) -> dict[str, Any] | None:
    letter = Statement.objects.select_related("handler").filter(report=collection.report).first()
    if letter is None:
        return None
    report, today = collection.report, timezone.localdate()
    chapters = [
        {"title": chapter.section.title.removeprefix(LETTER), "html": chapter.text.html}
        for chapter in collection.letter
    ]
    views = [chapter for chapter in chapters if chapter["title"] == VIEWS]
    return {
        **{name: printed[name] for name in ("municipality", "board", "unit", "created", "author")},
        "kind_title": "Tjänsteutlåtande",
        "title": letter.title,
        "diary_number": report.diary_number,
        "on": date_format(today, "j F Y"),
        "meeting": date_format(report.meeting_on, "j F Y") if report.meeting_on else "",
        "sender": letter.sender or printed["board"],
        "recipient": letter.recipient or printed["board"],
        "handler": str(letter.handler or ""),
        "handler_post": letter.handler.title if letter.handler else "",
        "phone": letter.phone,
        "points": letter.points,
        "chapters": [chapter for chapter in chapters if chapter not in views],
        "preparation": [_prepared(row, today) for row in letter.preparation],
        "views": views[0]["html"] if views else "",
        "appendices": [f"{report}, version {printed['version']}"],
        "state_text": printed["state_text"],
        "version": printed["version"],
    }


def _prepared(row: Mapping[str, str], today: date) -> str:
    """By the date, never by a typed word: no meeting to come is told of as past."""
    if not row.get("on"):
        return f"Ärendet bereds med {row['body']}."
    on = date.fromisoformat(row["on"])
    verb = "ska behandlas av" if on > today else "har behandlats av"
    return f"Ärendet {verb} {row['body']} den {date_format(on, 'j F Y')}."


def decision_sheet(
    version: ReportVersion, owners: Mapping[str, str], file_hash: str
) -> dict[str, Any]:
    report = version.report
    decisions = [
        {
            "outcome": decision.get_outcome_display(),
            "on": date_format(decision.decided_on, "j F Y"),
            "paragraph": f"§ {decision.paragraph}",
            "words": decision.words,
        }
        for decision in version.decisions.all()
    ]
    last = version.decisions.last()
    return {
        **owners,
        "kind_title": "Beslutsblad",
        "title": f"{report}, version {version.number}",
        "diary_number": report.diary_number,
        "sent": date_format(version.sent_on, "j F Y") if version.sent_on else "",
        "decisions": decisions,
        "file_hash": file_hash,
        "snapshot_hash": version.snapshot_hash,
        "created": timezone.localtime(last.recorded_at).isoformat(timespec="seconds")
        if last
        else "",
    }
