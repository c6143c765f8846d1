"""What was exported to the archive and what was destroyed."""

from typing import Any

from deviations import services as deviations
from deviations.archive.build import ARCHIVE
from deviations.models import ArchiveExport, Kind, PurgeProtocol
from organisation.models import User
from tests.factories.ended import closed_case, make_rule, run_job
from tests.factories.organisation import Organisation

Names = dict[str, Any]


def diary(organisation: Organisation, sara: User) -> dict[str, dict[str, Names]]:
    """Exports, "own" of a case that can be destroyed, and protocols of what was."""
    make_rule(Kind.EXTERNAL)
    due = closed_case(organisation.intake, Kind.EXTERNAL)
    own = deviations.request_export(
        actor=sara, unit=organisation.ifo, purpose=ArchiveExport.Purpose.PURGE, case_ids=[due.pk]
    )
    run_job(ARCHIVE, own.pk)
    foreign = ArchiveExport.objects.create(
        unit=organisation.home_care, purpose=ArchiveExport.Purpose.PURGE, requested_by=sara
    )
    exports = {"own": {"pk": own.pk}, "foreign": {"pk": foreign.pk}, "unknown": {"pk": 999_999}}
    protocols = {
        about: {"pk": PurgeProtocol.objects.create(unit=unit, made_by_name="Sara Alm").pk}
        for about, unit in (("own", organisation.intake), ("foreign", organisation.home_care))
    }
    pages = ("archive", "archive_status", "archive_retry", "archive_download", "archive_remove")
    return {
        **{f"diary:{page}": exports for page in (*pages, "purge")},
        "diary:protocol": protocols | {"unknown": {"pk": 999_999}},
    }
