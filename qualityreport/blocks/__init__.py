"""The units of composition: a name, a title, a function from scope to parts."""

from collections.abc import Mapping

from qualityreport.blocks import deviations, sources
from qualityreport.blocks.block import Block

_ALL = (*deviations.BLOCKS, *sources.BLOCKS)

BLOCKS: Mapping[str, Block] = {block.name: block for block in _ALL}

__all__ = ["BLOCKS", "Block"]
