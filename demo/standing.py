"""What the municipality has decided and entered, and what two people have saved."""

from collections.abc import Iterator, Mapping
from datetime import date
from uuid import UUID

from demo.assessments import at
from demo.register import Register
from deviations.models import (
    Kind,
    PublishedTotal,
    ReportDraft,
    RetentionRule,
    SavedFilter,
    Severity,
)
from organisation.models import Referral, Unit, User

Way, Figure = Referral.Way, PublishedTotal.Figure
DECIDED = date(2019, 12, 10)
SEALED = at(date(2020, 2, 5))

REFERRALS = (
    (Way.CONCERN, "https://bjorklunda.example.se/orosanmalan", "Mottagningen, 070-174 06 30"),
    (Way.INJURY, "https://bjorklunda.example.se/arbetsskada", ""),
    (Way.APPEAL, "https://bjorklunda.example.se/overklaga", ""),
    (Way.DATA, "https://bjorklunda.example.se/personuppgifter", "Dataskyddsombudet"),
    (Way.WHISTLE, "https://bjorklunda.example.se/visselblasa", ""),
    (Way.MARIA, "", "Medicinskt ansvarig sjuksköterska, 070-174 06 32"),
    (Way.OTHERS, "", "Kvalitetssamordnaren, 070-174 06 34"),
    (Way.VIEWPOINT, "", "Medborgarkontoret, 070-174 06 36"),
)

# kind → years after the end of the case; None is kept for ever. Of others' nothing is decided yet.
RETENTION: Mapping[Kind, int | None] = {
    Kind.LEX_SARAH: None,
    Kind.INTERNAL: 3,
    Kind.COMPLAINT: 3,
    Kind.VIEWPOINT: 3,
    Kind.PROVIDER: 3,
}

# Reconciled: each year carried nothing over to the next, as 2020 began with nothing pending.
GRADES: Mapping[tuple[str, int], Mapping[Severity, int]] = {
    ("barn", 2018): {
        Severity.NONE: 2,
        Severity.RISK: 3,
        Severity.MISCONDUCT: 6,
        Severity.SERIOUS: 1,
    },
    ("barn", 2019): {
        Severity.NONE: 3,
        Severity.RISK: 4,
        Severity.MISCONDUCT: 7,
        Severity.SERIOUS: 1,
    },
    ("vuxna", 2018): {Severity.RISK: 1, Severity.MISCONDUCT: 1},
    ("vuxna", 2019): {Severity.NONE: 1, Severity.MISCONDUCT: 1},
}
# Received of other kinds
RECEIVED: Mapping[tuple[str, int], Mapping[Kind, int]] = {
    ("barn", 2018): {Kind.INTERNAL: 6, Kind.COMPLAINT: 17},
    ("barn", 2019): {Kind.INTERNAL: 5, Kind.COMPLAINT: 20},
    ("vuxna", 2018): {Kind.INTERNAL: 2, Kind.COMPLAINT: 5},
    ("vuxna", 2019): {Kind.INTERNAL: 3, Kind.COMPLAINT: 7},
}
OUTSIDE = {("barn", 2018): 1, ("barn", 2019): 2, ("vuxna", 2018): 0, ("vuxna", 2019): 0}

FILTERS = (
    ("Lex Sarah som pågår", "kind=lex_sarah&status=open&sort=due&order=asc"),
    ("Frist inom sju dagar", "due=week"),
    ("Allvarliga", "kind=lex_sarah&severity=serious"),
)
DRAFT_TOKEN = UUID("6f1c2a58-0b7d-4c39-9d52-0d5a3b1e7c44")
DRAFT = (
    "Ett hembesök som var planerat till i tisdags blev inte av. Jag ska kontrollera med gruppen "
    "om någon ringde familjen."
)


def load_standing(units: Mapping[str, Unit], register: Register) -> None:
    Referral.objects.bulk_create(
        Referral(way=way, url=url, contact=contact) for way, url, contact in REFERRALS
    )
    RetentionRule.objects.bulk_create(
        RetentionRule(
            kind=kind,
            preserve=years is None,
            years=years,
            decision=f"Socialnämnden {DECIDED:%Y-%m-%d} § 142, SN 2019/0388",
            valid_from=DECIDED,
        )
        for kind, years in RETENTION.items()
    )
    PublishedTotal.objects.bulk_create(_totals(units, register.people["sara"]))
    SavedFilter.objects.bulk_create(
        SavedFilter(owner=register.people["sara"], name=name, query=query)
        for name, query in FILTERS
    )
    # Of now, and not of the demo's day: a draft that is a month old is thrown away.
    answers = {"description": DRAFT, "unit": str(units["barnenheten"].pk)}
    ReportDraft.objects.create(owner=register.people["mona"], token=DRAFT_TOKEN, answers=answers)


def _totals(units: Mapping[str, Unit], sealed_by: User) -> Iterator[PublishedTotal]:
    for (slug, year), grades in GRADES.items():
        outside, investigated = OUTSIDE[slug, year], sum(grades.values())
        counts: list[tuple[Kind, str, str, int]] = [
            (Kind.LEX_SARAH, Figure.RECEIVED, "", investigated + outside),
            (Kind.LEX_SARAH, Figure.INVESTIGATED, "", investigated),
            (Kind.LEX_SARAH, Figure.OUTSIDE, "", outside),
            (Kind.LEX_SARAH, Figure.ANNULLED, "", 0),
            (Kind.LEX_SARAH, Figure.OPEN, "", 0),
            *((Kind.LEX_SARAH, Figure.INVESTIGATED, grade, n) for grade, n in grades.items()),
            *((kind, Figure.RECEIVED, "", n) for kind, n in RECEIVED[slug, year].items()),
        ]
        for kind, figure, severity, count in counts:
            yield PublishedTotal(
                unit=units[slug],
                year=year,
                kind=kind,
                figure=figure,
                severity=severity,
                count=count,
                source=f"Kvalitetsberättelse {year}, tabell 2",
                sealed_at=SEALED,
                sealed_by=sealed_by,
            )
