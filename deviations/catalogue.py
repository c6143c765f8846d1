"""The types of deviation and the underlying causes that a municipality starts from."""

from collections.abc import Iterable

from deviations.models import Cause, Clock, ClockRule, DeviationType, TransferField

COMMUNICATION = "Kommunikation och information"
ORGANISATION = "Omgivning och organisation"
ROUTINES = "Processer och rutiner"
EQUIPMENT = "Teknisk utrustning"
COMPETENCE = "Utbildning och kompetens"
OTHER = "Annat"
NO_DEVIATION = "Ingen avvikelse"

CAUSES = {
    COMMUNICATION: "Överlämning, samverkan, återkoppling, tolk eller dokumentation.",
    ORGANISATION: "Arbetsbelastning, bemanning, oklart ansvar, ledning eller lokaler.",
    ROUTINES: "Rutinen saknas, är otydlig eller följs inte.",
    EQUIPMENT: "System, registrering, behörighet eller post.",
    COMPETENCE: "Introduktion, metodkunskap, juridik eller handledning.",
    OTHER: "Skriv vilken orsaken är i utredningen.",
    NO_DEVIATION: "Utredningen visar att ingen avvikelse har inträffat.",
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


def load_types() -> dict[str, DeviationType]:
    """name → type, main types and subtypes alike (no name occurs twice). Adds what is missing."""
    main = _with_added(
        DeviationType(name=name, order=order * 100) for order, name in enumerate(TYPES, 1)
    )
    return main | _with_added(
        DeviationType(parent=main[name], name=subname, order=main[name].order + order)
        for name, subnames in TYPES.items()
        for order, subname in enumerate(subnames, 1)
    )


def _with_added(rows: Iterable[DeviationType]) -> dict[str, DeviationType]:
    present = {row.name: row for row in DeviationType.objects.all()}
    missing = [row for row in rows if row.name not in present]
    return present | {row.name: row for row in DeviationType.objects.bulk_create(missing)}


def load_causes() -> dict[str, Cause]:
    present = {row.name: row for row in Cause.objects.all()}
    missing = [
        Cause(name=name, help_text=help_text, order=order)
        for order, (name, help_text) in enumerate(CAUSES.items(), 1)
        if name not in present
    ]
    return present | {row.name: row for row in Cause.objects.bulk_create(missing)}


WORKING_DAYS, DAYS, MONTHS = ClockRule.Measure
# "Genast" and "snarast" have no number of days in the law: those are the municipality's own norms.
CLOCKS = {
    Clock.RECEIVE: (1, WORKING_DAYS, "Egen norm. Bristen ska avhjälpas genast."),
    Clock.ASSESSMENT: (3, WORKING_DAYS, "Egen norm. En rapport ska hanteras genast."),
    Clock.INVESTIGATION: (56, DAYS, "Egen norm för utredning och beslut. Lagen anger inga dagar."),
    Clock.NOTIFY: (2, WORKING_DAYS, "Anmälan ska göras snarast. Två arbetsdagar är egen norm."),
    Clock.COMPLETE: (2, MONTHS, "Utredningen ska ha kommit in inom två månader från anmälan."),
    Clock.RECEIPT: (2, WORKING_DAYS, "Eget löfte till den som lämnar en synpunkt."),
    Clock.ANSWER: (10, WORKING_DAYS, "Eget löfte till den som lämnar en synpunkt."),
    Clock.EFFECT: (3, MONTHS, "Egen norm. Effekten följs upp tre månader efter beslutet."),
}


def load_clock_rules() -> None:
    """Adds what is missing; what the municipality has changed or ended stays as it is."""
    present = set(ClockRule.objects.values_list("clock", flat=True))
    ClockRule.objects.bulk_create(
        ClockRule(clock=clock, length=length, measure=measure, basis=basis)
        for clock, (length, measure, basis) in CLOCKS.items()
        if clock not in present
    )


# IVO's form as it is known from outside, not read from IVO: each municipality checks it against
# the e-service and changes it in the settings. Section, then (field, filled with, help).
BY_HAND = ""
TRANSFER_FIELDS: dict[str, tuple[tuple[str, str, str], ...]] = {
    "Anmälare": (
        ("Nämnd eller huvudman", "board", ""),
        ("Kommun", "municipality", ""),
        ("Organisationsnummer", BY_HAND, "Finns inte i registret."),
        ("Kontaktperson", "contact", ""),
        ("Diarienummer hos anmälaren", "diary_number", ""),
    ),
    "Verksamheten": (
        ("Verksamhetens namn", "unit", ""),
        ("Adress", BY_HAND, "Finns inte i registret."),
        ("Regiform", "operation", ""),
        ("Verksamhetsområde", BY_HAND, "Välj i e-tjänsten, till exempel IFO barn och unga."),
        ("Lagrum", "act", "LVU och LVM väljs för hand när de gäller."),
    ),
    "Händelsen": (
        ("Missförhållande eller påtaglig risk", "grade", "Fylls i när beslutet är fattat."),
        ("Typ av händelse", "type", ""),
        ("Vad har hänt?", "description", "Utan namn. Läs igenom texten innan den skickas."),
        ("När inträffade det?", "occurred", ""),
        ("När rapporterades det?", "received", ""),
        ("När anmäls det?", "notified", ""),
    ),
    "Den enskilde": (
        ("Antal, kön och ålder", "affected", ""),
        ("Konsekvenser", "consequences", ""),
        ("Vad säger barnet eller den enskilde?", "own_view", ""),
        ("Är den enskilde informerad?", "informed", ""),
    ),
    "Åtgärder och utredning": (
        ("Bakomliggande orsaker", "causes", ""),
        ("Omedelbara åtgärder", "immediate", ""),
        ("Planerade åtgärder", "measures", ""),
        ("Är polisanmälan gjord?", "police", ""),
        ("Är utredningen klar?", "finished", ""),
        ("Andra myndigheter som har underrättats", BY_HAND, ""),
        ("Undertecknas av", BY_HAND, ""),
    ),
}


def load_transfer_fields() -> None:
    """Once: a municipality that has fields keeps those it has."""
    if TransferField.objects.exists():
        return
    rows = [(section, *field) for section, fields in TRANSFER_FIELDS.items() for field in fields]
    TransferField.objects.bulk_create(
        TransferField(
            section=section,
            label=label,
            source=source,
            help_text=help_text,
            order=number * 10,
        )
        for number, (section, label, source, help_text) in enumerate(rows, start=1)
    )
