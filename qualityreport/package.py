"""Nämndens paket: the files of a version under the municipality's own names, with their hashes."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime

from django.core.files.storage import default_storage
from django.utils import timezone

from qualityreport.attests import rules_of
from qualityreport.journey import files_of
from qualityreport.models import ReportFile, ReportVersion
from qualityreport.rules import file_name

IN_PACKAGE = (ReportFile.Format.PDF, ReportFile.Format.STATEMENT, ReportFile.Format.DECISION)
ENDINGS = {ReportFile.Format.WORD: "docx", ReportFile.Format.WEB: "html"}
SUMS = "kontrollsummor.txt"


def names(version: ReportVersion) -> dict[str, str]:
    """Format → file name by the municipality's rule; two of one name are told apart."""
    pattern = rules_of(version.report).file_name
    found: dict[str, str] = {}
    for file in files_of(version):
        format = ReportFile.Format(file.format)
        name = file_name(pattern, _words(version, format), ENDINGS.get(format, "pdf"))
        found[format] = name if name not in found.values() else f"{format.label} {name}"
    return found


def _words(version: ReportVersion, format: ReportFile.Format) -> dict[str, str]:
    report = version.report
    day = report.meeting_on or timezone.localdate(version.created_at)
    is_report = format in (
        ReportFile.Format.PDF,
        ReportFile.Format.WORD,
        ReportFile.Format.WEB,
    )
    return {
        "datum": f"{day:%Y-%m-%d}",
        "dnr": report.diary_number,
        "handling": report.get_kind_display() if is_report else format.label,
        "rapport": report.get_kind_display(),
        "år": str(report.year),
        "verksamhet": report.unit.name,
        "version": str(version.number),
    }


def zipped(version: ReportVersion) -> bytes:
    """Equal files, equal bytes. The sums are in the form that sha256sum checks."""
    named = names(version)
    at = _moment(version.created_at)
    output = io.BytesIO()
    sums = []
    with zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in files_of(version):
            if file.format in IN_PACKAGE:
                name = named[file.format]
                with default_storage.open(file.stored_as) as content:
                    archive.writestr(zipfile.ZipInfo(name, at), content.read())
                sums.append(f"{file.sha256}  {name}\n")
        archive.writestr(zipfile.ZipInfo(SUMS, at), "".join(sums))
    return output.getvalue()


def _moment(created: datetime) -> tuple[int, int, int, int, int, int]:
    local = timezone.localtime(created)
    return (local.year, local.month, local.day, local.hour, local.minute, local.second)
