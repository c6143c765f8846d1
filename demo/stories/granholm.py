"""Granholms kommun: the risks, controls and measures of a published plan for 2020, process by
process. The numbers and what each is about are published; the words are ours.

Nobody answers for anything, no risk is judged, and controls and measures hang on their process:
that is how the plan was printed, and what the chain and the checks are to find.
"""

from dataclasses import dataclass

from measures.models import Measure
from organisation.models import Process
from risks.models import Control, Method

OWN_SAY = "Självbestämmande och integritet"
WHOLE = "Helhetssyn och samordning"
SAFE = "Trygghet och säkerhet"
KNOWLEDGE = "Kunskapsbaserad verksamhet"

CHILD_TAKES_PART = "Barns delaktighet"
PROTECTION = "Stöd och skydd"
PLACED = "Placerade barn i jourhem och familjehem"
FOSTER = "Placerade barn i familjehem"
FOLLOW_UP = "Uppföljning och måluppfyllelse"

MAIN, SUPPORT = Process.Kind.MAIN, Process.Kind.SUPPORT
SHARE, COUNT, WORDS = Control.Measured.SHARE, Control.Measured.COUNT, Control.Measured.WORDS
FILES, SYSTEM = Method.FILE_REVIEW, Method.SYSTEM_DATA
ROUTINE, TRAINING, STAFFING = (
    Measure.Kind.ROUTINE,
    Measure.Kind.TRAINING,
    Measure.Kind.STAFFING,
)
TOGETHER, CHECK, REGISTER = (
    Measure.Kind.COOPERATION,
    Measure.Kind.CONTROL,
    Measure.Kind.SYSTEM,
)


@dataclass(frozen=True)
class ProcessStory:
    number: str
    name: str
    kind: str
    risks: tuple[tuple[str, str, str], ...]  # title, quality area, theme
    controls: tuple[tuple[str, str, str], ...]  # title, method, measured
    measures: tuple[tuple[str, str], ...]  # title, kind


