"""Lex Sarah reports in the section for adults, and at the out-of-hours service."""

from demo.stories import Story
from deviations.catalogue import COMMUNICATION, COMPETENCE, EQUIPMENT, ORGANISATION, ROUTINES

HOUSING_SUPPORT = (
    Story(
        "Boendestöd uteblev under flera veckor",
        "{P} fick inget boendestöd under {n} dagar när ordinarie personal var borta. Ingen "
        "ersättare planerades in och frånvaron märktes först när en anhörig ringde.",
        "Insats uteblir",
        ("boendestod",),
        (ORGANISATION, ROUTINES),
        "Stödet återupptogs samma dag och hemmet besöktes av två medarbetare.",
        "adult",
        (14, 32),
    ),
    Story(
        "Stöd gavs inte enligt planen",
        "Boendestödet skulle hjälpa {p} till vårdbesök varje månad. Tre besök missades utan att "
        "det antecknades, och behandlingen fördröjdes.",
        "Avvikelse från genomförandeplan",
        ("boendestod",),
        (COMMUNICATION, ROUTINES),
        "Nya tider bokades och en kontaktperson utsågs.",
        "adult",
    ),
    Story(
        "Tecken på försämring fördes inte vidare",
        "Vid flera besök noterades att {p} mådde allt sämre. Uppgifterna stannade i "
        "dagboksanteckningar och nådde inte ansvarig handläggare förrän efter {n} dagar.",
        "Försummelse",
        ("boendestod",),
        (COMMUNICATION, COMPETENCE),
        "Vården kontaktades och ett gemensamt möte hölls.",
        "adult",
        (9, 25),
    ),
    Story(
        "Vikarie saknade uppgifter om överenskommet stöd",
        "En vikarie i boendestödet hade inte fått veta hur {p} ska bemötas vid oro. Besöket "
        "avbröts och {d} blev ensam i en svår situation.",
        "Brister i bemötande",
        ("boendestod",),
        (COMMUNICATION, COMPETENCE),
        "Ordinarie medarbetare åkte dit samma kväll.",
        "adult",
    ),
    Story(
        "Nyckel till bostad hanterades fel",
        "En nyckel till bostaden hos {p} kunde inte hittas under {n} dagar och det planerade "
        "besöket uteblev.",
        "Insats uteblir",
        ("boendestod",),
        (ROUTINES, EQUIPMENT),
        "Låset byttes och nyckelskåpet försågs med kvittering.",
        "adult",
        (2, 5),
    ),
)

SLOW_INTAKE = Story(
    "Ansökan handlades inte skyndsamt",
    "En ansökan från {p} med akut behov av stöd låg utan bedömning i {n} dagar. Upprepade samtal "
    "till mottagningen kopplades inte ihop med ansökan.",
    "Insats sen",
    ("vuxen-mottagning",),
    (ROUTINES, ORGANISATION),
    "Ansökan bedömdes samma dag som bristen upptäcktes.",
    "adult",
    (9, 23),
)

STORIES = (
    *HOUSING_SUPPORT,
    SLOW_INTAKE,
    Story(
        "Skyddat boende erbjöds för sent",
        "{P} som levde med hot från en närstående fick vänta {n} dagar på plats i skyddat boende. "
        "Någon skriftlig riskbedömning fanns inte.",
        "Insats sen",
        ("vuxen-utredning", "relationsvald"),
        (ORGANISATION, ROUTINES),
        "Plats ordnades i annan kommun och en säkerhetsplan gjordes.",
        "adult",
        (3, 9),
    ),
    Story(
        "Beslut om behandling följdes inte upp",
        "Behandlingen för {p} skulle följas upp efter tre månader. Uppföljningen uteblev och {d} "
        "hade då stått utan insats i {n} dagar.",
        "Utebliven uppföljning",
        ("vuxen-utredning", "beroendemottagningen"),
        (ORGANISATION, ROUTINES),
        "Ny kontakt togs och behandlingen återupptogs.",
        "adult",
        (30, 70),
    ),
    Story(
        "Uppgift om vistelseort lämnades ut",
        "Vid ett telefonsamtal bekräftades var {p} bor för en person som inte hade rätt till "
        "uppgiften.",
        "Skyddad identitet",
        ("relationsvald", "vuxen-mottagning"),
        (COMPETENCE, ROUTINES),
        "En ny hotbildsbedömning gjordes och boendet byttes.",
        "adult",
    ),
    Story(
        "Sysselsättning verkställdes inte",
        "Beslutad sysselsättning för {p} påbörjades inte under {n} dagar och något besked gavs "
        "inte.",
        "Beslut verkställs inte",
        ("socialpsykiatri",),
        (ORGANISATION, COMMUNICATION),
        "En plats erbjöds och väntetiden förklarades.",
        "adult",
        (60, 120),
    ),
)

ON_CALL = (
    Story(
        "Akut placering överlämnades ofullständigt",
        "Efter en placering av {p} under helgen lämnades inga uppgifter om hälsotillstånd över "
        "till den enhet som tog vid på måndagen.",
        "Överlämning mellan mottagning och utredning",
        ("socialjouren",),
        (COMMUNICATION, ROUTINES),
        "Uppgifterna togs fram och enheterna stämde av per telefon.",
    ),
    Story(
        "Larm besvarades inte under kvällen",
        "Ett samtal om {p} nådde inte jouren under en kväll när telefonin låg nere. Reservnumret "
        "var inte känt för polisen.",
        "Brister i fysisk miljö, utrustning och teknik",
        ("socialjouren",),
        (EQUIPMENT, ROUTINES),
        "Reservnumret meddelades polis och vårdgivare samma natt.",
    ),
    Story(
        "Skyddsbedömning utan barnsamtal under jourtid",
        "Jouren bedömde skyddsbehovet för {p} efter samtal med vårdnadshavaren ensam. Barnet var "
        "hemma men tillfrågades inte.",
        "Barnet har inte hörts",
        ("socialjouren",),
        (ROUTINES, COMPETENCE),
        "Barnsamtal hölls dagen därpå av mottagningen.",
    ),
)
