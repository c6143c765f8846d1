"""How individ- och familjeomsorgen is divided, whom it is for, who answers for what, how risks
are graded. The areas, ages and roles follow the published report; the words are ours."""

OVERALL = "Övergripande"
COMPETENCE = "Kompetensförsörjning"
AUTHORITY_CHILDREN = "Myndighetsutövning för barn och unga"
PREVENTION = "Förebyggande arbete"
CHILDREN = "Stöd till barn och unga"
FOSTER_HOMES = "Barn i familjehem"
AUTHORITY_ADULTS = "Myndighetsutövning för vuxna"
OUTPATIENT = "Öppenvård för barn och unga"
ADDICTION = "Stöd vid beroende"
LEAVING_CRIME = "Stöd för att lämna kriminella grupperingar"
VIOLENCE = "Insatser mot våld i nära relationer"
PSYCHIATRY = "Stöd vid psykisk funktionsnedsättning"
STATISTICS = "Statistik och kvalitetsregister"

SERVICE_AREAS = (
    OVERALL,
    COMPETENCE,
    AUTHORITY_CHILDREN,
    PREVENTION,
    CHILDREN,
    FOSTER_HOMES,
    AUTHORITY_ADULTS,
    OUTPATIENT,
    ADDICTION,
    LEAVING_CRIME,
    VIOLENCE,
    PSYCHIATRY,
    STATISTICS,
)

# unit, name, from age, to age, description
TARGET_GROUPS = (
    (
        "ifo",
        "Barn och unga med familjer",
        0,
        20,
        "Barn och unga som behöver stöd eller skydd, och deras föräldrar.",
    ),
    (
        "ifo",
        "Vuxna med beroende eller spelproblem",
        20,
        None,
        "Alkohol, narkotika, läkemedel eller spel om pengar.",
    ),
    (
        "ifo",
        "Vuxna som vill lämna en kriminell gruppering",
        20,
        None,
        "Stöd att bryta med miljön och bygga ett annat liv.",
    ),
    (
        "ifo",
        "Vuxna som utsätts för eller utövar våld i en nära relation",
        20,
        None,
        "Skydd och stöd, och hjälp att sluta för den som utövar våld.",
    ),
    (
        "ifo",
        "Personer med psykisk funktionsnedsättning",
        18,
        None,
        "Boendestöd, sysselsättning och särskilt boende.",
    ),
    (
        "ifo",
        "Anhöriga",
        None,
        None,
        "Stöd åt den som står nära, oavsett vem i familjen som har insatsen.",
    ),
    (
        "barn",
        "Barn och unga",
        0,
        20,
        "Barn och unga som behöver stöd eller skydd, även syskon och barn som har upplevt våld.",
    ),
    ("barn", "Föräldrar och familjehem", None, None, "Vuxna som bär ansvar för barnets vardag."),
    (
        "barn",
        "Vuxna som utsätts för eller utövar våld i en nära relation",
        18,
        None,
        "Hörde till sektionen till och med 2021.",
    ),
)

DUTIES = (
    (
        "Socialnämnden",
        "Bär det yttersta ansvaret och ser till att det finns ett ledningssystem för kvalitet.",
    ),
    (
        "Förvaltningschefen",
        "Håller ledningssystemet i gång och svarar för att privata utförare följs upp.",
    ),
    (
        "Verksamhetschefen",
        "Beslutar hur allvarlig en utredd händelse är enligt lex Sarah.",
    ),
    (
        "Sektionschefer och enhetschefer",
        "Planerar, genomför, följer upp och dokumenterar kvalitetsarbetet i sin verksamhet.",
    ),
    (
        "Kvalitetssamordnaren",
        "Sammanställer, analyserar och håller ihop kvalitetsarbetet över enheterna.",
    ),
    (
        "Alla medarbetare",
        "Arbetar efter processer och rutiner och rapporterar genast det som brister.",
    ),
)

# axis, step, what the step means here
SCALE_WORDS = (
    ("probability", 1, "Osannolikt: har inte hänt hos oss på flera år"),
    ("probability", 2, "Möjligt: händer eller kan hända någon gång om året"),
    ("probability", 3, "Troligt: händer eller väntas hända flera gånger om året"),
    ("consequence", 1, "Lindrig: stödet kommer senare eller blir sämre under en kort tid"),
    ("consequence", 2, "Kännbar: någon får fel stöd, eller inget, och förlorar tid och tillit"),
    (
        "consequence",
        3,
        "Allvarlig: ett barn eller en vuxen står utan skydd, eller lider rättsförlust",
    ),
)
