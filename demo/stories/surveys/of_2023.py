"""The twelve of 2023."""

from demo.stories import areas
from demo.stories.surveys.story import Asked, SurveyStory

NATIONAL = "Nationell brukarundersökning"
OWN = "Egen brukarundersökning"
SKR = "SKR:s redovisning 2023"

_CHILDREN = (
    SurveyStory(
        "BU-UNGA",
        2023,
        OWN,
        "own",
        "barn",
        areas.CHILDREN,
        "barn och unga som utretts eller fått insats",
        None,
        46,
        (
            Asked(
                "delaktig",
                "Har varit delaktig i sin utredning eller insats",
                (("Ja", 37), ("Nej", 3)),
                of="ungdomar 13–20 år",
            ),
            Asked(
                "battre",
                "Situationen har blivit bättre",
                (("Ja", 35), ("Oförändrad", 8), ("Nej", 3)),
            ),
        ),
        "löpande under året",
        OWN,
        "De unga är genomgående positiva. Svaren är få i förhållande till alla som utretts.",
    ),
    SurveyStory(
        "BU-VARDNAD",
        2023,
        OWN,
        "own",
        "barn",
        areas.CHILDREN,
        "vårdnadshavare till barn som utretts eller fått insats",
        None,
        166,
        (
            Asked("delaktig", "Har varit delaktig i utredningen", share=82),
            Asked(
                "battre",
                "Situationen har blivit bättre",
                (("Ja", 91), ("Oförändrad", 52), ("Nej", 23)),
            ),
        ),
        "löpande under året",
        OWN,
        "De flesta känner sig delaktiga, men färre märker att situationen har blivit bättre.",
    ),
    SurveyStory(
        "BU-FAMHEM",
        2023,
        NATIONAL,
        "national",
        "familjehemsenheten",
        areas.FOSTER_HOMES,
        "placerade barn från 13 år",
        33,
        15,
        (
            Asked("trygg", "Trygg i sitt familjehem", (("Ja", 15), ("Nej", 0))),
            Asked(
                "fritid",
                "Får stöd för en bra fritid",
                (("Ja", 13), ("Nej", 2)),
                national_text="lägre än i riket",
            ),
        ),
        "hösten 2023",
        SKR,
        "Alla som svarat är trygga där de bor. Stödet till fritiden behöver tas upp med "
        "familjehemmen.",
    ),
)
_PREVENTION = (
    SurveyStory(
        "BU-KURATOR",
        2023,
        "Enkät efter samtal med kurator",
        "own",
        "barn-oppenvard",
        areas.PREVENTION,
        "föräldrar på familjecentralerna",
        carried_out="löpande under året",
        source="Familjecentralernas enkät",
        comment="Svaren är positiva, men de har inte räknats samman.",
    ),
    SurveyStory(
        "BU-FRIDLYST",
        2023,
        "Enkät efter gruppen Fridlyst",
        "own",
        "barn-oppenvard",
        areas.PREVENTION,
        "barn som är anhöriga",
        carried_out="efter varje grupp",
        source="Gruppens enkät",
        comment="Barnen är nöjda med gruppen. Antalet svar har inte redovisats.",
    ),
)
_PSYCHIATRY = (
    SurveyStory(
        "BU-BOSTOD",
        2023,
        NATIONAL,
        "national",
        "boendestod",
        areas.PSYCHIATRY,
        "personer med boendestöd i socialpsykiatrin",
        245,
        102,
        (
            Asked(
                "bestammer",
                "Bestämmer själv om det som är viktigt",
                (("Ja", 93), ("Nej", 9)),
                national_text="högre än i riket",
            ),
            Asked(
                "trygg",
                "Känner sig trygg med personalen",
                (("Ja", 96), ("Nej", 6)),
                national_text="högre än i riket",
            ),
        ),
        "hösten 2023",
        SKR,
        "Svaren är bättre än i riket på alla frågor. Mer än hälften har inte svarat.",
    ),
    SurveyStory(
        "BU-AKTIVITET",
        2023,
        NATIONAL,
        "national",
        "socialpsykiatri",
        areas.PSYCHIATRY,
        "deltagare i Aktivitetshusets dagliga sysselsättning",
        43,
        32,
        (
            Asked("trivs", "Trivs", (("Ja", 32), ("Nej", 0))),
            Asked(
                "bestamma",
                "Får vara med och bestämma",
                (("Ja", 26), ("Ibland", 4), ("Nej", 2)),
                national=82,
                previous=94,
            ),
        ),
        "hösten 2023",
        SKR,
        "Alla trivs. Färre än förut tycker att de får vara med och bestämma, och husmötena "
        "planeras därför om.",
    ),
    SurveyStory(
        "BU-BOENDE",
        2023,
        NATIONAL,
        "national",
        "socialpsykiatri",
        areas.PSYCHIATRY,
        "boende i två särskilda boenden",
        17,
        12,
        (
            Asked("trivs", "Trivs hemma", (("Ja", 11), ("Nej", 1)), national_text="över riket"),
            Asked(
                "vet",
                "Vet vart man vänder sig",
                (("Ja", 10), ("Nej", 2)),
                national_text="över riket",
            ),
            Asked(
                "hjalp",
                "Får den hjälp man vill ha",
                (("Ja", 11), ("Nej", 1)),
                national_text="över riket",
            ),
            Asked(
                "omtanke",
                "Personalen bryr sig",
                (("Alla", 8), ("Några", 4)),
                national_text="under riket, lägre än året före",
            ),
            Asked(
                "forstar",
                "Personalen pratar så att man förstår",
                (("Alla", 8), ("Några", 4)),
                national_text="under riket, lägre än året före",
            ),
        ),
        "hösten 2023",
        SKR,
        "De boende trivs och får hjälp. Bemötandet har fått lägre omdöme och tas upp i båda "
        "personalgrupperna.",
    ),
    SurveyStory(
        "BU-NATT",
        2023,
        NATIONAL,
        "national",
        "boendestod",
        areas.PSYCHIATRY,
        "personer med boendestöd på natten",
        9,
        4,
        (Asked("trygg", "Känner sig trygg med personalen", (("Ja", 4), ("Nej", 0))),),
        "hösten 2023",
        SKR,
        "Få har stöd på natten. Frågorna tas upp i samtal i stället.",
    ),
)
_ADULTS = (
    SurveyStory(
        "BU-BEROENDE",
        2023,
        NATIONAL,
        "national",
        "beroendemottagningen",
        areas.ADDICTION,
        "vuxna i kontakt med Beroendemottagningen",
        26,
        3,
        (Asked("hjalp", "Får den hjälp man vill ha", (("Ja", 2), ("Nej", 1))),),
        "hösten 2023",
        SKR,
        "För få svarade. Nästa år delas enkäten ut vid besöket.",
    ),
    SurveyStory(
        "SU-KVINNOFRID",
        2023,
        "Individbaserad uppföljning, SU-kvinnofrid",
        "individual",
        "relationsvald",
        areas.VIOLENCE,
        "kvinnor som avslutat insats mot våld",
        questions=(
            Asked("betydelse", "Insatsen har haft betydelse", share=100),
            Asked(
                "stor",
                "Insatsen har haft stor eller helt avgörande betydelse",
                share=83,
                of="de som svarat att insatsen haft betydelse",
            ),
            Asked(
                "delaktig",
                "Har haft stor eller mycket stor möjlighet att vara delaktig",
                share=77,
            ),
        ),
        carried_out="vid avslutad insats under året",
        source="teamets sammanställning 2023",
        comment="Alla säger att insatsen har betytt något. Delaktigheten kan bli bättre när "
        "flera myndigheter är inblandade.",
    ),
    SurveyStory(
        "FBI",
        2023,
        "Funktionell beteendeintervention, eftermätning",
        "before_after",
        "barn-oppenvard",
        areas.OUTPATIENT,
        "föräldrar som avslutat insatsen",
        None,
        11,
        (
            Asked(
                "granser",
                "Kan sätta gränser utan att barnet blir rädd",
                (("Ja", 10), ("Nej", 1)),
            ),
            Asked("nojd", "Nöjd med insatsen", (("Ja", 10), ("Nej", 1))),
        ),
        "sedan hösten 2020",
        "Öppenvårdens uppföljning",
        "Föräldrarna är nöjda och har fått nya sätt att hantera konflikter. Underlaget samlas "
        "över flera år för att bli större.",
    ),
)

OF_2023 = (*_CHILDREN, *_PREVENTION, *_PSYCHIATRY, *_ADULTS)
