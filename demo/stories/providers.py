"""The providers of family counselling. Published of 2021: thirteen, two of them new; ten followed
up, of which six met the demands and four had to mend something, one of them in several respects;
two had no customers and one had just begun; one contract was to be given notice of. Of 2023:
eleven, ten private and one of our own, all meeting the demands, all contracts revised. Names, and
the years between and after, are ours.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from reviews.models import Provider, ProviderFollowUp, Requirement

Area, Regime, Reason = Requirement.Area, Provider.Regime, ProviderFollowUp.Reason
SERVICE = "Familjerådgivning"
FOCUS = "utförarnas egenkontroll"

DEMANDS = (
    (Area.RISK, "Utföraren gör riskanalyser av sin verksamhet"),
    (Area.PROCESSES, "Utföraren har beskrivit sina processer"),
    (Area.DOCUMENTATION, "Utföraren dokumenterar sitt kvalitetsarbete"),
    (Area.CONTROL, "Utföraren gör egenkontroller"),
)

PUT_RIGHT: Mapping[str, str] = {
    Area.RISK: "Gör en riskanalys av verksamheten och skicka den hit.",
    Area.PROCESSES: "Beskriv hur ett ärende går till från första kontakt till avslut.",
    Area.DOCUMENTATION: "Dokumentera kvalitetsarbetet minst en gång om året.",
    Area.CONTROL: "Inför en egenkontroll av samtalen och redovisa den.",
}


@dataclass(frozen=True)
class Year:
    """The follow-up of a year: a day, or a reason, and what was lacking."""

    on: date | None = None
    reason: str = ""
    text: str = ""
    lacking: tuple[str, ...] = ()
    due_on: date | None = None
    verified_on: date | None = None


@dataclass(frozen=True)
class ProviderStory:
    name: str
    years: dict[int, Year] = field(hash=False)
    starts_on: date = date(2019, 1, 1)
    regime: str = Regime.PRIVATE
    ends_on: date | None = None
    terminated_on: date | None = None


def _meets(month: int, *years: int) -> dict[int, Year]:
    return {year: Year(date(year, month, 14)) for year in years}


def _lacks(year: int, month: int, *areas: str, verified: bool = True) -> dict[int, Year]:
    due = date(year + 1, 1, 31) if month > 9 else date(year, month + 3, 15)
    return {
        year: Year(
            date(year, month, 14),
            lacking=areas,
            due_on=due,
            verified_on=due if verified else None,
        )
    }


_NO_CUSTOMERS = {2021: Year(reason=Reason.NO_CUSTOMERS)}

PROVIDERS = (
    ProviderStory(
        "Björklunda familjerådgivning",
        _meets(10, 2021, 2022, 2023, 2024, 2025, 2026),
        regime=Regime.OWN,
    ),
    ProviderStory("Alkärrets samtalsmottagning", _meets(10, 2021, 2022, 2023, 2024, 2025, 2026)),
    ProviderStory("Brobyggarna familjesamtal", _meets(9, 2021, 2022, 2023, 2024, 2025, 2026)),
    ProviderStory("Duvhöjdens rådgivning", _meets(9, 2021, 2022, 2023, 2024, 2025, 2026)),
    ProviderStory("Enbackens samtal", _meets(10, 2021, 2022, 2023, 2024, 2025)),
    ProviderStory(
        "Fyrstråkets familjerådgivning",
        _meets(10, 2021, 2022, 2023, 2024, 2025),
        starts_on=date(2021, 3, 1),
    ),
    ProviderStory(
        "Granvikens relationssamtal",
        _lacks(2021, 9, Area.RISK) | _meets(10, 2022, 2023, 2024, 2025),
    ),
    ProviderStory(
        "Havtornets mottagning",
        _lacks(2021, 9, Area.PROCESSES)
        | _meets(9, 2022, 2023, 2024, 2025)
        | _lacks(2026, 9, Area.CONTROL, verified=False),
    ),
    ProviderStory(
        "Idegrans familjesamtal",
        _lacks(2021, 9, Area.DOCUMENTATION)
        | _meets(10, 2022, 2023, 2024)
        | _lacks(2025, 9, Area.RISK),
    ),
    ProviderStory(
        "Järnbackens rådgivning",
        _lacks(2021, 10, Area.RISK, Area.CONTROL, verified=False)
        | {2022: Year(reason=Reason.OTHER, text="Avtalet är uppsagt")},
        starts_on=date(2020, 9, 1),
        terminated_on=date(2021, 12, 6),
        ends_on=date(2022, 3, 31),
    ),
    ProviderStory(
        "Klockargårdens samtal",
        _NO_CUSTOMERS | _meets(10, 2022, 2023, 2024, 2025),
    ),
    ProviderStory(
        "Lindalléns familjerådgivning",
        _NO_CUSTOMERS | {2022: Year(reason=Reason.NO_CUSTOMERS)},
        ends_on=date(2022, 12, 31),
    ),
    ProviderStory(
        "Mosippans relationsmottagning",
        {2021: Year(reason=Reason.NEW)} | _meets(10, 2022, 2023, 2024, 2025),
        starts_on=date(2021, 11, 1),
    ),
)
