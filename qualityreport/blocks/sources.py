"""Källor och räkneregler: how every figure of the report was counted, so that it can be redone."""

from collections.abc import Sequence

from django.utils.html import escape

from qualityreport.blocks.block import Block
from qualityreport.parts import Cell, Column, Part, Row, Table, Text
from qualityreport.scope import Scope

RULES = (
    (
        "Inkomna",
        "Ärenden vars ankomstdag ligger i perioden. Annullerade lex Sarah-rapporter ingår och har "
        "en egen kolumn i avstämningen. Andra annullerade ärenden räknas inte.",
    ),
    ("Utredda", "Lex Sarah-rapporter som fått beslut om grad i perioden, oavsett när de kom in."),
    ("Pågående", "Rapporter som kommit in senast periodens sista dag och då saknade beslut."),
    ("Överförda", "Rapporter som var pågående när perioden började."),
    (
        "Ej lex Sarah",
        "Rapporter som enligt beslut inte faller inom lex Sarah. De fortsätter som "
        "interna avvikelser och räknas där.",
    ),
    ("Orsaker", "Räknas på utredda rapporter. En rapport kan ha flera orsaker."),
    ("Enhet", "Den enhet där händelsen inträffade, enligt organisationen den dagen."),
    ("En händelse", "Flera rapporter om samma händelse är ett ärende."),
    ("Procent", "Räknas från heltal och avrundas en gång; hälften avrundas uppåt."),
)


def sources(scope: Scope) -> Sequence[Part]:
    policy = scope.policy
    intro = (
        f"Alla siffror är räknade ur registren för {scope.unit.name} som de såg ut den "
        f"{scope.period.end:%Y-%m-%d}. Ingen siffra i en tabell är inskriven för hand."
    )
    protection = (
        f"Andelar visas när underlaget är minst {policy.minimum_base}. Antal ärenden visas för "
        f"nämnden och dess sektioner; längre ned visas inte antal som är mindre än "
        f"{policy.minimum_count} och inte heller antal som skulle avslöja ett sådant, för att "
        f"ingen enskild ska kunna kännas igen."
    )
    table = Table(
        key="rakneregler",
        title="Räkneregler",
        columns=[Column("Begrepp", width=24), Column("Så räknas det", width=76)],
        rows=[Row([Cell(term), Cell(rule)]) for term, rule in RULES],
    )
    return [Text(f"<p>{escape(intro)}</p><p>{escape(protection)}</p>"), table]


BLOCKS = (Block("sources", "Källor och räkneregler", sources),)
