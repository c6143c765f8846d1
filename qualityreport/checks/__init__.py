"""What stands between a draft and its readers. Each check is small, named and says what to do."""

from collections.abc import Sequence

from qualityreport.checks import (
    arithmetic,
    cases,
    improvements,
    indicators,
    plan,
    reviews,
    risks,
    texts,
    typed,
    verdicts,
    wording,
)
from qualityreport.checks.finding import Check, Finding, FindingGroup, Severity
from qualityreport.collect import Collection

STOPS, WARNS, INFORMS = Severity.STOPS, Severity.WARNS, Severity.INFORMS

# In the order in which they are read.
CHECKS: tuple[Check, ...] = (
    Check("Levande siffror som inte går att räkna", STOPS, texts.unresolved_token),
    Check("Platshållare som står kvar", STOPS, texts.placeholder),
    Check("Personnummer i texten", STOPS, wording.personal_number),
    Check("Det som ska hända berättas som om det har hänt", STOPS, wording.future_told_as_past),
    Check("Lex Sarah-rapporter som inte går jämnt upp", STOPS, cases.lex_sarah_adds_up),
    Check("Året ligger före registret", WARNS, cases.year_before_the_register),
    Check("Ingående balans som inte stämmer", WARNS, cases.opening_balance),
    Check("Delar som är fler än helheten", STOPS, indicators.parts_do_not_sum),
    Check("Rapporten avser en dag som inte har varit", WARNS, texts.future_date),
    Check("Procent som inte följer av antalen", WARNS, arithmetic.wrong_percentage),
    Check("Skrivna tal som inte stämmer med registret", WARNS, typed.typed_against_register),
    Check("Skrivna andelar som inte är indikatorns", WARNS, typed.typed_against_indicator),
    Check("Ökning som är en minskning, eller tvärtom", WARNS, arithmetic.wrong_direction),
    Check("Underskott som är ett överskott, eller tvärtom", WARNS, arithmetic.wrong_side_of_budget),
    Check("Procent som är procentenheter", WARNS, arithmetic.percent_of_percents),
    Check("Omdömen som registret inte delar", WARNS, verdicts.verdict_against_goal),
    Check("Datum efter rapportens år", WARNS, wording.date_outside_period),
    Check("Stycken som står två gånger", WARNS, wording.duplicated_paragraph),
    Check("Rubriker utan text", WARNS, wording.heading_without_text),
    Check("Mobilnummer i texten", WARNS, wording.contact_of_a_person),
    Check("Indikatorer utan utfall", WARNS, indicators.indicator_without_outcome),
    Check("Mål som inte nås och saknar kommentar", WARNS, indicators.target_missed_without_comment),
    Check("Egenkontroller som inte genomfördes", WARNS, risks.control_not_carried_out),
    Check("Risker utan egenkontroll och åtgärd", WARNS, risks.risk_without_action),
    Check("Processer utan egenkontroll", WARNS, plan.process_without_control),
    Check("Processer utan åtgärd", WARNS, plan.process_without_measure),
    Check("Planerade risker utan egenkontroll och åtgärd", WARNS, plan.planned_risk_without_action),
    Check("Risker som inte är bedömda", WARNS, plan.not_judged),
    Check("Planen saknar ansvariga", WARNS, plan.nobody_answers_in_plan),
    Check("Klara åtgärder utan bedömd effekt", WARNS, risks.measure_without_effect),
    Check("Försenade åtgärder", WARNS, risks.measure_overdue),
    Check("Risker och åtgärder som ingen ansvarar för", INFORMS, risks.nobody_answers),
    Check("Granskningar utan resultat", WARNS, reviews.review_without_result),
    Check("Granskningar som inte är besvarade", WARNS, reviews.review_not_answered),
    Check("Obesvarade rekommendationer", WARNS, reviews.recommendation_not_answered),
    Check("Utförare utan registrerad uppföljning", WARNS, reviews.provider_not_followed_up),
    Check("Utförares åtgärdsplaner som är försenade", WARNS, reviews.provider_plan_overdue),
    Check(
        "Förra årets förbättringsområden som inte är besvarade",
        WARNS,
        improvements.improvement_not_answered,
    ),
    Check("Avsnitt utan text", WARNS, texts.empty_section),
    Check("Påståenden utan siffra", INFORMS, verdicts.claim_without_figure),
    Check("Åtgärder som ändrats efter periodens slut", INFORMS, risks.measure_changed_after),
)


def run(collection: Collection) -> list[Finding]:
    return [
        Finding(
            check=check.name,
            severity=check.severity,
            section_key=remark.section_key,
            place=remark.place,
            message=remark.message,
            advice=remark.advice,
            offer=remark.offer,
        )
        for check in CHECKS
        for remark in check.function(collection)
    ]


def stopping(findings: Sequence[Finding]) -> list[Finding]:
    return [finding for finding in findings if finding.severity == Severity.STOPS]


def grouped(findings: Sequence[Finding]) -> list[FindingGroup]:
    """One group per check, in the checks' own order."""
    return [
        FindingGroup(check.name, check.title, of_check[0].severity, of_check[0].advice, of_check)
        for check in CHECKS
        if (of_check := [finding for finding in findings if finding.check == check.name])
    ]


__all__ = [
    "CHECKS",
    "Check",
    "Finding",
    "FindingGroup",
    "Severity",
    "grouped",
    "run",
    "stopping",
]
