"""The nine risks of 2023. The levels at the end of 2023 are published (3, 9, 4, 2, 9, 9, 3, 3, 6).

How a level divides into probability and consequence, the year before and the years after are ours.
"""

from datetime import date

from demo.stories import areas
from demo.stories.risks.story import Judged, RiskStory

SAFETY = "Hög säkerhet, trygghet och gott bemötande"
COORDINATION = "Helhetssyn och samordning"
EASY_TO_REACH = "God tillgänglighet och insatser inom rimlig tid"
KNOWLEDGE = "Kunskapsbaserad verksamhet"

FOUND = date(2022, 1, 17)
AT_FIRST = date(2022, 2, 8)
IN_2022 = date(2022, 12, 6)
IN_2023 = date(2023, 12, 7)
IN_2024 = date(2024, 12, 5)
IN_2025 = date(2025, 12, 4)


def _without_measures(probability: int, consequence: int, on: date = AT_FIRST) -> Judged:
    return Judged(on, probability, consequence, "Bedömd som om inget gjordes.", "inherent")


OF_2023 = (
    RiskStory(
        "R1",
        "Våld i nära relation förblir oupptäckt, och den som utövar våld blir utan stöd att sluta",
        "Barn, unga och vuxna kan fortsätta att leva med våld fast de har kontakt med oss.",
        "ifo",
        areas.OVERALL,
        SAFETY,
        "dag",
        FOUND,
        (
            _without_measures(3, 3),
            Judged(IN_2022, 2, 3, "Frågan om våld ställs, men inte av alla."),
            Judged(
                IN_2023,
                1,
                3,
                "Alla enheter frågar nu om våld, och det gör risken mindre. Fortfarande är det få "
                "våldsutövare som tackar ja till stöd. Risken kvarstår nästa år.",
            ),
            Judged(IN_2024, 1, 3, "Oförändrad. Fler våldsutövare får stöd."),
            Judged(IN_2025, 1, 3, "Oförändrad."),
        ),
        ("2.2", "2.3", "3.3"),
        "watch",
        date(2026, 12, 3),
    ),
    RiskStory(
        "R2",
        "Stödet till familjen drar åt olika håll när barn och vuxna har kontakt med olika enheter",
        "Barn får bära det som de vuxnas handläggare inte ser, och tvärtom.",
        "ifo",
        areas.OVERALL,
        COORDINATION,
        "dag",
        FOUND,
        (
            _without_measures(3, 3),
            Judged(IN_2022, 3, 3, "Sektionerna planerar var för sig."),
            Judged(
                IN_2023,
                3,
                3,
                "Samordnade planer används oftare, men familjen möter ännu flera planeringar. "
                "Arbetet fortsätter nästa år.",
            ),
            Judged(IN_2024, 3, 2, "Gemensam planering har börjat i en del av ärendena."),
            Judged(IN_2025, 2, 2, "En gemensam plan är regel sedan hösten."),
        ),
        ("2.2", "2.3"),
        "act",
        date(2026, 12, 3),
    ),
    RiskStory(
        "R3",
        "Familjer går miste om tidigt stöd eftersom kunskapen om det stannar hos oss",
        "Barn och föräldrar får hjälp först när svårigheterna har blivit stora.",
        "ifo",
        areas.OVERALL,
        EASY_TO_REACH,
        "karin",
        FOUND,
        (
            _without_measures(3, 2),
            Judged(IN_2022, 3, 2, "Många känner inte till stödet."),
            Judged(
                IN_2023,
                2,
                2,
                "Betydligt fler nås än året före. Vissa kommundelar och de yngsta nås sämre, så "
                "risken finns kvar på en lägre nivå.",
            ),
            Judged(IN_2024, 2, 2, "Oförändrad."),
            Judged(IN_2025, 2, 2, "Kvällstelefonen prövas."),
        ),
        ("1.1", "1.2"),
        "act",
        date(2026, 10, 15),
    ),
    RiskStory(
        "R4",
        "Hög personalomsättning bromsar utvecklingen av verksamheten",
        "Den som har kontakt med oss får byta handläggare och börja om.",
        "ifo",
        areas.COMPETENCE,
        KNOWLEDGE,
        "dag",
        FOUND,
        (
            _without_measures(3, 3),
            Judged(IN_2022, 3, 2, "Var sjätte medarbetare slutade under året."),
            Judged(
                IN_2023,
                1,
                2,
                "Omsättningen har nästan halverats och resurspoolen täcker frånvaro. Risken är "
                "låg.",
            ),
            Judged(IN_2024, 1, 2, "Fortsatt låg."),
        ),
        (),
        "watch",
        closed_on=date(2025, 2, 3),
        closed_because="Omsättningen har varit låg två år i rad och följs i personaluppföljningen.",
    ),
    RiskStory(
        "R5",
        "Barn får vänta på skydd och stöd, och rättssäkerheten brister i utredningen",
        "Ett barn kan fara illa medan utredningen pågår, eller få ett beslut på fel grund.",
        "barn",
        areas.AUTHORITY_CHILDREN,
        SAFETY,
        "gunnel",
        FOUND,
        (
            _without_measures(3, 3),
            Judged(IN_2022, 2, 3, "Väntetiderna har kortats på två av enheterna."),
            Judged(
                IN_2023,
                3,
                3,
                "Handläggningstiden har blivit längre och flera utredningar går över lagens "
                "gräns. Risken har ökat och åtgärderna har inte räckt.",
            ),
            Judged(IN_2024, 3, 3, "Kön är kortare, men tiderna är inte i hamn."),
            Judged(IN_2025, 2, 3, "Utredningstiden sjunker och mallen används."),
            Judged(date(2026, 6, 9), 2, 3, "Förhandsbedömningarna tar åter längre tid."),
        ),
        ("2.1", "2.2"),
        "act_now",
        date(2026, 12, 3),
        theme="Rättssäkerhet",
    ),
    RiskStory(
        "R6",
        "Barn med funktionsnedsättning blir utan insatser som passar deras behov",
        "Barnet får vänta mellan två nämnder, och familjen orkar inte.",
        "barn",
        areas.AUTHORITY_CHILDREN,
        COORDINATION,
        "gunnel",
        date(2021, 5, 17),
        (
            _without_measures(3, 3, date(2021, 6, 8)),
            Judged(date(2021, 12, 7), 3, 3, "Samverkansrutinen mellan nämnderna följs inte fullt."),
            Judged(IN_2022, 3, 3, "Ansvaret mellan nämnderna är oklart i enskilda ärenden."),
            Judged(
                IN_2023,
                3,
                3,
                "Ansvaret mellan nämnderna är oklart. Samverkan i enskilda ärenden är bättre, men "
                "risken är lika hög som förut.",
            ),
            Judged(IN_2024, 2, 3, "Gemensam beredning har börjat."),
            Judged(IN_2025, 2, 2, "Besluten kommer snabbare."),
        ),
        ("2.2", "3.1"),
        "act",
        date(2026, 12, 3),
    ),
    RiskStory(
        "R7",
        "Barnens situation glöms bort i ärenden om föräldrar på vuxensektionen",
        "Ett barn lever med en förälders svårigheter utan att någon frågar.",
        "vuxna",
        areas.AUTHORITY_ADULTS,
        SAFETY,
        "henrik",
        FOUND,
        (
            _without_measures(3, 3),
            Judged(IN_2022, 2, 3, "Barnen nämns, men vägs inte alltid in."),
            Judged(
                IN_2023,
                1,
                3,
                "Socialpsykiatrin prövar konsekvenserna för barn inför varje beslut. Nästa år "
                "sprids arbetssättet till resten av sektionen.",
            ),
            Judged(IN_2024, 1, 3, "Analysen görs på alla enheter."),
            Judged(IN_2025, 1, 2, "Arbetssättet sitter."),
        ),
        ("2.3", "3.5"),
        "watch",
        date(2026, 12, 3),
    ),
    RiskStory(
        "R8",
        "Vårdplaner vid beroende blir liggande utan regelbunden uppföljning",
        "Den enskilde får en insats som inte längre hjälper.",
        "vuxna",
        areas.AUTHORITY_ADULTS,
        KNOWLEDGE,
        "tommy",
        FOUND,
        (
            _without_measures(3, 3),
            Judged(IN_2022, 2, 3, "Uppföljning saknas i vissa insatser."),
            Judged(
                IN_2023,
                1,
                3,
                "Risken hanteras genom egenkontrollen av vårdplaner, som visar att de allra "
                "flesta planer följs upp i tid. Någon särskild åtgärd har inte behövts.",
            ),
            Judged(IN_2024, 1, 3, "Oförändrad."),
            Judged(IN_2025, 1, 3, "Oförändrad."),
        ),
        ("3.4",),
        "watch",
        date(2026, 12, 3),
    ),
    RiskStory(
        "R9",
        "Unga med stor skolfrånvaro får insatser som inte hänger ihop",
        "Den unge hamnar längre från skolan medan skola och socialtjänst väntar på varandra.",
        "barn",
        areas.OUTPATIENT,
        COORDINATION,
        "johanna",
        FOUND,
        (
            _without_measures(3, 3),
            Judged(IN_2022, 3, 3, "Skola och öppenvård arbetar var för sig."),
            Judged(
                IN_2023,
                2,
                3,
                "Den gemensamma modellen är införd och ett trettiotal elever har fått stöd. Alla "
                "skolor är inte med ännu.",
            ),
            Judged(IN_2024, 2, 2, "Fler skolor är med."),
            Judged(IN_2025, 1, 2, "Modellen är ordinarie arbetssätt."),
        ),
        ("3.1",),
        "act",
        closed_on=date(2026, 1, 26),
        closed_because="Modellen är ordinarie arbetssätt i alla skolor.",
    ),
)
