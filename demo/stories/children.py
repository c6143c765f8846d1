"""Lex Sarah reports in the section for children and young people."""

from demo.stories import Story
from deviations.catalogue import COMMUNICATION, COMPETENCE, EQUIPMENT, ORGANISATION, ROUTINES

INTAKE = ("barn-mottagning",)
INQUIRY = ("barnenheten", "ungdomsenheten")
PLACEMENT = ("familjehemsenheten", "barnenheten")

STORIES = (
    Story(
        "Skyddsbedömning gjordes för sent",
        "En orosanmälan om {p} kom in sent på en fredag. Skyddsbedömningen dokumenterades först "
        "efter {n} dagar, trots att anmälan beskrev våld i hemmet. Under tiden bodde {d} kvar i "
        "samma miljö.",
        "Skyddsbedömning saknas eller är sen",
        INTAKE,
        (ROUTINES, ORGANISATION),
        "Skyddsbedömning gjordes samma dag som bristen upptäcktes och ett hembesök bokades.",
        days=(3, 6),
    ),
    Story(
        "Skyddsbedömning saknas i akten",
        "Vid en genomgång av pågående ärenden saknades dokumenterad skyddsbedömning för {p}. "
        "Handläggaren uppger att bedömningen gjordes muntligt. Det går inte att se vilka uppgifter "
        "den byggde på.",
        "Skyddsbedömning saknas eller är sen",
        (*INTAKE, "barnenheten"),
        (ROUTINES, COMPETENCE),
        "En ny skyddsbedömning gjordes och dokumenterades tillsammans med arbetsledaren.",
    ),
    Story(
        "Förhandsbedömning drog över 14 dagar",
        "Förhandsbedömningen om {p} blev klar efter {n} dagar. Skolan hade då hört av sig två "
        "gånger. Beslut om att inleda utredning kunde ha fattats tidigare.",
        "Förhandsbedömning över 14 dagar",
        INTAKE,
        (ORGANISATION, ROUTINES),
        "Utredning inleddes och ärendet fick en handläggare samma dag.",
        days=(19, 46),
    ),
    Story(
        "Utredning fördelades inte till handläggare",
        "Ett beslut om utredning fattades för {p}, men ärendet låg utan handläggare i {n} dagar. "
        "Ingen träffade {d} under den tiden.",
        "Ärende inte fördelat",
        INQUIRY,
        (ORGANISATION, ROUTINES),
        "Ärendet fördelades och ett första samtal hölls inom tre dagar.",
        days=(18, 52),
    ),
    Story(
        "Utredning pågick längre än fyra månader",
        "Utredningen om {p} avslutades {n} dagar efter lagstadgad tid. Något beslut om förlängd "
        "tid finns inte. Behovet av stöd var känt sedan länge.",
        "Utredning över fyra månader",
        INQUIRY,
        (ORGANISATION, ROUTINES),
        "Utredningen slutfördes och familjen erbjöds stöd under tiden.",
        days=(25, 90),
    ),
    Story(
        "Barnet fick inte komma till tals",
        "Utredningen avslutades utan att {d} hade fått berätta själv. Motivering saknas. "
        "Bedömningen bygger bara på vad de vuxna har uppgett.",
        "Barnet har inte hörts",
        ("barnenheten", "familjeratten"),
        (COMPETENCE, ROUTINES),
        "Ett enskilt samtal erbjöds och utredningen kompletterades.",
    ),
    Story(
        "Uppgifter gick förlorade vid överlämning",
        "När ärendet om {p} lämnades från mottagningen till utredande enhet följde uppgifter om "
        "tidigare hot inte med. De blev kända först efter {n} dagar.",
        "Överlämning mellan mottagning och utredning",
        (*INTAKE, "barnenheten"),
        (COMMUNICATION, ROUTINES),
        "Enheterna gick igenom ärendet tillsammans och en ny riskbedömning gjordes.",
        days=(6, 24),
    ),
    Story(
        "Tidigare utredningar beaktades inte",
        "En orosanmälan om {p} avslutades utan åtgärd. Tre tidigare utredningar med liknande oro "
        "lästes inte in, och mönstret över tid syntes därför inte i bedömningen.",
        "Avsaknad av dokumentation",
        (*INTAKE, "barnenheten"),
        (ROUTINES, COMPETENCE),
        "Beslutet omprövades och utredning inleddes.",
    ),
    Story(
        "Övervägande av vård blev försenat",
        "Vården av {p} skulle ha övervägts inom sex månader. Underlaget kom till nämnden {n} dagar "
        "för sent.",
        "Övervägande efter sex månader",
        PLACEMENT,
        (ROUTINES, EQUIPMENT),
        "Underlaget togs fram och anmäldes till nästa sammanträde.",
        days=(12, 44),
    ),
    Story(
        "Vårdplan saknades under placering",
        "För {p} fanns ingen vårdplan när placeringen hade pågått i {n} dagar. Familjehemmet "
        "visste inte vad vården syftade till.",
        "Vårdplan eller genomförandeplan saknas",
        PLACEMENT,
        (ROUTINES, ORGANISATION),
        "En vårdplan upprättades tillsammans med vårdnadshavarna.",
        days=(30, 75),
    ),
    Story(
        "Genomförandeplan följdes inte upp",
        "Genomförandeplanen för {p} hade inte uppdaterats på över ett år. Skolgång och kontakt med "
        "syskon hade ändrats utan att det syntes i planen.",
        "Vårdplan eller genomförandeplan saknas",
        PLACEMENT,
        (ORGANISATION, ROUTINES),
        "Ett uppföljningsmöte hölls och planen skrevs om.",
    ),
    Story(
        "Umgänge utan plan för skydd",
        "Umgänge mellan {p} och en förälder genomfördes utan att det var klarlagt vem som skulle "
        "närvara. Situationen blev hotfull och umgänget fick avbrytas.",
        "Umgängesplan saknas",
        ("familjehemsenheten", "familjeratten"),
        (ROUTINES, COMMUNICATION),
        "Umgänget pausades tills en plan med umgängesstöd var beslutad.",
    ),
    Story(
        "Placering bröt samman utan reservplan",
        "En placering av {p} avbröts med några timmars varsel. Någon plan för vad som då skulle "
        "gälla fanns inte. {n} dagar gick innan ett stabilt boende var ordnat.",
        "Sammanbrott i placering",
        (*PLACEMENT, "ungdomsenheten"),
        (ORGANISATION, COMMUNICATION),
        "Ett jourhem ordnades och stödet till familjehemmet utökades.",
        "youth",
        (3, 14),
    ),
    Story(
        "Jourhem användes innan det var utrett",
        "Vid en akut placering av {p} användes ett hem som inte hade utretts färdigt. "
        "Registerkontrollen var beställd men svaret hade inte kommit.",
        "Åtgärd utan lagstöd",
        ("familjehemsenheten",),
        (ROUTINES, ORGANISATION),
        "Kontrollen slutfördes och hemmet besöktes samma vecka.",
    ),
    Story(
        "Besök i familjehemmet uteblev",
        "Socialsekreteraren skulle besöka {p} i familjehemmet fyra gånger under året men gjorde "
        "ett besök. Enskilt samtal hölls inte.",
        "Insats uteblir",
        ("familjehemsenheten",),
        (ORGANISATION,),
        "Besök genomfördes inom en vecka och besöken lades in i planeringen.",
    ),
    Story(
        "Utredning skickades till fel mottagare",
        "En utredning om {p} skickades till en adress som inte längre gällde. Försändelsen "
        "öppnades av en utomstående.",
        "Sekretessbrott eller fel mottagare",
        (*INQUIRY, "familjeratten"),
        (ROUTINES, EQUIPMENT),
        "Handlingen återfördes och incidenten anmäldes även som personuppgiftsincident.",
    ),
    Story(
        "Skyddade uppgifter röjdes",
        "I en kallelse framgick vilken ort {p} vistas på, trots beslut om skyddade "
        "personuppgifter. Kallelsen gick till en förälder som inte skulle ha uppgiften.",
        "Skyddad identitet",
        (*INQUIRY, "familjehemsenheten"),
        (ROUTINES, COMPETENCE),
        "Polisen kontaktades och en ny hotbildsbedömning gjordes samma dag.",
    ),
    Story(
        "Beviljad insats verkställdes inte",
        "Ett beslut om öppenvård för {p} verkställdes inte under {n} dagar. Familjen fick inget "
        "besked om varför.",
        "Beslut verkställs inte",
        ("barn-oppenvard", "barnenheten"),
        (ORGANISATION, COMMUNICATION),
        "Insatsen startade och familjen fick en ursäkt.",
        days=(35, 110),
    ),
    Story(
        "Kontaktfamilj avslutades utan uppföljning",
        "Uppdraget hos en kontaktfamilj för {p} upphörde utan att insatsen följdes upp. Behovet "
        "kvarstod och ingen ny familj söktes.",
        "Avvikelse från genomförandeplan",
        ("familjehemsenheten",),
        (ROUTINES, ORGANISATION),
        "Familjen kontaktades och ett nytt uppdrag påbörjades.",
    ),
    Story(
        "Läkarundersökning inför placering uteblev",
        "Inför placeringen av {p} erbjöds ingen läkarundersökning. Ett tillstånd som krävde "
        "behandling upptäcktes först efter {n} dagar.",
        "Insats uteblir",
        (*PLACEMENT, "ungdomsenheten"),
        (ROUTINES, COMMUNICATION),
        "Undersökning bokades och regionen informerades.",
        days=(14, 40),
    ),
    Story(
        "Uppgifter om våld polisanmäldes inte",
        "I samtal framkom att {p} hade utsatts för våld. Frågan om polisanmälan togs inte upp "
        "förrän {n} dagar senare.",
        "Bristande barnperspektiv",
        (*INTAKE, "barnenheten", "ungdomsenheten"),
        (ROUTINES, COMPETENCE),
        "Polisanmälan gjordes och samråd hölls med polis och åklagare.",
        days=(5, 21),
    ),
    Story(
        "Orosanmälan registrerades på fel barn",
        "En orosanmälan om {p} registrerades i en annan persons akt. Den rätta akten saknade "
        "därför uppgift om oron i {n} dagar.",
        "Verksamhetssystem",
        INTAKE,
        (EQUIPMENT, ROUTINES),
        "Anmälan flyttades och bedömdes på nytt.",
        days=(8, 30),
    ),
    Story(
        "Orosanmälan blev liggande i funktionsbrevlåda",
        "En orosanmälan om {p} från en förskola öppnades men registrerades inte. Den upptäcktes "
        "{n} dagar senare när förskolan ringde.",
        "Post och e-post",
        INTAKE,
        (ROUTINES, EQUIPMENT),
        "Anmälan registrerades och skyddsbedömning gjordes omgående.",
        days=(4, 17),
    ),
    Story(
        "Ungdom saknades från boendet utan uppföljning",
        "När {p} inte kom tillbaka till sitt boende tog det {n} dagar innan ansvarig "
        "socialsekreterare fick veta det. Någon handlingsplan för avvikning fanns inte.",
        "Avvikelse från genomförandeplan",
        ("ungdomsenheten",),
        (COMMUNICATION, ROUTINES),
        "Boendet och enheten kom överens om hur och när larm ska ske.",
        "youth",
        (2, 6),
    ),
    Story(
        "Insats startade utan båda vårdnadshavarnas samtycke",
        "Samtalsstöd för {p} påbörjades efter samtycke från en av två vårdnadshavare. Den andre "
        "fick veta det av skolan.",
        "Samtycke eller information",
        ("barn-oppenvard", "ungdomsenheten"),
        (COMPETENCE, ROUTINES),
        "Insatsen pausades och frågan löstes i möte med båda vårdnadshavarna.",
    ),
    Story(
        "Stöd under utredning dröjde vid våld",
        "Efter uppgifter om våld i familjen erbjöds {d} inget stöd förrän utredningen var klar, "
        "{n} dagar senare.",
        "Insats sen",
        ("barnenheten", "barn-oppenvard"),
        (ORGANISATION, ROUTINES),
        "Krissamtal erbjöds och en stödplan gjordes.",
        days=(45, 110),
    ),
    Story(
        "Kränkande bemötande vid hembesök",
        "Vid ett hembesök uttryckte sig en medarbetare nedlåtande om föräldrarna så att {d} "
        "hörde. Efteråt ville {d} inte träffa socialtjänsten.",
        "Brister i bemötande",
        INQUIRY,
        (COMPETENCE,),
        "En annan medarbetare tog över kontakten och familjen fick en ursäkt.",
    ),
    Story(
        "Skolgång ordnades inte vid placering",
        "Efter placeringen stod {p} utan skolplats i {n} dagar. Ansvaret mellan enheten och "
        "skolan i den nya kommunen var oklart.",
        "Försummelse",
        PLACEMENT,
        (COMMUNICATION, ORGANISATION),
        "Skolplats ordnades efter kontakt med rektor.",
        days=(12, 38),
    ),
)
