"""Risks that were found from 2024 on: invented. One has neither control nor measure yet."""

from datetime import date

from demo.stories import areas
from demo.stories.risks.story import Judged, RiskStory

LATER = (
    RiskStory(
        "R10",
        "Beslut fattas efter gammal lag när den nya socialtjänstlagen börjar gälla",
        "Den enskilde får ett beslut som inte håller eller går miste om stöd utan utredning.",
        "ifo",
        areas.OVERALL,
        "Kunskapsbaserad verksamhet",
        "karin",
        date(2025, 1, 20),
        (
            Judged(date(2025, 2, 11), 3, 2, "Mallar och rutiner är inte omskrivna."),
            Judged(date(2025, 12, 4), 2, 2, "Genomgångarna är gjorda, mallar återstår."),
            Judged(date(2026, 6, 25), 1, 2, "Alla mallar är bytta."),
        ),
        ("2.2", "2.3"),
        "act",
        date(2026, 12, 3),
    ),
    RiskStory(
        "R11",
        "Unga rekryteras till brott på nätet innan någon vuxen märker det",
        "Ett barn begår eller utsätts för grova brott.",
        "ungdomsenheten",
        areas.AUTHORITY_CHILDREN,
        "Hög säkerhet, trygghet och gott bemötande",
        "farid",
        date(2025, 9, 15),
        (
            Judged(date(2025, 10, 7), 3, 3, "Rekryteringen går fortare än våra kontaktvägar."),
            Judged(date(2026, 6, 9), 3, 3, "Oförändrad. Uppsökande arbete har börjat."),
        ),
        ("2.1", "2.2"),
        "act_now",
        date(2026, 11, 6),
        theme="Kriminalitet",
    ),
    RiskStory(
        "R12",
        "Stödet i boendet brister när utföraren byts ut",
        "Den enskilde förlorar sina vanor och kan avbryta stödet.",
        "vuxna",
        areas.PSYCHIATRY,
        "Helhetssyn och samordning",
        "anki",
        date(2026, 9, 7),
        (Judged(date(2026, 9, 22), 2, 2, "Upphandlingen avgörs i december."),),
        ("3.5",),
        "act",
        date(2027, 1, 15),
    ),
    RiskStory(
        "R13",
        "Handläggare i tunga ärenden slits ut och blir sjukskrivna",
        "Barnet får byta handläggare mitt i utredningen.",
        "barnenheten",
        areas.COMPETENCE,
        "Resurser används där de kommer målgruppen till störst nytta",
        "eva",
        date(2026, 3, 9),
        (
            Judged(date(2026, 3, 24), 2, 3, "Sjukfrånvaron har ökat under vintern."),
            Judged(date(2026, 9, 24), 2, 3, "Avlösning prövas."),
        ),
        ("2.2",),
        "act",
        date(2026, 10, 30),
    ),
)
