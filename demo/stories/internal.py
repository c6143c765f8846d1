"""Internal deviations, and deviations at providers and from other organisations."""

from demo.stories import Story
from deviations.catalogue import COMMUNICATION, COMPETENCE, EQUIPMENT, ORGANISATION, ROUTINES

CHILDREN = (
    Story(
        "Ärende togs emot av fel enhet",
        "Ett ärende som hör till en annan enhet togs emot och låg i {n} dagar innan det "
        "skickades vidare. Den enskilde påverkades inte.",
        "Överlämning mellan mottagning och utredning",
        ("barn-mottagning",),
        (ROUTINES, COMMUNICATION),
        who="nobody",
        days=(2, 8),
    ),
    Story(
        "Återkoppling till anmälare uteblev",
        "En skola som anmält oro fick inte besked om att utredning inletts.",
        "Samtycke eller information",
        ("barn-mottagning",),
        (ROUTINES, COMMUNICATION),
        who="nobody",
    ),
    Story(
        "Mottagningstelefonen var obemannad",
        "Telefonen var obemannad en förmiddag när två medarbetare var sjuka samtidigt.",
        "Brister i arbetssätt, metoder och rutiner",
        ("barn-mottagning",),
        (ORGANISATION,),
        who="nobody",
    ),
    Story(
        "Anmälan lades i fel mapp",
        "En anmälan hamnade i en mapp som ingen bevakade. Den upptäcktes samma dag vid "
        "eftermiddagens genomgång.",
        "Post och e-post",
        ("barn-mottagning",),
        (ROUTINES, EQUIPMENT),
        who="nobody",
    ),
    Story(
        "Dokumentation skrevs för sent",
        "Anteckningar från ett möte fördes in i akten {n} dagar efteråt.",
        "Försenad dokumentation",
        ("barnenheten", "ungdomsenheten", "familjehemsenheten"),
        (ORGANISATION, ROUTINES),
        who="nobody",
        days=(8, 24),
    ),
    Story(
        "Beslutsunderlag saknade underskrift",
        "Ett beslut expedierades utan underskrift och fick skickas på nytt.",
        "Brister i rättssäkerhet vid handläggning och genomförande",
        ("barnenheten", "ungdomsenheten", "familjeratten"),
        (ROUTINES,),
        who="nobody",
    ),
    Story(
        "Verksamhetssystemet låg nere",
        "Systemet gick inte att nå under en halv dag. Anteckningar fördes på papper och skrevs "
        "in senare.",
        "Verksamhetssystem",
        ("barnenheten", "ungdomsenheten", "barn-mottagning"),
        (EQUIPMENT,),
        who="nobody",
    ),
    Story(
        "Behörighet fanns kvar efter byte av enhet",
        "En medarbetare kunde läsa den förra enhetens ärenden i {n} dagar efter sitt byte. "
        "Loggen visar att inga ärenden öppnades.",
        "Verksamhetssystem",
        ("ungdomsenheten", "familjehemsenheten"),
        (EQUIPMENT, ROUTINES),
        who="nobody",
        days=(5, 30),
    ),
    Story(
        "Tolk bokades på fel språk",
        "Ett möte fick ställas in eftersom tolken inte talade familjens språk.",
        "Samtycke eller information",
        ("barnenheten", "familjeratten"),
        (COMMUNICATION,),
        who="nobody",
    ),
    Story(
        "Besöksrum var dubbelbokat",
        "Två familjer kallades till samma rum. En av dem fick vänta i en halvtimme.",
        "Brister i fysisk miljö, utrustning och teknik",
        ("barn-oppenvard", "familjeratten"),
        (ORGANISATION,),
        who="nobody",
    ),
    Story(
        "Ersättning till familjehem betalades ut sent",
        "Arvodet för en månad betalades ut {n} dagar för sent.",
        "Brister i arbetssätt, metoder och rutiner",
        ("familjehemsenheten",),
        (ROUTINES, EQUIPMENT),
        who="nobody",
        days=(3, 12),
    ),
    Story(
        "Gruppträff ställdes in med kort varsel",
        "En föräldragrupp ställdes in samma dag. Två deltagare nåddes inte av beskedet.",
        "Insats delvis utförd",
        ("barn-oppenvard",),
        (ORGANISATION, COMMUNICATION),
        who="nobody",
    ),
)

# Reported as lex Sarah, found to fall outside it: what H21 names first is the case system.
RETURNED = (
    Story(
        "Registrering i verksamhetssystemet blev fel",
        "En uppgift registrerades fel och rättades samma dag. Felet kunde inte få följder för "
        "den enskilde.",
        "Verksamhetssystem",
        ("barn-mottagning", "barnenheten"),
        (EQUIPMENT,),
        who="nobody",
    ),
    Story(
        "Påminnelse skickades inte ut från systemet",
        "En automatisk påminnelse uteblev. Handläggaren hade bevakningen i egen kalender och "
        "ingen dag gick förlorad.",
        "Verksamhetssystem",
        ("ungdomsenheten", "barnenheten"),
        (EQUIPMENT, ROUTINES),
        who="nobody",
    ),
    Story(
        "Mall i systemet innehöll fel uppgift",
        "En mall innehöll fel telefonnummer. Felet upptäcktes innan något brev hade skickats.",
        "Verksamhetssystem",
        ("familjehemsenheten", "barn-mottagning"),
        (EQUIPMENT,),
        who="nobody",
    ),
)

