"""Numbers that are typed beside the name of what a register counts."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from qualityreport.checks.finding import Remark, at
from qualityreport.checks.reading import NUMBER, SHARE, WORDS, YEAR, number, quoted, sentences
from qualityreport.collect import Collected, Collection
from qualityreport.figures import UnknownFigure, resolve
from qualityreport.scope import Scope
from qualityreport.tokens import Token

COUNT = rf"(?P<count>{NUMBER}|(?:{'|'.join(WORDS)}))"
LEX = r"(?:lex Sarah-rapport(?:er)?|rapport(?:er)? enligt lex Sarah|lex Sarah-ärende(?:n)?)"
WHOLE = re.compile(r"\b(?:varav|av dessa|av dem|bland|inom|på|vid|hos|enheten|barn|unga|vuxna)\b")
OTHER_TIME = re.compile(
    r"\b(?:föregående|förra|året före|året innan|tidigare|sedan|jämfört|kvartal\w*|månad\w*"
    r"|delår\w*|januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Named:
    """Words by which a sentence names a figure of the whole report."""

    figure: str
    pattern: re.Pattern[str]


def _named(figure: str, pattern: str) -> Named:
    return Named(figure, re.compile(pattern, re.IGNORECASE))


NAMED = (
    _named(
        "lexsarah.inkomna",
        rf"\b{COUNT} {LEX} (?:har )?(?:kom in|kommit in|inkom|inkommit|rapporterades|rapporterats"
        r"|togs emot|tagits emot)",
    ),
    _named(
        "lexsarah.inkomna",
        rf"\b(?:inkom|kom det in|rapporterades|rapporterats|togs det emot) {COUNT} {LEX}",
    ),
    _named("lexsarah.utredda", rf"\b{COUNT} {LEX} (?:har )?(?:utreddes|utretts|är utredda)"),
    _named("lexsarah.utredda", rf"\b(?:utreddes|utretts|utredde|utrett) {COUNT} {LEX}"),
    _named("lexsarah.ivo", rf"\b{COUNT} {LEX} (?:har )?(?:anmäldes|anmälts) till IVO"),
    _named(
        "avvikelser.interna",
        rf"\b{COUNT} interna avvikelser (?:har )?(?:rapporterades|rapporterats|registrerades"
        r"|registrerats|kom in|kommit in)",
    ),
    _named("avvikelser.interna", rf"\b(?:rapporterades|registrerades) {COUNT} interna avvikelser"),
    _named(
        "klagomal.antal",
        rf"\b{COUNT} synpunkter och klagomål (?:har )?(?:kom in|kommit in|inkom|inkommit"
        r"|registrerades|registrerats|lämnades|lämnats)",
    ),
    _named("klagomal.antal", rf"\b(?:inkom|kom det in) {COUNT} synpunkter och klagomål"),
)


def typed_against_register(collection: Collection) -> Iterator[Remark]:
    """Of the whole report and its year alone: what is told of a part or another year is not
    understood, and so not judged."""
    for collected in collection.walk():
        for sentence in sentences(collected):
            for named in NAMED:
                found = named.pattern.search(sentence)
                if found and _is_of_the_report(sentence, found, collection):
                    yield from _differing(collected, collection.scope, sentence, named, found)


def _is_of_the_report(sentence: str, found: re.Match[str], collection: Collection) -> bool:
    years = {int(year) for year in YEAR.findall(sentence)}
    rest = sentence[: found.start()] + sentence[found.end() :]
    elsewhere = WHOLE.search(rest) or OTHER_TIME.search(rest)
    return years <= {collection.scope.period.year} and not elsewhere


def _differing(
    collected: Collected, scope: Scope, sentence: str, named: Named, found: re.Match[str]
) -> Iterator[Remark]:
    counted = _value(named.figure, scope)
    typed = _count(found["count"])
    if counted is not None and typed != counted:
        register = resolve(Token(named.figure, ()), scope)
        message = f"{quoted(sentence)} {register.register} säger {register.text}."
        offer = f"{{{{ {named.figure} }}}}"
        yield at(collected, message, "Skriv den levande siffran i stället för talet.", offer)


def _value(name: str, scope: Scope) -> Decimal | None:
    """None where the register does not tell: what is hidden is not given away by a remark."""
    try:
        text = resolve(Token(name, ()), scope).text.replace("\u202f", "").replace("\u00a0", "")
    except UnknownFigure:
        return None
    return Decimal(text) if text.isdecimal() else None


def _count(written: str) -> Decimal:
    word = written.lower()
    return Decimal(WORDS[word]) if word in WORDS else number(written)


CODE = re.compile(r"\b[A-ZÅÄÖ]{2,6}-\d{1,3}\b")


def typed_against_indicator(collection: Collection) -> Iterator[Remark]:
    """A sentence that names one indicator by its code and gives one percentage: the outcome, the
    goal, last year's or the nation's."""
    for collected in collection.walk():
        for sentence in sentences(collected):
            codes = set(CODE.findall(sentence))
            shares = [found["percent"] for found in SHARE.finditer(sentence)]
            if len(codes) != 1 or len(shares) != 1:
                continue
            code = codes.pop()
            known = _known(code, collection.scope)
            if known and shares[0] not in known.values():
                outcome = known.get("utfall", "")
                message = f"{quoted(sentence)} Registret har utfallet {outcome} procent för {code}."
                offer = f"{{{{ indikator.{code}.utfall }}}}"
                yield at(collected, message, "Skriv den levande siffran i stället.", offer)


def _known(code: str, scope: Scope) -> dict[str, str]:
    """Part → the percentage that it is, where the register tells any."""
    found: dict[str, str] = {}
    year = scope.period.year
    for part, of_year in (
        ("utfall", year),
        ("etappmal", year),
        ("malvarde", year),
        ("riket", year),
    ):
        if share := _percent(f"indikator.{code}.{part}", of_year, scope):
            found[part] = share
    if last := _percent(f"indikator.{code}.utfall", year - 1, scope):
        found["förra"] = last
    return found if "utfall" in found else {}


def _percent(name: str, year: int, scope: Scope) -> str:
    try:
        text = resolve(Token(name, (("år", str(year)),)), scope).text
    except UnknownFigure:
        return ""
    share = SHARE.search(text.replace("\u00a0", " ").replace("\u202f", " "))
    return share["percent"] if share else ""
