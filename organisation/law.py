"""Where the duties stand in the law, as data with dates (27 kap. SoL, 24 a–f §§ LSS).

A new law is a new row in the settings pages; this is what a municipality starts from.
"""

from datetime import date

from organisation.models import LegalReference

LEX_SARAH_REFORM = date(2011, 7, 1)
OLD_ACT_ENDS = date(2025, 6, 30)
NEW_ACT_BEGINS = date(2025, 7, 1)

# duty: (SoL 2001:453, SoL 2025:400, LSS), and what it means
DUTIES = {
    "quality": ("14 kap. 2 § SoL", "5 kap. 1 § SoL", "24 a § LSS", "Alla verkar för god kvalitet."),
    "system": (
        "3 kap. 3 § SoL",
        "5 kap. 2 § SoL",
        "6 § LSS",
        "Kvaliteten följs upp, utvecklas och säkras fortlöpande.",
    ),
    "report": (
        "14 kap. 3 § SoL",
        "27 kap. 2 § SoL",
        "24 b § LSS",
        "Missförhållanden och påtagliga risker rapporteras genast.",
    ),
    "inform_staff": (
        "14 kap. 4 § SoL",
        "27 kap. 3 § SoL",
        "24 c § LSS",
        "Den som fullgör uppgifter får veta vad skyldigheten innebär.",
    ),
    "provider": (
        "14 kap. 5 § SoL",
        "27 kap. 4 § SoL",
        "24 d § LSS",
        "En privat utförare informerar nämnden om mottagna rapporter.",
    ),
    "investigate": (
        "14 kap. 6 § SoL",
        "27 kap. 5 § SoL",
        "24 e § LSS",
        "Rapporten dokumenteras och utreds, och bristen avhjälps.",
    ),
    "notify": (
        "14 kap. 7 § SoL",
        "27 kap. 6 § SoL",
        "24 f § LSS",
        "Allvarliga missförhållanden anmäls snarast till IVO.",
    ),
}


def load_legal_references() -> None:
    """Adds what is missing; what the municipality has changed or ended stays as it is."""
    present = set(LegalReference.objects.values_list("duty", "act", "valid_from"))
    LegalReference.objects.bulk_create(
        row for row in _rows() if (row.duty, row.act, row.valid_from) not in present
    )


def _rows() -> list[LegalReference]:
    sol, lss = LegalReference.Act.SOL, LegalReference.Act.LSS
    rows = []
    for duty, (old, new, in_lss, meaning) in DUTIES.items():
        for act, citation, begins, ends in (
            (sol, old, LEX_SARAH_REFORM, OLD_ACT_ENDS),
            (sol, new, NEW_ACT_BEGINS, None),
            (lss, in_lss, LEX_SARAH_REFORM, None),
        ):
            rows.append(
                LegalReference(
                    duty=duty,
                    act=act,
                    citation=citation,
                    meaning=meaning,
                    valid_from=begins,
                    valid_to=ends,
                )
            )
    return rows
