"""The six of 2021. Where only a share was published its answers are not known."""

from demo.stories import areas
from demo.stories.surveys.story import Asked, SurveyStory

NATIONAL = "Nationell brukarundersökning"

OF_2021 = (
    SurveyStory(
        "BU-BARN",
        2021,
        NATIONAL,
        "national",
        "barnenheten",
        areas.CHILDREN,
        "vårdnadshavare med kontakt med Barnenheten",
        79,
        15,
        (
            Asked(
                "forandring",
                "Har situationen blivit bättre sedan kontakten började?",
                (("Blivit bättre", 7), ("Ingen förändring", 5), ("Blivit sämre", 3)),
            ),
            Asked(
                "paverka",
                "Har inte alls kunnat påverka vilken hjälp de får",
                share=50,
                of="kvinnor",
                national_text="högre andel än i riket",
            ),
        ),
        "hösten 2021",
        "SKR:s redovisning 2021",
        "Nästan hälften märker en förbättring. Att så många kvinnor inte tycker sig kunna påverka "
        "hjälpen är en varning, även om de som svarat är få.",
    ),
    SurveyStory(
        "BU-UNGDOM",
        2021,
        NATIONAL,
        "national",
        "ungdomsenheten",
        areas.CHILDREN,
        "unga med kontakt med Ungdomsenheten",
        38,
        4,
        (
            Asked(
                "forandring",
                "Har situationen blivit bättre sedan kontakten började?",
                (("Blivit bättre", 2), ("Ingen förändring", 2)),
            ),
        ),
        "hösten 2021",
        "SKR:s redovisning 2021",
        "Svaren är för få för att analyseras. Nästa gång delas enkäten ut vid ett möte.",
    ),
    SurveyStory(
        "BU-FAMHEM",
        2021,
        NATIONAL,
        "national",
        "familjehemsenheten",
        areas.FOSTER_HOMES,
        "placerade barn över 13 år",
        45,
        12,
        (
            Asked(
                "stod",
                "Får stöd nog i familjehemmet för att må bra",
                (("Ja, ofta", 9), ("Ja, ibland", 3)),
                2,
                national_text="högre andel än i riket",
            ),
            Asked(
                "osaker",
                "Osäker på vem man kan vända sig till när något är dåligt",
                (("Osäker", 3), ("Vet vem", 8)),
                national_text="högre andel än i riket",
            ),
        ),
        "hösten 2021",
        "SKR:s redovisning 2021",
        "Alla som svarat får stöd. Fler än i riket är osäkra på vem de kan vända sig till, och "
        "det åtgärdas genom ett kort med namn och nummer.",
    ),
    SurveyStory(
        "BU-KONTAKT",
        2021,
        "Egen brukarundersökning vid kontakt",
        "own",
        "barn",
        areas.CHILDREN,
        "alla som haft kontakt med sektionen",
        None,
        4,
        (Asked("bemotande", "Blev du väl bemött?", (("Ja", 3), ("Delvis", 1))),),
        "från sen höst 2021",
        "Egen brukarundersökning",
        "Undersökningen har nyss börjat, och det är för tidigt att redovisa svaren.",
    ),
    SurveyStory(
        "BU-STOD",
        2021,
        "Enkäter i förebyggande stödinsatser",
        "own",
        "barn-oppenvard",
        areas.PREVENTION,
        "deltagare i program och grupper",
        carried_out="efter varje program",
        source="Programmens egna enkäter",
        comment="Alla program avslutas med en enkät. Svaren används i programmet men har inte "
        "sammanställts.",
    ),
    SurveyStory(
        "FBI",
        2021,
        "Funktionell beteendeintervention, eftermätning",
        "before_after",
        "barn-oppenvard",
        areas.OUTPATIENT,
        "föräldrar som avslutat insatsen",
        None,
        4,
        (
            Asked(
                "forandring",
                "Märker en förändring i beteendet och har fått nya strategier",
                (("Ja", 4), ("Nej", 0)),
            ),
        ),
        "sedan hösten 2020",
        "Öppenvårdens uppföljning",
        "De som svarat är mycket nöjda men för få för att bygga slutsatser på.",
    ),
)
