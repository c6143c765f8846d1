"""Cases in every state, what belongs to them, and what IVO has to do with them."""

from typing import Any

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils import timezone

from deviations import services
from deviations.identity import Identity
from deviations.models import Deviation, Kind
from organisation.models import Unit, User
from tests.factories.deviations import (
    STORY,
    assessed,
    assigned,
    investigated,
    make_attachment,
    make_case,
    make_note,
)
from tests.factories.organisation import Organisation

Names = dict[str, Any]
IVO_ACTS = ("bekraftelse", "begaran", "anstand", "komplettering", "beslut")


def cases(organisation: Organisation, people: dict[str, User]) -> dict[str, dict[str, Names]]:
    made = _cases(organisation, people)
    _tell_ivo(made, people["sara"])
    numbers = {about: {"number": case.number} for about, case in made.items()}
    numbers["unknown"] = {"number": "AVV-1999-0001"}
    return {
        "deviations": numbers,
        "deviations:ivo_step": _ivo_acts(numbers),
        **_parts(made, people["ulla"]),
        **_packages(made, people["sara"]),
    }


def _cases(organisation: Organisation, people: dict[str, User]) -> dict[str, Deviation]:
    here, there = organisation.intake, organisation.home_care
    mona, eva, sara = people["mona"], people["eva"], people["sara"]

    def reported(kind: str) -> Deviation:
        return services.report_deviation(actor=mona, kind=kind, unit=here, description=STORY)

    made = {
        "own": reported(Kind.INTERNAL),
        "secret": reported(Kind.LEX_SARAH),
        "foreign": make_case(there),
        "hidden": make_case(there, Kind.LEX_SARAH),
        "assigned": make_case(here, Kind.LEX_SARAH),
        "named": make_case(here, Kind.LEX_SARAH),
        "suspected": make_case(here, Kind.LEX_SARAH),
        "notified": make_case(here, Kind.LEX_SARAH),
        "assessed": assessed(make_case(here), eva),
        "ready": investigated(make_case(here, Kind.LEX_SARAH), sara),
        "measured": _decided(here, eva),
        "decided": _decided(here, eva),
        "closed": _decided(here, eva),
    }
    assigned(made["assigned"], sara, people["ulla"])
    services.add_measure(actor=eva, deviation=made["measured"], title="Rutin", kind="routine")
    made["named"].named_readers.add(mona)
    services.close_deviation(actor=eva, deviation=made["closed"])
    services.keep_identity(
        actor=eva, deviation=made["own"], identity=Identity(name="Alva"), version=None
    )
    return made


def _decided(unit: Unit, by: User) -> Deviation:
    today = timezone.localdate()
    return services.decide(
        actor=by, deviation=make_case(unit), motive="Rutinen följdes inte.", decided_on=today
    )


def _tell_ivo(made: dict[str, Deviation], sara: User) -> None:
    today = timezone.localdate()
    services.suspect_serious(actor=sara, deviation=made["suspected"], suspected_on=today)
    services.notify_ivo(
        actor=sara, deviation=made["notified"], notified_on=today, with_investigation=False
    )


def _ivo_acts(numbers: dict[str, Names]) -> dict[str, Names]:
    """About most cases the suspicion; about others what can come next."""
    suspicion = {about: names | {"act": "misstanke"} for about, names in numbers.items()}
    after = {f"notified {act}": numbers["notified"] | {"act": act} for act in IVO_ACTS}
    return (
        suspicion
        | after
        | {
            "suspected": numbers["suspected"] | {"act": "avskriv"},
            "unnotified": numbers["secret"] | {"act": "anmalan"},
            "no_act": numbers["secret"] | {"act": "ingenting"},
        }
    )


def _parts(made: dict[str, Deviation], ulla: User) -> dict[str, dict[str, Names]]:
    """Each case with a draft and a signed note of Ulla's, and with a file. A draft would keep
    the investigation of the assessed one from being ready."""
    found: dict[str, dict[str, Names]] = {}
    for about, case in made.items():
        signed = make_note(case, ulla, signed_at=timezone.now())
        draft = signed if about == "assessed" else make_note(case, ulla)
        file = make_attachment(case, ulla)
        pks = {
            **dict.fromkeys(("note", "note_sign", "note_remove"), draft.pk),
            "note_correct": signed.pk,
            **dict.fromkeys(("attachment", "attachment_remove"), file.pk),
        }
        for page, pk in pks.items():
            found.setdefault(f"deviations:{page}", {})[about] = {"number": case.number, "pk": pk}
    return found


def _packages(made: dict[str, Deviation], sara: User) -> dict[str, dict[str, Names]]:
    """Each case with a package without names; "whole" has them."""
    secret = {"number": made["secret"].number}
    packages = {
        about: {"number": case.number, "pk": _package(case, sara)} for about, case in made.items()
    }
    packages["whole"] = secret | {"pk": _package(made["secret"], sara, redacted=False)}
    packages["unknown"] = secret | {"pk": 999_999}
    pages = ("package", "package_status", "package_retry", "package_download")
    return {f"deviations:{page}": packages for page in pages}


def _package(case: Deviation, sara: User, *, redacted: bool = True) -> int:
    stored = default_storage.save("packages/paket.pdf", ContentFile(b"%PDF-1.7"))
    return case.packages.create(redacted=redacted, requested_by=sara, stored_as=stored).pk
