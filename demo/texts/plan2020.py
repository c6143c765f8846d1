"""Kvalitetsplan 2020, Barn- och familjeenheten i Granholm."""

TEXTS = {
    "kvalitet": """
<p>God kvalitet är att barn och familjer får den hjälp som lagen ger rätt till, på ett sätt som de
förstår och kan påverka. Vi ser på kvaliteten från tre håll: vad lagen kräver, vad verksamheten
behöver för att fungera och vad den som får stöd märker.</p>
""",
    "syfte": """
<p>Planen samlar de risker som enheten ser i sina processer, hur arbetet kontrolleras under
{{ rapport.ar }} och vad som ska göras. Den bygger på föreskriften om ledningssystem((fotnot:
SOSFS 2011:9 om ledningssystem för systematiskt kvalitetsarbete.)) och på att barnkonventionen
blir lag vid årsskiftet, vilket ställer högre krav på att barn är delaktiga.</p>
<p>Utfallet redovisas i kvalitetsberättelsen för samma år.</p>
""",
    "oversikt": """
<p>Flest risker finns i utredningarna och i heldygnsvården. {{ plan.utan_egenkontroll }} av
{{ plan.processer }} processer saknar egenkontroll, de flesta av dem stödprocesser. Utredningarna
om vårdnad, boende och umgänge har ännu ingen åtgärd.</p>
""",
    "forbattringsomraden": """
<p>Anmälningarna om barn som far illa fortsatte att öka under {{ rapport.forra_aret }}, samtidigt
som många medarbetare slutade och budgeten inte räckte till. Det märks mest där en uppgift går från
en handläggare till en annan.</p>
""",
    "omraden": """
<h3>Självbestämmande och integritet</h3>
<ul>
<li>Barn behöver komma in tidigare i utredningen och få veta vad som händer.</li>
<li>Fler barn ska intervjuas på djupet, och målen ska sättas tillsammans med barnet.</li>
</ul>
<h3>Helhetssyn och samordning</h3>
<ul>
<li>Ledningen behöver bli tydligare, och enheterna ta ett gemensamt ansvar.</li>
<li>Barnet ska inte tappa sin kontakt när personal byts ut eller blir sjuk.</li>
</ul>
<h3>Trygghet och säkerhet</h3>
<ul>
<li>Skyddsbedömningen ska vara motiverad för just det barnet.</li>
<li>Anmälan, utredning och beslut ska hänga ihop, särskilt när det handlar om våld.</li>
<li>Det som görs ska dokumenteras, och uppföljning ske även utan samtycke när lagen medger.</li>
</ul>
<h3>Kunskapsbaserad verksamhet</h3>
<ul><li>Varje barn ska ha mål som går att följa.</li></ul>
<h3>Tillgänglighet</h3>
<ul><li>Barn ska kunna nå sin handläggare på fler sätt än i dag.</li></ul>
""",
    "huvudprocesser": """
<p>Varje process har gåtts igenom av gruppledare och handläggare. Där en egenkontroll eller åtgärd
inte är knuten till en enskild risk gäller den processen som helhet.</p>
""",
    "stodprocesser": """
<p>Stödprocesserna bär upp huvudprocesserna: de fångar det som går fel och ser till att det finns
insatser att erbjuda.</p>
""",
    "arshjul": """
<p>Resultaten samlas av kvalitetsutvecklaren och tas upp på ledningsgruppens möten.</p>
""",
}