ADULTS = (
    Story(
        "Ansökan registrerades dubbelt",
        "Samma ansökan registrerades på två handläggare. Felet rättades efter {n} dagar.",
        "Verksamhetssystem",
        ("vuxen-mottagning",),
        (EQUIPMENT, ROUTINES),
        who="nobody",
        days=(2, 6),
    ),
    Story(
        "Nytt ärende fördelades inte vid veckomötet",
        "Ett ärende föll bort ur listan vid fördelningen och togs upp veckan därpå.",
        "Ärende inte fördelat",
        ("vuxen-mottagning", "vuxen-utredning"),
        (ROUTINES,),
        who="nobody",
    ),
    Story(
        "Samtal kopplades inte vidare",
        "En person ringde tre gånger utan att nå rätt handläggare.",
        "Brister i arbetssätt, metoder och rutiner",
        ("vuxen-mottagning",),
        (COMMUNICATION, ORGANISATION),
        who="nobody",
    ),
    Story(
        "Ombokat besök meddelades inte",
        "Ett besök flyttades utan att den enskilde fick veta det.",
        "Samtycke eller information",
        ("boendestod", "socialpsykiatri"),
        (COMMUNICATION,),
        who="nobody",
    ),
    Story(
        "Genomförandeplan saknade datum för uppföljning",
        "Vid en genomgång saknade planen datum för uppföljning. Stödet gavs som det skulle.",
        "Vårdplan eller genomförandeplan saknas",
        ("boendestod", "socialpsykiatri"),
        (ROUTINES,),
        who="nobody",
    ),
    Story(
        "Larmknapp fungerade inte",
        "En larmknapp i en besökslokal fungerade inte vid veckans prov.",
        "Brister i fysisk miljö, utrustning och teknik",
        ("beroendemottagningen", "socialpsykiatri"),
        (EQUIPMENT,),
        who="nobody",
    ),
    Story(
        "Kallelse skickades till gammal adress",
        "Kallelsen kom i retur och mötet fick bokas om. Inga känsliga uppgifter syntes utanpå.",
        "Post och e-post",
        ("vuxen-utredning", "relationsvald"),
        (ROUTINES,),
        who="nobody",
    ),
    Story(
        "Introduktion av vikarie blev ofullständig",
        "En vikarie började arbeta utan genomgång av rutinen för dokumentation.",
        "Brister i arbetssätt, metoder och rutiner",
        ("boendestod",),
        (COMPETENCE, ORGANISATION),
        who="nobody",
    ),
    Story(
        "Aktivitet ställdes in utan ersättare",
        "En öppen aktivitet ställdes in när ledaren blev sjuk.",
        "Insats delvis utförd",
        ("socialpsykiatri",),
        (ORGANISATION,),
        who="nobody",
    ),
    Story(
        "Beslut skrevs i fel mall",
        "Ett beslut skrevs i en mall som inte längre gäller och fick skrivas om.",
        "Brister i rättssäkerhet vid handläggning och genomförande",
        ("vuxen-utredning", "beroendemottagningen"),
        (ROUTINES, COMPETENCE),
        who="nobody",
    ),
)

PROVIDERS = (
    Story(
        "Utföraren bemannade natten med en person",
        "Avtalet kräver två vakna medarbetare. Utföraren rapporterade själv att en natt "
        "bemannades med en.",
        "Brister i utförandet av insatser",
        ("tallkotten",),
        (ORGANISATION,),
        who="nobody",
    ),
    Story(
        "Månadsrapport från utföraren uteblev",
        "Rapporten om stödet kom {n} dagar efter avtalad dag.",
        "Försenad dokumentation",
        ("klarstrom", "tallkotten"),
        (ROUTINES,),
        who="nobody",
        days=(10, 26),
    ),
)

EXTERNAL = (
    Story(
        "Samordnad plan kallades inte från vården",
        "Regionen skrev ut en person utan att kalla till samordnad individuell plan. Avvikelsen "
        "har skickats till vårdenheten.",
        "Brister i arbetssätt, metoder och rutiner",
        ("vuxen-utredning", "socialpsykiatri"),
        (COMMUNICATION,),
        who="nobody",
    ),
    Story(
        "Skola lämnade inte uppgifter till utredning",
        "Begärda uppgifter kom {n} dagar efter överenskommen tid. Avvikelsen har skickats till "
        "rektor.",
        "Brister i arbetssätt, metoder och rutiner",
        ("barnenheten", "ungdomsenheten"),
        (COMMUNICATION,),
        who="nobody",
        days=(14, 35),
    ),
    Story(
        "Placering i annan kommun utan besked",
        "En annan kommun placerade en person hos oss utan att informera. Frågan har tagits upp "
        "mellan kommunerna.",
        "Brister i arbetssätt, metoder och rutiner",
        ("ungdomsenheten", "vuxen-mottagning"),
        (COMMUNICATION,),
        who="nobody",
    ),
)
