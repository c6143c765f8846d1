"""Kvalitetsplan: what each process risks, how it is checked and what will be done this year.

The register of risks printed (SOSFS 2011:9, 5 kap. 1 and 2 §§). The year's quality report holds
the outcome against it.
"""

from qualityreport.outlines.node import Node
from qualityreport.outlines.shared import QUALITY

PLAN = (
    QUALITY,
    Node(
        "syfte",
        "Syfte och innehåll",
        standing="plan",
        prompt="Vad ska planen användas till, och hur har den tagits fram?",
        children=(
            Node(
                "oversikt",
                "Planen i siffror",
                block="plan.overview",
                prompt="Vad säger översikten om var tyngden ligger, och vad som saknas?",
            ),
        ),
    ),
    Node(
        "forbattringsomraden",
        "Identifierade förbättringsområden",
        prompt="Vad har förra årets uppföljning visat att ni behöver bli bättre på?",
        children=(
            Node(
                "foregaende-ar",
                "Förra årets egenkontroller",
                block="plan.findings",
                takes_text=False,
            ),
            Node(
                "omraden",
                "Risker per kvalitetsområde",
                block="plan.areas",
                prompt="Vad behöver bli bättre, område för område?",
            ),
        ),
    ),
    Node(
        "huvudprocesser",
        "Huvudprocesser",
        block="plan.main",
        prompt="Hur har riskerna i processerna identifierats?",
    ),
    Node(
        "stodprocesser",
        "Stödprocesser",
        block="plan.support",
        prompt="Hur stöder de här processerna arbetet?",
    ),
    Node(
        "arshjul",
        "Årets egenkontroller",
        block="plan.year_wheel",
        prompt="Vem samlar ihop resultaten, och när tas de upp?",
    ),
    Node("kallor", "Källor och räkneregler", block="sources.plan", takes_text=False),
)