PROCESSES = (
    ProcessStory(
        "4.1",
        "Våld i nära relation",
        MAIN,
        risks=(
            ("Risk att oklar ledning och bristande samordning går ut över den enskilde", WHOLE, ""),
        ),
        controls=(("Intern samordning i ett urval av utredningar", FILES, WORDS),),
        measures=(
            ("Ta upp samordningen på gruppmöten och när ärenden fördelas", TOGETHER),
            ("Låta mottagningsgruppen se till att handläggare finns från början", STAFFING),
        ),
    ),
    ProcessStory(
        "4.2",
        "Förebyggande insatser för barn och unga",
        MAIN,
        risks=(
            ("Risk att barnet ställs utanför planeringen i SSPF", OWN_SAY, ""),
            ("Risk att det som bedöms i SSPF inte leder till rätt insats", KNOWLEDGE, ""),
        ),
        controls=(),
        measures=(
            ("Fråga barn och vårdnadshavare vad SSPF har betytt för dem", ROUTINE),
            ("Använda ett bedömningsinstrument när parterna är oense", ROUTINE),
        ),
    ),
    ProcessStory(
        "4.3",
        "Förhandsbedömning",
        MAIN,
        risks=(
            ("Risk att barnets egen berättelse inte kommer med", OWN_SAY, CHILD_TAKES_PART),
            ("Risk att barn som utsätts för våld inte får skydd i tid", SAFE, PROTECTION),
            ("Risk att den enskilde faller mellan stolarna när flera är inblandade", WHOLE, ""),
        ),
        controls=(
            ("Andel anmälningar där barnet har fått säga sitt", SYSTEM, SHARE),
            ("Andel utredningar som inletts när ett barn utsatts för våld", SYSTEM, SHARE),
            ("Antal anmälningar om våld som inte lett till utredning", SYSTEM, COUNT),
            ("Andel anmälningar där behovet av omedelbart skydd är bedömt", SYSTEM, SHARE),
        ),
        measures=(
            ("Följa hur ofta barn är delaktiga i förhandsbedömningen", CHECK),
            ("Tala med barnet och registrera samtalet i verksamhetssystemet", REGISTER),
            ("Gå igenom utredningar som inte inleddes tillsammans med jurist", TRAINING),
            ("Höja kvaliteten på skyddsbedömningarna", ROUTINE),
        ),
    ),
    ProcessStory(
        "4.4",
        "Utredning enligt 11 kap. 1 och 2 §§ SoL",
        MAIN,
        risks=(
            ("Risk att barn inte får det stöd eller skydd som de behöver", SAFE, PROTECTION),
            ("Risk att barn som behöver en social insatsgrupp inte hittas", SAFE, ""),
            ("Risk att oklar ledning gör att utredningar prioriteras olika", WHOLE, ""),
            ("Risk att barnet inte är delaktigt i sin utredning", OWN_SAY, CHILD_TAKES_PART),
            ("Risk att utredningsplanen inte svarar mot anmälan", KNOWLEDGE, ""),
            ("Risk att våld inte utreds grundligt när instrument saknas", KNOWLEDGE, ""),
            ("Risk att utredningen avviker från lag och föreskrift", SAFE, ""),
            ("Risk att möjligheten att följa upp utan samtycke inte används", SAFE, ""),
        ),
        controls=(
            ("Återkommande granskning av enskilda akter", FILES, WORDS),
            ("Andel barn som haft ett eget möte under utredningen", SYSTEM, SHARE),
        ),
        measures=(
            ("Skapa samsyn mellan gruppchefer om grunderna för beslut", TOGETHER),
            ("Planera och införa sociala insatsgrupper", ROUTINE),
            ("Tala med barnet och registrera mötet i verksamhetssystemet", REGISTER),
            ("Besöka en kommun som kommit längre med delaktighet", TRAINING),
            ("Ge juridisk handledning varje månad", TRAINING),
            ("Ta fram information till barn om vad en utredning är", ROUTINE),
            ("Djupintervjua barn enligt Västernorrlandsmodellen", CHECK),
            ("Utbilda i instrumentet Risk under våren", TRAINING),
            ("Granska varandras akter", CHECK),
            ("Låta gruppledare jämföra utredningsplanen med anmälan", CHECK),
        ),
    ),
    ProcessStory(
        "4.5",
        "Samordnad utredning",
        MAIN,
        risks=(
            ("Risk att barn- och vuxengrupp arbetar var för sig", WHOLE, ""),
            ("Risk att barnet inte kommer till tals", OWN_SAY, CHILD_TAKES_PART),
            ("Risk att utredning inte inleds för alla barn som utsätts för våld", SAFE, ""),
        ),
        controls=(
            ("Andel barn som haft ett eget möte i den samordnade utredningen", SYSTEM, SHARE),
            ("Andel anmälningar med bedömt behov av omedelbart skydd", SYSTEM, SHARE),
            ("Andel barn med anmälan om våld utan inledd utredning", SYSTEM, SHARE),
        ),
        measures=(
            ("Träffa barnet och registrera mötet", REGISTER),
            ("Låta gruppledare granska ärenden där utredning inte inletts", CHECK),
        ),
    ),
    ProcessStory(
        "4.6",
        "Heldygnsvård: genomföra och följa upp",
        MAIN,
        risks=(
            ("Risk att vården av placerade barn inte håller kvaliteten", SAFE, ""),
            ("Risk att placerade barn inte får vara delaktiga", OWN_SAY, CHILD_TAKES_PART),
            ("Risk att vården i jourhem och familjehem brister", SAFE, PLACED),
            ("Risk att effekten av insatserna och skolgången inte följs", KNOWLEDGE, FOLLOW_UP),
            ("Risk att nätverksmöte, hälsokontroll eller tidigt besök uteblir", WHOLE, ""),
            ("Risk att genomförandeplan eller umgängesplan saknas", SAFE, ""),
        ),
        controls=(
            ("Andel barn med eget möte när heldygnsvården följs upp", SYSTEM, SHARE),
            ("Andel barn i familjehem med minst fyra egna samtal om året", SYSTEM, SHARE),
            ("Andel placerade barn med dokumenterade mål", SYSTEM, SHARE),
            ("Andel nya anmälningar där omedelbart skydd är bedömt", SYSTEM, SHARE),
        ),
        measures=(
            ("Hålla nätverksmöte före varje placering i jourhem", ROUTINE),
            ("Sätta in erfarna medhandläggare i långa jourhemsplaceringar", STAFFING),
            ("Tala varje vecka med de egna jourhemmen", TOGETHER),
            ("Lägga ett årshjul med minst fyra uppföljningar", ROUTINE),
            ("Skriva mål enligt vägledningen", ROUTINE),
            ("Ta fram information till placerade barn", ROUTINE),
            ("Planera umgänget för varje placerat barn", ROUTINE),
            ("Följa hälsa och tänder", CHECK),
            ("Djupintervjua placerade barn enligt Västernorrlandsmodellen", CHECK),
            ("Följa skolgången", CHECK),
        ),
    ),
    ProcessStory(
        "4.7",
        "Utredning om vårdnad, boende och umgänge",
        MAIN,
        risks=(
            ("Risk att barnets vilja inte framgår", OWN_SAY, CHILD_TAKES_PART),
            ("Risk att våld inte vägs in i vårdnadsutredningen", SAFE, ""),
        ),
        controls=(("Antal utredningar där barnet har kommit till tals", SYSTEM, COUNT),),
        measures=(),
    ),
    ProcessStory(
        "4.8",
        "Öppna insatser: genomföra och följa upp",
        MAIN,
        risks=(
            ("Risk att barnet inte är med när insatsen följs upp", OWN_SAY, CHILD_TAKES_PART),
            ("Risk att effekten för det enskilda barnet inte följs", KNOWLEDGE, FOLLOW_UP),
        ),
        controls=(
            ("Andel avslutade uppföljningar med eget möte med barnet", SYSTEM, SHARE),
            ("Andel barn i öppna insatser med dokumenterade mål", SYSTEM, SHARE),
        ),
        measures=(
            ("Tala med barnet vid uppföljningen och registrera det", REGISTER),
            ("Införa handboken om mätbara mål", ROUTINE),
            ("Låta gruppledare läsa målen vid beslut", CHECK),
        ),
    ),
    ProcessStory(
        "4.9",
        "Familjehem",
        MAIN,
        risks=(
            ("Risk att vården i familjehem brister", SAFE, FOSTER),
            ("Risk att utredningarna av familjehem inte håller måttet", KNOWLEDGE, ""),
        ),
        controls=(("Antal rekryterade familjehem", SYSTEM, COUNT),),
        measures=(
            ("Rekrytera fler egna jourhem och familjehem", STAFFING),
            ("Kartlägga hur rekryteringen går till", ROUTINE),
        ),
    ),
    ProcessStory(
        "4.10",
        "Frivilliga samarbetssamtal",
        MAIN,
        risks=(("Risk att konflikten fördjupas när samtalen dröjer", "", ""),),
        controls=(),
        measures=(("Stämma av varje vecka vilka familjer som väntat över tre veckor", CHECK),),
    ),
    ProcessStory(
        "5.1",
        "Synpunkter och klagomål",
        SUPPORT,
        risks=(
            ("Risk att klagomål inte leder till utveckling", "", ""),
            ("Risk att barn inte är med och utvecklar verksamheten", "", CHILD_TAKES_PART),
        ),
        controls=(),
        measures=(
            ("Stötta införandet av klagomålshanteringen", ROUTINE),
            ("Djupintervjua för att låta fler vara med och utveckla", CHECK),
        ),
    ),
    ProcessStory(
        "5.2",
        "Interna avvikelser",
        SUPPORT,
        risks=(
            ("Risk att för få avvikelser rapporteras för att lära av dem", KNOWLEDGE, ""),
            ("Risk att oklar ledning gör att avvikelser inte tas om hand", WHOLE, ""),
            ("Risk att barnen möter nya handläggare för ofta", SAFE, ""),
            ("Risk att brister i vården av placerade barn inte fångas", "", PLACED),
        ),
        controls=(),
        measures=(
            ("Stötta hanteringen av interna avvikelser", ROUTINE),
            ("Introducera nyanställda bättre", STAFFING),
            ("Återkoppla varje månad om rekryteringen av familjehem", TOGETHER),
        ),
    ),
    ProcessStory(
        "5.3",
        "Lex Sarah",
        SUPPORT,
        risks=(
            (
                "Risk att rapporteringsskyldigheten är okänd så att barn inte skyddas",
                "",
                PROTECTION,
            ),
        ),
        controls=(("Antal lex Sarah-rapporter jämfört med tidigare år", SYSTEM, COUNT),),
        measures=(
            ("Stötta införandet av rutinen för lex Sarah", ROUTINE),
            ("Granska akter och sammanställa resultatet per grupp", CHECK),
        ),
    ),
    ProcessStory(
        "5.4",
        "Upphandling, LOV och överenskommelser",
        SUPPORT,
        risks=(
            ("Risk att det som upphandlas inte svarar mot familjernas behov", "", ""),
            ("Risk att barnets bästa saknas i underlagen", "", ""),
        ),
        controls=(),
        measures=(
            ("Utveckla analysen av behov och marknad", ROUTINE),
            ("Delta i Barnrättsdagarna", TRAINING),
        ),
    ),
    ProcessStory(
        "5.5",
        "Kundval",
        SUPPORT,
        risks=(("Risk att barnet inte är delaktigt i valet", "", CHILD_TAKES_PART),),
        controls=(),
        measures=(("Hålla dialogmöte om vilka anordnare som finns", TOGETHER),),
    ),
    ProcessStory(
        "5.6",
        "Verksamhetsuppföljning",
        SUPPORT,
        risks=(
            ("Risk att effekten inte följs för hela grupper", "", FOLLOW_UP),
            ("Risk att bristande vård av placerade barn inte upptäcks", "", PLACED),
        ),
        controls=(),
        measures=(
            ("Förankra mätbara mål", ROUTINE),
            ("Granska akter för barn som är placerade dygnet runt", CHECK),
        ),
    ),
)
