"""The live figures: every number in a text is counted by one named function.

The first part of a name is its family: `lexsarah.utredda` has a function of its own,
`indikator.IFO-07.utfall` a row of a register. Tables and texts read the same counts
(Scope.counted), so they cannot disagree.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from qualityreport.figures import counts, indicators, risks, surveys
from qualityreport.figures.asked import Family, Resolved, UnknownFigure, asked, near
from qualityreport.figures.counts import FIGURES
from qualityreport.scope import Scope
from qualityreport.tokens import Token

FAMILIES: Mapping[str, Family] = {
    family.prefix: family
    for family in (*counts.families(), indicators.FAMILY, surveys.FAMILY, *risks.FAMILIES)
}


def resolve(token: Token, scope: Scope) -> Resolved:
    """Raises UnknownFigure with words for the writer."""
    prefix = token.name.partition(".")[0]
    family = FAMILIES.get(prefix)
    if family is None:
        known = near(token.name, list(FIGURES))
        raise UnknownFigure(f"Det finns ingen levande siffra som heter ”{token.name}”.{known}")
    question = asked(token, scope)
    if question.sex and family not in (indicators.FAMILY, surveys.FAMILY):
        raise UnknownFigure("kön= går bara att välja på för indikatorer och enkäter.")
    found = family.answer(question)
    return replace(found, text=token.wording.say(found.text))


@dataclass(frozen=True)
class Choice:
    """A figure to pick while writing, with its value for the report."""

    token: str
    title: str
    value: str


def choices(scope: Scope) -> dict[str, list[Choice]]:
    """Register → its figures; as many queries however many figures there are."""
    found: dict[str, list[Choice]] = {}
    for family in FAMILIES.values():
        if offered := list(_of(family, scope)):
            found.setdefault(family.register, []).extend(offered)
    return found


def _of(family: Family, scope: Scope) -> Iterator[Choice]:
    for figure in family.offered(scope):
        name = f"{family.prefix}.{figure.name}"
        value = family.answer(asked(Token(name, ()), scope)).text
        yield Choice(f"{{{{ {name} }}}}", figure.title, value)


__all__ = ["FAMILIES", "FIGURES", "Choice", "Resolved", "UnknownFigure", "choices", "resolve"]
