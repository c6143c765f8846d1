"""Reviews. Published: no external ones in 2021 and a collegial one at the emergency unit; in 2023
two audits, two follow-ups of our own and a mapping. What was recommended, and later years, is ours.
"""

from dataclasses import dataclass
from datetime import date

from reviews.models import Finding, Recommendation, Review

Kind, Found = Review.Kind, Finding.Kind
Level, Response = Recommendation.Level, Recommendation.Response


@dataclass(frozen=True)
class Asked:
    """A recommendation and its answer."""

    text: str
    level: str
    response: str = ""
    answer: str = ""
    answered_on: date | None = None


@dataclass(frozen=True)
class ReviewStory:
    code: str
    kind: str
    title: str
    unit: str
    responsible: str
    started_on: date
    reported_on: date | None = None
    theme: str = ""
    units: tuple[str, ...] = ()
    ordered_by: str = ""
    performed_by: str = ""
    result: str = ""
    equality: str = ""
    answer_due_on: date | None = None
    answered_on: date | None = None
    answer: str = ""
    to_board_on: date | None = None
    closed_on: date | None = None
    findings: tuple[tuple[str, str, str], ...] = ()  # kind, quality area, text
    asked: tuple[Asked, ...] = ()


AUDITORS, CONSULTANT = "Kommunens revisorer", "Konsult på revisorernas uppdrag"
SAFETY = "Hög säkerhet, trygghet och gott bemötande"
COORDINATION = "Helhetssyn och samordning"
EASY_TO_REACH = "God tillgänglighet och insatser inom rimlig tid"
KNOWLEDGE = "Kunskapsbaserad verksamhet"

