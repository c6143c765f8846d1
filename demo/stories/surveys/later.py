"""From 2024 to the running year: invented."""

from decimal import Decimal

from demo.stories import areas
from demo.stories.surveys.story import Asked, SurveyStory

OWN = "Egen brukarundersökning"

LATER = (
    SurveyStory(
        "BU-UNGA",
        2024,
        OWN,
        "own",
        "barn",
        areas.CHILDREN,
        "barn och unga som utretts eller fått insats",
        None,
        52,
        (
            Asked(
                "delaktig",
                "Har varit delaktig i sin utredning eller insats",
                (("Ja", 44), ("Nej", 5)),
                of="ungdomar 13–20 år",
                by_group=((25, 19), (2, 3)),
            ),
            Asked(
                "battre",
                "Situationen har blivit bättre",
                (("Ja", 41), ("Oförändrad", 8), ("Nej", 3)),
                by_group=((24, 17), (3, 5), (2, 1)),
            ),
        ),
        "löpande under året",
        OWN,
        "I nivå med första mätningen.",
        (("flickor", "female", 29), ("pojkar", "male", 23)),
    ),
    SurveyStory(
        "BU-BOSTOD",
        2025,
        "Nationell brukarundersökning",
        "national",
        "boendestod",
        areas.PSYCHIATRY,
        "personer med boendestöd i socialpsykiatrin",
        251,
        121,
        (
            Asked(
                "bestammer",
                "Bestämmer själv om det som är viktigt",
                (("Ja", 112), ("Nej", 9)),
                national=87,
            ),
        ),
        "hösten 2025",
        "SKR:s redovisning 2025",
        "Fler har svarat sedan enkäten börjat delas ut vid besök.",
    ),
    SurveyStory(
        "FBI",
        2025,
        "Funktionell beteendeintervention, före- och eftermätning",
        "before_after",
        "barn-oppenvard",
        areas.OUTPATIENT,
        "föräldrar som avslutat insatsen",
        None,
        14,
        (
            Asked(
                "granser",
                "Kan sätta gränser utan att barnet blir rädd",
                change=(Decimal("2.3"), Decimal("3.8"), 11, 2, 1),
            ),
            Asked("nojd", "Nöjd med insatsen", (("Ja", 13), ("Nej", 1))),
        ),
        "sedan hösten 2020",
        "Öppenvårdens uppföljning",
        "De flesta föräldrar märker en skillnad i vardagen.",
    ),
    SurveyStory(
        "BU-FAMHEM",
        2025,
        "Nationell brukarundersökning",
        "national",
        "familjehemsenheten",
        areas.FOSTER_HOMES,
        "placerade barn från 13 år",
        36,
        21,
        (
            Asked("trygg", "Trygg i sitt familjehem", (("Ja", 20), ("Nej", 1))),
            Asked("fritid", "Får stöd för en bra fritid", (("Ja", 19), ("Nej", 2)), national=91),
        ),
        "hösten 2025",
        "SKR:s redovisning 2025",
    ),
    SurveyStory(
        "BU-UNGA",
        2026,
        OWN,
        "own",
        "barn",
        areas.CHILDREN,
        "barn och unga som utretts eller fått insats",
        None,
        31,
        (
            Asked(
                "delaktig",
                "Har varit delaktig i sin utredning eller insats",
                (("Ja", 24), ("Nej", 3)),
                of="ungdomar 13–20 år",
            ),
        ),
        "januari–september 2026",
        OWN,
    ),
    SurveyStory(
        "BU-AKTIVITET",
        2026,
        "Nationell brukarundersökning",
        "national",
        "socialpsykiatri",
        areas.PSYCHIATRY,
        "deltagare i Aktivitetshusets dagliga sysselsättning",
        48,
        None,
        carried_out="oktober–november 2026",
        comment="Enkäterna är utdelade. Svaren kommer i december.",
    ),
)
