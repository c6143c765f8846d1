"""Surveys, follow-ups and indicators, and what follows from it all."""

RESULTS = {
    "resultat": """
<p>Bedömningen bygger på indikatorer, brukarundersökningar, uppföljning av enskilda insatser,
revisioner och egna granskningar. Ingen källa räcker för sig. Där svaren är få säger vi det.</p>
""",
    "statistik": """
<p>En utredning om ett barn tog i genomsnitt {{ indikator.IFO-20.utfall }} dagar, mot
{{ indikator.IFO-20.utfall år=2022 }} året före. Björklunda hör till den fjärdedel av kommunerna som
har längst tid. För vuxna med beroende är tiden {{ indikator.IFO-21.utfall }} dagar, vilket är
{{ indikator.IFO-21.riket }}.</p>
<p>En del av ökningen för barn beror på att gamla utredningar har avslutats. Det är bra för dem som
väntat, men det förklarar inte hela skillnaden.</p>
""",
    "brukarundersokningar": """
<p>Bland ungdomarna i vår egen undersökning har {{ enkat.BU-UNGA.delaktig }} varit delaktiga i sin
utredning eller insats. Bland vårdnadshavarna är andelen {{ enkat.BU-VARDNAD.delaktig }}. De unga
är alltså nöjdare än de vuxna, och det gäller även om situationen har blivit bättre:
{{ enkat.BU-UNGA.battre }} mot {{ enkat.BU-VARDNAD.battre }}.</p>
<p>Av de {{ enkat.BU-FAMHEM.utdelade }} barn i familjehem som fick den nationella enkäten svarade
{{ enkat.BU-FAMHEM.svar }}, det vill säga {{ enkat.BU-FAMHEM.svarsfrekvens }}. Alla som svarat är
trygga där de bor. Stöd till fritiden får {{ enkat.BU-FAMHEM.fritid }}, vilket är lägre än i
riket.</p>
<p>Boendestödet delade ut {{ enkat.BU-BOSTOD.utdelade }} enkäter och fick
{{ enkat.BU-BOSTOD.svar }} tillbaka, {{ enkat.BU-BOSTOD.svarsfrekvens }}. Svaren är bättre än i
riket på alla frågor. På Aktivitetshuset svarade {{ enkat.BU-AKTIVITET.svar }} av
{{ enkat.BU-AKTIVITET.utdelade }} ({{ enkat.BU-AKTIVITET.svarsfrekvens }}). Alla som svarat trivs,
men andelen som får vara med och bestämma har sjunkit från
{{ enkat.BU-AKTIVITET.bestamma.forra }} till {{ enkat.BU-AKTIVITET.bestamma }} och ligger strax
under riket, {{ enkat.BU-AKTIVITET.bestamma.riket }}.</p>
<p>I de särskilda boendena svarade {{ enkat.BU-BOENDE.svar }} av {{ enkat.BU-BOENDE.utdelade }},
{{ enkat.BU-BOENDE.svarsfrekvens }}. De trivs, men tycker mer sällan än förut att personalen bryr
sig.((fotnot: Enkäterna på Beroendemottagningen och om boendestöd på natten fick för få svar för att
redovisas.)) Kuratorerna på familjecentralerna och gruppen Fridlyst har fått positiva svar, som inte
har räknats samman.</p>
""",
    "individbaserad": """
<p>Av kvinnorna som avslutat en insats mot våld säger {{ enkat.SU-KVINNOFRID.betydelse }} att den
har haft betydelse.((fotnot: Frågorna är de som används i SU-kvinnofrid, där SU står för systematisk
uppföljning.)) Bland dem menar {{ enkat.SU-KVINNOFRID.stor }} att betydelsen var stor eller
avgörande, och {{ enkat.SU-KVINNOFRID.delaktig }} av alla har haft stor möjlighet att vara
delaktiga.</p>
<p>Föräldrar som fått funktionell beteendeintervention svarar efter insatsen. De är
{{ enkat.FBI.svar }} sedan starten, och {{ enkat.FBI.nojd }} är nöjda.((fotnot: Svaren samlas över
flera år, eftersom familjerna är få varje år.)) Lika många kan sätta gränser utan att barnet blir
rädd.</p>
""",
    "granskningar": """
<p>Kommunens revisorer har genomfört {{ granskningar.externa }} granskningar med hjälp av konsult.
Åtgärder är vidtagna, och svaren har återrapporterats till nämnden.</p>
<p>Revisorernas synpunkter på orosanmälningar stämmer med vår egen bild: väntan uppstår i början,
vilket också syns i att {{ egenkontroll.K2.resultat }} av aktualiseringarna avslutas i tid.</p>
""",
    "egna-uppfoljningar": """
<p>Verksamheten har själv gjort {{ granskningar.egna }} granskningar. Gemensamt för dem är att det
tidiga arbetet fungerar där vi finns, men inte når alla. Lika rutiner för alla medarbetare är det
som oftast efterfrågas.</p>
""",
    "utforare-uppfoljning": """
<p>Avtalen är reviderade under året, och samtliga utförare fortsätter. Av dem är
{{ utforare.privata }} privata.</p>
""",
    "indikatorer": """
<p>Måluppfyllelsen är ojämn. Målen nås för öppna insatser i socialpsykiatrin, för barn och unga som
upplever att situationen blivit bättre och för våldsutövare som påbörjat en insats. Övriga mål nås
inte. Störst är avståndet för utredningstiderna: {{ indikator.IFO-04.n }} av
{{ indikator.IFO-04.N }} utredningar, {{ indikator.IFO-04.utfall }}, var klara inom nittio dagar.
Att jämföra med är {{ indikator.IFO-04.utfall år=2022 }} året före.</p>
<p>För de nya indikatorerna om att lämna kriminella grupperingar är inga mål fastställda. Att mål
saknas är inte detsamma som att målet är noll.((fotnot: Mål beslutas när ett helt år till har
följts.)) Andelar som bygger på för få personer redovisas inte.</p>
""",
    "utveckling": """
<p>Det som står här följer av serierna själva. Få år finns ännu att jämföra, och en förändring
mellan två år kan vara tillfällig. Slutsatser om orsaker dras därför bara där verksamheterna har
gjort en egen genomgång.</p>
""",
    "bedomning": """
<p>Den samlade bedömningen är att kvaliteten är god i mötet och i insatserna, men otillräcklig i
tid. Den som får stöd är oftast nöjd med det. Vägen dit är för lång, särskilt för barn.</p>
""",
    "bedomning-forebyggande": """
<p>Det förebyggande arbetet bedöms ha god kvalitet och når betydligt fler. Socialpsykiatrins öppna
insatser har passerat både etappmålet {{ indikator.IFO-01.etappmal }} och målvärdet
{{ indikator.IFO-01.malvarde }}. Redan vid andra delåret var besöken
{{ indikator.IFO-01.utfall period=då2 }}.</p>
<p>Personligt ombud och de förebyggande aktiviteterna om beroende når ännu inte etappmålet
{{ indikator.IFO-02.etappmal }}: utfallet blev {{ indikator.IFO-02.utfall }}, och målvärdet är
{{ indikator.IFO-02.malvarde }}. Av klagomålen gäller få att det är svårt att nå oss, men de yngsta
och tre kommundelar nås sämre.</p>
""",
    "bedomning-utredning": """
<p>Utredningarna om barn håller inte den tid som lagen och målen kräver, och bedömningen är att
kvaliteten i den delen inte är godtagbar. Risken bedöms till {{ risk.R5.niva }}, vilket är det
högsta som skalan har. I {{ lexsarah.missforhallande enhet=barn }} fall ledde brister i barn- och
ungdomssektionen till ett missförhållande, och i ytterligare
{{ lexsarah.pataglig_risk enhet=barn }} fall var risken påtaglig.</p>
<p>Innehållet är bättre än tiden. Av ungdomarna har {{ indikator.IFO-05.n }} av
{{ indikator.IFO-05.N }} varit delaktiga. Utredningarna av vuxna är klara inom sextio dagar i
{{ indikator.IFO-12.n }} av {{ indikator.IFO-12.N }} fall, {{ indikator.IFO-12.utfall }}, och där
är skillnaderna mellan enheterna stora.</p>
""",
    "bedomning-utforande": """
<p>Insatserna bedöms hålla god kvalitet. Alla {{ indikator.IFO-06.N }} barn som fullföljt en insats
efter våld har nått målet med den, men flera har avbrutit och är inte mätta. Av de vuxna upplever
{{ indikator.IFO-17.n }} av {{ indikator.IFO-17.N }} att utsattheten har minskat.</p>
<p>Behandlingen av ungdomars missbruk ger ännu inte det resultat vi vill ha:
{{ indikator.IFO-08.n }} av {{ indikator.IFO-08.N }} var drogfria vid avslut. Situationen har blivit
bättre för {{ indikator.IFO-11.n }} av {{ indikator.IFO-11.N }} barn och unga och för
{{ indikator.IFO-10.n }} av {{ indikator.IFO-10.N }} vårdnadshavare. Antalet påbörjade insatser
för att lämna en kriminell bana är {{ indikator.IFO-14.utfall }}, fler än väntat.</p>
<p>Med boendestöd får {{ indikator.IFO-18.utfall }} den hjälp de vill ha, mot
{{ indikator.IFO-18.riket }} i riket. Boendestödets nya rutiner är på plats, men det är för tidigt
att säga om de håller när ordinarie personal är borta.</p>
<blockquote><p>Den som möter oss ska inte märka att ärendet byter enhet.</p></blockquote>
""",
    "bedomning-utforare": """
<p>De {{ utforare.antal }} utförarna av familjerådgivning uppfyller kraven. Antalet rapporterade
avvikelser hos dem är {{ avvikelser.utforare }}, så bedömningen vilar på avtalsuppföljningen.</p>
""",
    "forbattringsomraden": """
<p>Underlaget pekar på tre områden för nästa år. Varje område har en ansvarig chef, och åtgärderna
förs in i det gemensamma registret.</p>
<ol>
<li><strong>En lättillgänglig socialtjänst.</strong> Det tidiga stödet ska nå även dem som inte
hittar till oss i dag.</li>
<li><strong>En kunskapsbaserad socialtjänst.</strong> Fler insatser ska följas upp på samma sätt,
så att resultaten går att lägga ihop.</li>
<li><strong>Resurser där de gör störst nytta.</strong> Stöd prövas före utredning där det är
möjligt.</li>
</ol>
<p>Tre frågor behöver särskild uppmärksamhet:</p>
<ul>
<li><strong>Rättssäkra utredningar om barn.</strong> Kön ska bort, och alla utredningar ska börja
med en plan. I år blev {{ egenkontroll.K3.resultat }} klara i lagens tid; den andelen ska öka.</li>
<li><strong>Våld i nära relation.</strong> Insats ska börja tidigare än i dag, då det sker i
{{ indikator.IFO-07.utfall }} av ärendena.</li>
<li><strong>Kriminalitet.</strong> Det uppsökande arbetet fortsätter, och mål ska sättas.</li>
</ul>
<p>Av åtgärderna fortsätter {{ atgarder.pagaende }} in i nästa år. De {{ lexsarah.pagaende }} lex
Sarah-rapporter som saknade beslut vid årsskiftet redovisas i nästa berättelse.</p>
""",
}