REVIEWS = (
    ReviewStory(
        code="G1",
        kind=Kind.COLLEGIAL,
        title="Skyddsbedömningar vid Socialjouren",
        unit="barn",
        responsible="kerstin",
        started_on=date(2021, 9, 6),
        reported_on=date(2021, 11, 15),
        theme="Skydd",
        units=("socialjouren",),
        performed_by="Kollegor vid Socialjouren",
        result="Bedömningarna görs samma dygn och är väl motiverade. Hur barnet har hörts "
        "framgår inte alltid.",
        closed_on=date(2022, 1, 20),
        findings=(
            (Found.STRENGTH, SAFETY, "Bedömningen görs samma dygn."),
            (Found.DEFICIT, KNOWLEDGE, "Det framgår inte alltid hur barnet har hörts."),
        ),
    ),
    ReviewStory(
        code="G2",
        kind=Kind.AUDIT,
        title="Hantering av orosanmälningar",
        unit="barn",
        responsible="eva",
        started_on=date(2023, 1, 23),
        reported_on=date(2023, 5, 8),
        theme="Tillgänglighet",
        units=("barn-mottagning", "barnenheten"),
        ordered_by=AUDITORS,
        performed_by=CONSULTANT,
        result="Hanteringen är i huvudsak ändamålsenlig, men väntan uppstår när många anmälningar "
        "kommer samtidigt.",
        answer_due_on=date(2023, 9, 1),
        answered_on=date(2023, 8, 28),
        answer="Åtgärderna är vidtagna.",
        to_board_on=date(2023, 9, 19),
        closed_on=date(2023, 12, 12),
        findings=(
            (Found.STRENGTH, SAFETY, "Skyddsbedömningar görs genast."),
            (Found.DEFICIT, EASY_TO_REACH, "Det finns ingen plan för tider med många anmälningar."),
        ),
        asked=(
            Asked(
                "Säkerställ att aktualiseringar avslutas i tid även när inflödet är stort.",
                Level.ADMINISTRATION,
                Response.AGREED,
                "En plan för fördelning vid stort inflöde gäller från augusti.",
                date(2023, 8, 28),
            ),
            Asked(
                "Följ upp förhandsbedömningarnas kvalitet varje år.",
                Level.BOARD,
                Response.AGREED,
                "Ingår i egenkontrollen.",
                date(2023, 8, 28),
            ),
        ),
    ),
    ReviewStory(
        code="G3",
        kind=Kind.AUDIT,
        title="HVB och stödboende för unga upp till 20 år",
        unit="barn",
        responsible="eva",
        started_on=date(2023, 3, 6),
        reported_on=date(2023, 9, 11),
        theme="Placerade barn",
        units=("barnenheten", "ungdomsenheten"),
        ordered_by=AUDITORS,
        performed_by=CONSULTANT,
        result="Placeringarna följs upp, men uppföljningen av vårdens innehåll kan bli mer lika "
        "mellan enheterna.",
        answer_due_on=date(2023, 12, 1),
        answered_on=date(2023, 11, 22),
        answer="Åtgärderna är vidtagna.",
        to_board_on=date(2023, 12, 12),
        closed_on=date(2024, 3, 15),
        findings=((Found.IDEA, COORDINATION, "Enheterna kan använda samma mall för uppföljning."),),
        asked=(
            Asked(
                "Gör uppföljningen av vårdens innehåll enhetlig.",
                Level.ADMINISTRATION,
                Response.AGREED,
                "En gemensam mall är införd.",
                date(2023, 11, 22),
            ),
        ),
    ),
    ReviewStory(
        code="G4",
        kind=Kind.THEMATIC,
        title="Barnrättsperspektiv i socialpsykiatrin",
        unit="socialpsykiatri",
        responsible="dragan",
        started_on=date(2023, 2, 13),
        reported_on=date(2023, 6, 16),
        theme="Barnets rättigheter",
        performed_by="Socialpsykiatrin",
        result="Barnets rättigheter beaktas i hög grad i ärenden om föräldrar. Medarbetarna önskar "
        "rutiner som är lika för alla.",
        closed_on=date(2023, 10, 2),
        findings=(
            (Found.STRENGTH, SAFETY, "Barnets rättigheter beaktas i hög grad."),
            (Found.IDEA, KNOWLEDGE, "Lika rutiner för alla medarbetare."),
        ),
    ),
    ReviewStory(
        code="G5",
        kind=Kind.THEMATIC,
        title="Uppsökande socialsekreterare på ungdomsenheten",
        unit="ungdomsenheten",
        responsible="karin",
        started_on=date(2023, 9, 4),
        reported_on=date(2023, 11, 27),
        theme="Tidigt stöd",
        performed_by="Ungdomsenheten",
        result="Två tjänster har funnits sedan januari 2022 och mött 76 ungdomar. Syftet bedöms "
        "uppnått.",
        closed_on=date(2024, 1, 15),
    ),
    ReviewStory(
        code="G6",
        kind=Kind.MAPPING,
        title="Unga som ungdomsmottagningen inte når",
        unit="barn-oppenvard",
        responsible="johanna",
        started_on=date(2023, 4, 3),
        reported_on=date(2023, 10, 9),
        theme="Tidigt stöd",
        performed_by="Ungdomsmottagningen",
        result="De yngsta, och unga i tre kommundelar, nås sämre än andra.",
        closed_on=date(2024, 2, 1),
        findings=(
            (Found.DEFICIT, EASY_TO_REACH, "De yngsta och unga i tre kommundelar nås sämre."),
        ),
    ),
    ReviewStory(
        code="G7",
        kind=Kind.THEMATIC,
        title="Genomförandeplaner i boendestödet",
        unit="boendestod",
        responsible="anki",
        started_on=date(2025, 2, 10),
        reported_on=date(2025, 5, 26),
        theme="Delaktighet",
        performed_by="Kvalitetssamordnaren",
        result="Planerna finns och är aktuella, men målen är sällan formulerade av den enskilde.",
        equality="Underlaget är för litet för att säga om mäns och kvinnors planer skiljer sig åt.",
        closed_on=date(2025, 12, 1),
        findings=((Found.DEFICIT, KNOWLEDGE, "Målen är sällan den enskildes egna ord."),),
    ),
    ReviewStory(
        code="G8",
        kind=Kind.IVO,
        title="Tillsyn av handläggningen av barnärenden",
        unit="barn",
        responsible="eva",
        started_on=date(2026, 9, 1),
        reported_on=date(2026, 11, 9),
        theme="Skydd",
        units=("barnenheten",),
        ordered_by="Inspektionen för vård och omsorg",
        performed_by="Inspektionen för vård och omsorg",
        result="Skyddsbedömningar görs i tid. I några ärenden saknas uppgift om när barnet fick "
        "komma till tals.",
        answer_due_on=date(2026, 12, 18),
        findings=((Found.DEFICIT, SAFETY, "Uppgift om när barnet kom till tals saknas ibland."),),
        asked=(
            Asked("Redovisa hur barnets rätt att komma till tals säkras.", Level.BOARD),
            Asked("Säkerställ att samtal med barn dokumenteras.", Level.ADMINISTRATION),
        ),
    ),
    ReviewStory(
        code="G9",
        kind=Kind.AUDIT,
        title="Styrning och uppföljning av privata utförare",
        unit="ifo",
        responsible="karin",
        started_on=date(2026, 10, 5),
        theme="Utförare",
        ordered_by=AUDITORS,
        performed_by=CONSULTANT,
    ),
)
