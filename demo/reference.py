"""Rules and catalogues: where duties stand in the law, types of deviation, underlying causes."""

from datetime import date

from demo import stories
from deviations.models import Cause, DeviationType
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

TYPES = {
    "Brister i arbetssätt, metoder och rutiner": (
        "Skyddsbedömning saknas eller är sen",
        "Förhandsbedömning över 14 dagar",
        "Ärende inte fördelat",
        "Utredning över fyra månader",
        "Överlämning mellan mottagning och utredning",
        "Post och e-post",
        "Verksamhetssystem",
    ),
    "Brister i bemötande": (),
    "Brister i fysisk miljö, utrustning och teknik": (),
    "Brister i rättssäkerhet vid handläggning och genomförande": (
        "Avsaknad av dokumentation",
        "Försenad dokumentation",
        "Beslut verkställs inte",
        "Bristande barnperspektiv",
        "Barnet har inte hörts",
        "Samtycke eller information",
        "Åtgärd utan lagstöd",
        "Övervägande efter sex månader",
        "Vårdplan eller genomförandeplan saknas",
        "Umgängesplan saknas",
        "Sekretessbrott eller fel mottagare",
        "Skyddad identitet",
    ),
    "Brister i utförandet av insatser": (
        "Avvikelse från genomförandeplan",
        "Försummelse",
        "Insats uteblir",
        "Insats delvis utförd",
        "Insats sen",
        "Sammanbrott i placering",
        "Utebliven uppföljning",
    ),
    "Ekonomiska övergrepp": (),
    "Fysiska övergrepp": (),
    "Psykiska övergrepp": (),
    "Sexuella övergrepp": (),
}

CAUSES = {
    stories.COMMUNICATION: "Överlämning, samverkan, återkoppling, tolk eller dokumentation.",
    stories.ORGANISATION: "Arbetsbelastning, bemanning, oklart ansvar, ledning eller lokaler.",
    stories.ROUTINES: "Rutinen saknas, är otydlig eller följs inte.",
    stories.EQUIPMENT: "System, registrering, behörighet eller post.",
    stories.COMPETENCE: "Introduktion, metodkunskap, juridik eller handledning.",
    stories.OTHER: "Skriv vilken orsaken är i utredningen.",
    stories.NO_DEVIATION: "Utredningen visar att ingen avvikelse har inträffat.",
}


def load_legal_references() -> None:
    sol, lss = LegalReference.Act.SOL, LegalReference.Act.LSS
    rows = []
    for duty, (old, new, in_lss, meaning) in DUTIES.items():
        rows += [
            LegalReference(
                duty=duty,
                act=sol,
                citation=old,
                meaning=meaning,
                valid_from=LEX_SARAH_REFORM,
                valid_to=OLD_ACT_ENDS,
            ),
            LegalReference(
                duty=duty, act=sol, citation=new, meaning=meaning, valid_from=NEW_ACT_BEGINS
            ),
            LegalReference(
                duty=duty, act=lss, citation=in_lss, meaning=meaning, valid_from=LEX_SARAH_REFORM
            ),
        ]
    LegalReference.objects.bulk_create(rows)


def load_types() -> dict[str, DeviationType]:
    """name → type, main types and subtypes alike (no name occurs twice)"""
    main = DeviationType.objects.bulk_create(
        DeviationType(name=name, order=order * 100) for order, name in enumerate(TYPES, 1)
    )
    sub = DeviationType.objects.bulk_create(
        DeviationType(parent=parent, name=name, order=parent.order + order)
        for parent in main
        for order, name in enumerate(TYPES[parent.name], 1)
    )
    return {row.name: row for row in (*main, *sub)}


def load_causes() -> dict[str, Cause]:
    made = Cause.objects.bulk_create(
        Cause(name=name, help_text=help_text, order=order)
        for order, (name, help_text) in enumerate(CAUSES.items(), 1)
    )
    return {cause.name: cause for cause in made}
