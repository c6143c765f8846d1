from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Node:
    """`block` names an entry of qualityreport.blocks; `prompt` tells the writer what to answer."""

    key: str
    title: str
    block: str = ""
    prompt: str = ""
    takes_text: bool = True
    children: tuple[Node, ...] = ()
