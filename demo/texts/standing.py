"""What every report of individ- och familjeomsorgen says before the year's own words."""

from datetime import datetime

FIRST_YEAR = 2021
SAVED = datetime(2022, 1, 20, 10)

TEXTS = {
    "syfte": """
<p>Kvalitetsberättelsen ska ge nämnden underlag för att bedöma om verksamheten håller god kvalitet.
Den ska också gå att läsa för medarbetare, för dem som har kontakt med socialtjänsten och för andra
som vill veta hur arbetet går till.</p>
<p>Socialstyrelsens föreskrift om ledningssystem((fotnot: SOSFS 2011:9, 7 kap. om dokumentation av
kvalitetsarbetet.)) säger att arbetet med kvalitet ska dokumenteras och att det bör sammanfattas
varje år. Vi jämför med året före och väljer vad som ska bli bättre härnäst.</p>
""",
    "uppdrag": """
<p>Individ- och familjeomsorgen tar emot anmälningar och ansökningar, utreder behov, beslutar om
insatser och ger stöd till barn, unga och vuxna. Uppdraget vilar på socialtjänstlagen, lagen med
särskilda bestämmelser om vård av unga, lagen om vård av missbrukare i vissa fall och
föräldrabalken.</p>
<p>Arbetet är delat i en sektion för barn och unga och en för vuxna. Socialjouren svarar när övriga
mottagningar har stängt. Stöd ges både efter utredning och beslut och som öppna insatser dit den
som vill kan vända sig direkt.</p>
""",
    "ansvar": """
<p>Ansvaret för kvalitet är fördelat, så att det alltid går att svara på vem som gör vad. En
utredning enligt lex Sarah görs av någon som inte hör till den enhet där händelsen
inträffade.</p>
""",
    "kvalitet": """
<p>Kvalitet är att verksamheten gör det som lag, nämnd och kunskap kräver, och att den som behöver
stöd märker det. Vi beskriver kvaliteten i sex områden.((fotnot: Områdena svarar mot dem som
Socialstyrelsen och Sveriges Kommuner och Regioner (SKR) använder för god kvalitet i
socialtjänsten.)) De används när risker
bedöms, när indikatorer väljs och när året värderas.</p>
""",
}
