"""The columns of an old register of cases."""

from deviations.models import (
    Cause,
    Channel,
    Complaint,
    Consequence,
    DeviationType,
    Kind,
    Severity,
    Sex,
    Status,
)
from deviations.models.choices import AgeBand
from imports.importer import Column
from imports.kinds import (
    Choice,
    Day,
    Line,
    Moment,
    Person,
    Reference,
    Several,
    Text,
    Units,
    Whole,
    YesNo,
)


def _causes() -> dict[str, Cause]:
    return {cause.name: cause for cause in Cause.objects.all()}


def _types() -> dict[str, DeviationType]:
    """A subtype alone, where one has that name, and with its main type before it."""
    types = list(DeviationType.objects.select_related("parent"))
    whole = {f"{one.parent}: {one.name}" if one.parent else one.name: one for one in types}
    return whole | {one.name: one for one in types if one.name not in whole}


KINDS = {
    "lex Sarah": Kind.LEX_SARAH,
    "rapport enligt lex Sarah": Kind.LEX_SARAH,
    "avvikelse": Kind.INTERNAL,
    "avvikelserapport": Kind.INTERNAL,
    "klagomål och synpunkter": Kind.COMPLAINT,
    "privat utförare": Kind.PROVIDER,
}
STATUSES = {
    "ny": Status.RECEIVED,
    "inkommet": Status.RECEIVED,
    "under utredning": Status.INVESTIGATION,
    "pågår": Status.INVESTIGATION,
    "pågående": Status.INVESTIGATION,
    "beslutat": Status.DECIDED,
    "avslutat": Status.CLOSED,
    "klar": Status.CLOSED,
    "klart": Status.CLOSED,
    "annullerat": Status.ANNULLED,
    "makulerad": Status.ANNULLED,
    "makulerat": Status.ANNULLED,
}
SEXES = {
    **dict.fromkeys(("kvinna", "flicka", "k"), Sex.GIRL_WOMAN),
    **dict.fromkeys(("man", "pojke", "m"), Sex.BOY_MAN),
    **dict.fromkeys(("annat", "okänt", "uppgift saknas"), Sex.UNKNOWN),
}
GRADES = {
    "ej missförhållande": Severity.NONE,
    "risk för missförhållande": Severity.RISK,
    "risk för allvarligt missförhållande": Severity.SERIOUS_RISK,
    "ej lex Sarah": Severity.OUTSIDE,
}
ACT_HELP = "Bara för lex Sarah-rapporter."
COMPLAINT_HELP = "Bara för synpunkter och klagomål."

