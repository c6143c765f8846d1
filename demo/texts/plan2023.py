"""Kvalitetsplan 2023, individ- och familjeomsorgen."""

TEXTS = {
    "kvalitet": """
<p>Planen följer våra egna kvalitetsområden. För varje risk är det tänkt igenom vad som händer med
den enskilde om den blir verklighet.</p>
""",
    "syfte": """
<p>Planen visar vad individ- och familjeomsorgen ska hålla under uppsikt och göra under
{{ rapport.ar }}. Den är läget i registren dagen då den lades fast;
därefter lever den vidare där.</p>
""",
    "oversikt": """
<p>Planen rymmer {{ plan.risker }} risker. Processer utan egenkontroll följs upp i dialog med
processägaren.</p>
""",
    "forbattringsomraden": """
<p>Utredningstiderna och skyddet för barn stod i centrum i förra årets berättelse. De går igen i
planen.</p>
""",
    "omraden": """
<p>Tyngdpunkten ligger på säkerhet och på insatser i rimlig tid.</p>
""",
    "huvudprocesser": """
<p>Riskerna är bedömda av sektionernas ledningsgrupper med stöd av kvalitetssamordnaren.</p>
""",
    "stodprocesser": """
<p>Stödprocesserna är gemensamma för sektionerna.</p>
""",
    "arshjul": """
<p>Resultaten förs in i registret av den som gör kontrollen och gås igenom varje tertial.</p>
""",
}
