"""Källor och räkneregler: how every figure of the report was counted, so that it can be redone."""

from collections.abc import Sequence

from django.utils.formats import date_format

from indicators.words import NOT_DECIDED
from lib.sentences import REPORTED
from qualityreport.blocks.block import Block
from qualityreport.outcomes import PERCENT_OF_AT_LEAST
from qualityreport.parts import Cell, Column, Part, Row, Table, paragraphs
from qualityreport.scope import Scope
from qualityreport.shown import TOO_FEW_ANSWERS

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
    (
        "Ej färdigutredda",
        "Rapporter som kom in i perioden och saknade beslut när den slutade. De ingår inte bland "
        "grader och orsaker.",
    ),
    (
        "Mediantid",
        "Dagar från ankomst till beslut: lika många rapporter gick fortare som tog längre tid. "
        "Gallrade ärenden, där bara året är känt, räknas inte.",
    ),
    ("Orsaker", "Räknas på utredda rapporter. En rapport kan ha flera orsaker."),
    ("Enhet", "Den enhet där händelsen inträffade, enligt organisationen den dagen."),
    ("En händelse", "Flera rapporter om samma händelse är ett ärende."),
    (
        "Procent",
        "Räknas från heltal och avrundas en gång; hälften avrundas uppåt. Antalen bakom andelen "
        "skrivs ut när de är kända och får visas; får de inte det anges andelen i hela procent.",
    ),
    (
        REPORTED.capitalize(),
        "Ett tal som är hämtat ur en tidigare rapport och inte räknat ur registren. Det skrivs ut "
        "med sin källa, jämförs inte med räknade tal och läggs inte ihop med dem.",
    ),
    (
        "Förändring",
        "Räknas på oavrundade tal. För andelar anges den i procentenheter, för antal även i "
        f"procent när det fanns minst {PERCENT_OF_AT_LEAST} att jämföra med.",
    ),
    (
        "Helår och delår",
        "Delår 1 är januari–april och delår 2 januari–augusti. Helår är hela året.",
    ),
    (
        "Mål nås",
        "Helårets utfall, före avrundning, jämförs med årets mål åt det håll som är bättre för "
        "indikatorn. Ett mål som inte är satt skrivs "
        f"”{NOT_DECIDED}”.",
    ),
    (
        "Risknivå",
        "Sannolikhet gånger konsekvens enligt den senaste bedömningen i perioden, med hänsyn till "
        "åtgärderna. Jämförs med bedömningen vid förra årets slut.",
    ),
    (
        "Egenkontroll, godkänd",
        "Resultatet når gränsvärdet. Saknas gränsvärde, eller finns ett motiv, är kontrollen "
        "bedömd för sig. Periodens senaste resultat gäller; rättade resultat räknas inte.",
    ),
    (
        "Granskning",
        "Räknas det år rapporten kom. En granskning som pågår vid periodens slut redovisas som "
        "pågående. Svar och åtgärder står som vid periodens slut.",
    ),
    (
        "Utförare",
        "De som hade avtal för insatsen någon gång under året, var och en en gång. Ny är den vars "
        "första avtal började under året. Den uppfyller kraven som är bedömd och inte har någon "
        "brist.",
    ),
    (
        "Åtgärd",
        "Står som vid periodens slut, enligt den senaste uppföljningen då. En åtgärd som hör till "
        "flera risker eller egenkontroller räknas en gång.",
    ),
    (
        "Svarsfrekvens",
        "Svar av utdelade. Har färre svarat än vad som krävs för en andel redovisas inga frågor.",
    ),
)
PLAN_RULES = (
    (
        "Planens innehåll",
        "Öppna risker, egenkontroller som gäller eller börjar under året och åtgärder som inte är "
        "avslutade.",
    ),
    (
        "Process",
        "En risk kan höra till flera processer och skrivs ut i var och en, men räknas en gång i "
        "summorna. Detsamma gäller egenkontroller och åtgärder.",
    ),
    (
        "Processen som helhet",
        "En egenkontroll eller åtgärd utan närmare koppling hör till processen och därmed till "
        "alla dess risker.",
    ),
)
OF_PLAN = ("Procent", "Risknivå", "Egenkontroll, godkänd", "Åtgärd")
OF_LEX_SARAH = (
    *("Inkomna", "Utredda", "Pågående", "Överförda", "Ej lex Sarah", "Ej färdigutredda"),
    *("Mediantid", "Orsaker", "Enhet", "En händelse", REPORTED.capitalize(), "Åtgärd"),
)


def sources(scope: Scope) -> Sequence[Part]:
    return _sources(scope, [Row([Cell(term), Cell(rule)]) for term, rule in RULES])


def lex_sarah_sources(scope: Scope) -> Sequence[Part]:
    return _sources(scope, _chosen(OF_LEX_SARAH))


def plan_sources(scope: Scope) -> Sequence[Part]:
    own = [Row([Cell(term), Cell(rule)]) for term, rule in PLAN_RULES]
    return _sources(scope, [*own, *_chosen(OF_PLAN)])


def _chosen(terms: Sequence[str]) -> list[Row]:
    rules = dict(RULES)
    return [Row([Cell(term), Cell(rules[term])]) for term in terms]


def _sources(scope: Scope, rules: Sequence[Row]) -> Sequence[Part]:
    policy, day = scope.policy, date_format(scope.period.end, "j F Y")
    intro = (
        f"Alla siffror är räknade ur registren för {scope.unit.name}. Ärenden, risker, "
        f"egenkontroller och åtgärder står som de var den {day}. Utfall och "
        "svar hör till sin period, oavsett vilken dag de fördes in. Under varje tabell står vilket "
        "register den kommer ur, och tabellerna följer med som filer."
    )
    protection = (
        f"Andelar visas när underlaget är minst {policy.minimum_base}; annars står det "
        f"”{TOO_FEW_ANSWERS}”. Antal ärenden och personer visas för nämnden och dess sektioner; "
        f"längre ned visas inte antal som är mindre än {policy.minimum_count} och inte heller "
        "antal som skulle avslöja ett sådant, för att ingen enskild ska kunna kännas igen."
    )
    table = Table(
        key="rakneregler",
        title="Räkneregler",
        columns=[Column("Begrepp", width=24), Column("Så räknas det", width=76)],
        rows=rules,
    )
    return [paragraphs(intro, protection), table]


BLOCKS = (
    Block("sources", "Källor och räkneregler", sources),
    Block("sources.lex_sarah", "Källor och räkneregler, lex Sarah", lex_sarah_sources),
    Block("sources.plan", "Källor och räkneregler, kvalitetsplan", plan_sources),
)
