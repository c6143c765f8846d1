from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Node:
    """`block` names an entry of qualityreport.blocks; `prompt` tells the writer what to answer.

    `standing` names a text that is reused year after year and stands before the year's own.
    """

    key: str
    title: str
    block: str = ""
    prompt: str = ""
    takes_text: bool = True
    standing: str = ""
    children: tuple[Node, ...] = ()
