"""The units of composition: a name, a title, a function from scope to parts."""

from collections.abc import Mapping

from qualityreport.blocks import (
    controls,
    deviations,
    improvements,
    indicator_series,
    indicators,
    indicators_by_sex,
    plan,
    plan_outcome,
    plan_overview,
    providers,
    reviews,
    risks,
    sources,
    standing,
    surveys,
)
from qualityreport.blocks.block import Block

_INDICATORS = (indicators, indicators_by_sex, indicator_series)
_REGISTERS = (
    *(deviations, risks, controls, plan, plan_overview, plan_outcome, *_INDICATORS, surveys),
    *(reviews, providers, improvements),
)
_ALL = (
    *standing.BLOCKS,
    *(block for register in _REGISTERS for block in register.BLOCKS),
    *sources.BLOCKS,
)

BLOCKS: Mapping[str, Block] = {block.name: block for block in _ALL}

__all__ = ["BLOCKS", "Block"]
