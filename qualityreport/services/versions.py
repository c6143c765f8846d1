"""A version held while its state changes: two clicks at once meet here."""

from __future__ import annotations

from lib.refusals import Refused
from qualityreport.models import ReportVersion, VersionState


def locked_version(version: ReportVersion, *states: VersionState) -> ReportVersion:
    """Raises Refused unless it still is in one of the states."""
    found = (
        ReportVersion.objects.select_for_update(of=("self",))
        .select_related("report__unit")
        .get(pk=version.pk)
    )
    if found.state not in states:
        raise Refused(f"Versionen är nu {found.get_state_display().lower()}. Läs sidan på nytt.")
    return found