COLUMNS = (
    Column(
        "reference",
        "Nummer",
        Line(40),
        "Ärendets nummer i det gamla registret. Ett nummer av vårt eget slag, som LS-2024-0007,"
        " behålls; andra sparas som äldre nummer och ärendet får ett nytt. Samma nummer, typ och"
        " år förs in bara en gång.",
        required=True,
        synonyms=("Ärendenummer", "Löpnummer", "Lnr", "Nr", "Id", "Ärende", "Referens"),
        example="EXEMPEL-1",
    ),
    Column(
        "kind",
        "Typ",
        Choice(Kind, KINDS),
        "Vad ärendet är. Lex Sarah-rapporter förs in av lex Sarah-ansvarig.",
        required=True,
        synonyms=("Typ av ärende", "Ärendetyp", "Slag"),
        example="Intern avvikelse",
    ),
    Column(
        "received_on",
        "Inkom",
        Day(),
        "Den dag rapporten kom in. Den avgör år och nummerserie.",
        required=True,
        synonyms=("Inkommen", "Inkom datum", "Datum inkom", "Ankomstdatum", "Inkommet", "Datum"),
        example="2024-03-04",
    ),
    Column(
        "unit",
        "Enhet",
        Units(),
        "Där det hände. En avslutad enhet går bra om den fanns den dagen.",
        required=True,
        synonyms=("Verksamhet", "Arbetsplats", "Avdelning", "Var"),
        example="Mottagningsenheten",
    ),
    Column(
        "description",
        "Vad hände",
        Text(),
        "Beskrivningen, utan namn och personnummer.",
        required=True,
        synonyms=("Beskrivning", "Händelse", "Händelsebeskrivning", "Vad hände?"),
        example="Ett brev lades i fel kuvert.",
    ),
    Column(
        "title", "Rubrik", Line(120), "Saknas den tas den första meningen.", synonyms=("Ämnesrad",)
    ),
    Column(
        "status",
        "Status",
        Choice(Status, STATUSES),
        "Saknas den följer den av datumen: avslutat, beslutat eller annars inkommet.",
        synonyms=("Läge",),
    ),
    Column("occurred_on", "Inträffade", Day(), synonyms=("Händelsedatum", "Datum för händelsen")),
    Column("discovered_at", "Upptäcktes", Moment(), synonyms=("Upptäckt", "Upptäcktsdatum")),
    Column("channel", "Kanal", Choice(Channel), "Hur det kom in.", synonyms=("Inkom via",)),
    Column("diary_number", "Diarienummer", Line(40), synonyms=("Dnr", "Diarienr", "Diarieföring")),
    Column("reporter_name", "Rapportör", Line(120), synonyms=("Rapporterad av", "Anmälare")),
    Column("reporter_title", "Rapportörens titel", Line(80), synonyms=("Titel", "Befattning")),
    Column(
        "investigator",
        "Utredare",
        Person(),
        "Den som utreder ett öppet ärende, och har rollen i dag.",
        synonyms=("Handläggare",),
    ),
    Column("immediate_measures", "Omedelbara åtgärder", Text(), synonyms=("Åtgärd direkt",)),
    Column(
        "consequence_actual",
        "Faktisk konsekvens",
        Choice(Consequence),
        synonyms=("Konsekvens",),
    ),
    Column("consequence_possible", "Möjlig konsekvens", Choice(Consequence)),
    Column(
        "consequence_text",
        "Konsekvens för den enskilde",
        Text(),
        synonyms=("Konsekvens för barnet eller den enskilde",),
    ),
    Column("affected_count", "Antal berörda", Whole(), synonyms=("Berörda",)),
    Column("sex", "Kön", Choice(Sex, SEXES)),
    Column("age_band", "Ålder", Choice(AgeBand), synonyms=("Åldersgrupp",)),
    Column(
        "type",
        "Avvikelsetyp",
        Reference(_types),
        "En undertyp kan skrivas ensam eller efter sin huvudtyp och ett kolon.",
        synonyms=("Kategori",),
    ),
    Column(
        "causes",
        "Bakomliggande orsaker",
        Several(_causes),
        synonyms=("Orsak", "Orsaker", "Bakomliggande orsak"),
    ),
    Column(
        "decided_on",
        "Beslutat",
        Day(),
        "Krävs för ett beslutat eller avslutat ärende. För en besvarad synpunkt räcker"
        " svarsdatumet.",
        synonyms=("Beslutsdatum", "Utredning klar", "Datum för beslut"),
    ),
    Column("decided_by_name", "Beslutat av", Line(120), synonyms=("Beslutsfattare",)),
    Column(
        "severity",
        "Grad",
        Choice(Severity, GRADES),
        f"{ACT_HELP} Ett beslut har alltid en grad.",
        synonyms=("Bedömning", "Allvarlighetsgrad", "Utfall"),
    ),
    Column(
        "closed_on",
        "Avslutat",
        Day(),
        "Krävs för ett avslutat ärende. För ett annullerat ärende: den dag det annullerades.",
        synonyms=("Avslutsdatum", "Avslutad"),
    ),
    Column(
        "suspected_on",
        "Allvarligt misstänktes",
        Day(),
        f"{ACT_HELP} Saknas den tas dagen för anmälan.",
    ),
    Column(
        "notified_on", "Anmält till IVO", Day(), ACT_HELP, synonyms=("IVO datum", "IVO-anmälan")
    ),
    Column("ivo_diary_number", "IVO:s diarienummer", Line(40), ACT_HELP, synonyms=("IVO dnr",)),
    Column(
        "completion_due_on",
        "Kompletteras till IVO senast",
        Day(planned=True),
        f"{ACT_HELP} Ger ett öppet ärende sin frist.",
    ),
    Column("completed_on", "Kompletterat till IVO", Day(), ACT_HELP),
    Column("topic", "Ämne", Choice(Complaint.Topic), COMPLAINT_HELP),
    Column(
        "is_appeal",
        "Överklagande",
        YesNo(),
        f"{COMPLAINT_HELP} Är det egentligen ett överklagande?",
    ),
    Column("answer", "Svar", Text(), COMPLAINT_HELP),
    Column("answered_on", "Besvarat", Day(), COMPLAINT_HELP, synonyms=("Svarsdatum",)),
    Column("outcome", "Bedömning av klagomålet", Choice(Complaint.Outcome), COMPLAINT_HELP),
)
