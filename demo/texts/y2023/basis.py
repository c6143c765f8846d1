"""What the report is about, the year's conditions and what was chosen for development."""

BASIS = {
    "inledning": """
<p>Den här kvalitetsberättelsen beskriver hur individ- och familjeomsorgen i Björklunda arbetade
med kvalitet under {{ rapport.ar }}, vad arbetet ledde till och vad som behöver bli bättre. Den
omfattar barn- och ungdomssektionen, vuxensektionen och socialjouren.</p>
<p>Siffrorna är räknade ur verksamhetens register så som de såg ut den sista
december.((fotnot: Räknereglerna finns i rapportens sista avsnitt.)) Den som vill kan följa varje
uppgift tillbaka till sin källa.</p>
""",
    "syfte": """
<p>I år ska berättelsen dessutom visa hur långt omställningen till ett mer förebyggande arbete har
kommit, inför den nya socialtjänstlagen.</p>
""",
    "sammanfattning": """
<p>Fler får stöd tidigt. Barn, ungdomar och familjer som nåddes av tidiga insatser gick från
{{ indikator.IFO-03.utfall år=2022 }} till {{ indikator.IFO-03.utfall }}, och besöken i
socialpsykiatrins öppna insatser från {{ indikator.IFO-01.utfall år=2022 }} till
{{ indikator.IFO-01.utfall }}. De som får stöd är oftast nöjda med det: av ungdomarna har
{{ enkat.BU-UNGA.delaktig }} varit delaktiga i sin utredning eller insats, och med boendestöd får
{{ indikator.IFO-18.utfall }} den hjälp de vill ha.</p>
<p>Samtidigt tar det för lång tid att utreda. Bara {{ indikator.IFO-04.utfall }} av utredningarna
om barn var klara inom nittio dagar, mot målet {{ indikator.IFO-04.mal }}, och
{{ egenkontroll.K3.resultat }} höll lagens gräns på fyra månader. Risken för att barn får vänta på
skydd och stöd har gått från {{ risk.R5.niva_forra }} till {{ risk.R5.niva }}. Det är årets
allvarligaste resultat.</p>
<ul>
<li>Verksamheten bevakar {{ risker.antal }} risker. Av dem är {{ risker.hoga }} höga.</li>
<li>Av {{ atgarder.antal }} åtgärder mot riskerna är {{ atgarder.klara }} klara och
{{ atgarder.pagaende }} pågår.</li>
<li>Av {{ egenkontroller.antal }} egenkontroller blev {{ egenkontroller.godkanda }} godkända och
{{ egenkontroller.atgard }} krävde åtgärder.</li>
<li>{{ lexsarah.utredda }} lex Sarah-rapporter utreddes färdigt. Av dem bedömdes
{{ lexsarah.missforhallande }} som missförhållanden och {{ lexsarah.pataglig_risk }} som påtagliga
risker för missförhållande.</li>
<li>{{ avvikelser.interna }} interna avvikelser rapporterades, och {{ klagomal.antal }} synpunkter
och klagomål kom in.</li>
<li>Personalomsättningen sjönk från {{ indikator.IFO-27.utfall år=2022 }} till
{{ indikator.IFO-27.utfall }}.</li>
</ul>
<p>Nästa år går rättssäkra utredningar om barn, arbetet mot våld i nära relation och arbetet mot
kriminalitet före annat.</p>
""",
    "uppdrag": """
<p>Organisationen är oförändrad sedan året före. Den uppsökande verksamheten mot kriminalitet, som
började som ett försök, hör nu till de ordinarie enheterna.</p>
""",
    "malgrupper": """
<p>Målgrupperna är desamma som året före. Stöd till vuxna som vill lämna en kriminell gruppering
redovisas för första gången för sig.</p>
""",
    "ansvar": """
<p>Under året har det blivit tydligare att den som ansvarar för en risk också svarar för att dess
åtgärder följs upp.((fotnot: Ansvarig och uppföljningsdag står på varje risk och åtgärd i
registren.))</p>
""",
    "kvalitet": """
<p>Inget har ändrats i hur god kvalitet förstås. Varje risk och indikator hör från och med i år till
ett av områdena.</p>
""",
    "aret": """
<p>Inflödet av ärenden om barn och unga var något lägre än året före, men ärendena är mer
sammansatta. Fler barn bor i familjehem och färre i jourhem. Socialpsykiatrin fick många nya ärenden
under våren, men ökningen planade ut efter sommaren.</p>
<p>Personalomsättningen sjönk från {{ indikator.IFO-27.utfall år=2022 }} till
{{ indikator.IFO-27.utfall }}, och resurspoolen växte från {{ indikator.IFO-28.utfall år=2022 }}
till {{ indikator.IFO-28.utfall }} medarbetare.((fotnot: Förvaltningens personaluppföljning.))
Risken för att omsättningen bromsar utvecklingen har gått från {{ risk.R4.niva_forra }} till
{{ risk.R4.niva }}.</p>
<p>Förslaget till ny socialtjänstlag((fotnot: SOU 2020:47, Hållbar socialtjänst.)) har präglat
planeringen. Vi har förberett ett arbete i två linjer, där den första är lätt att nå och inte
kräver någon utredning.</p>
""",
    "handelser": """
<p>Grovt våld i kriminella miljöer har nått yngre åldrar. Aldrig tidigare har så många unga varit
placerade på grund av grov kriminalitet. Ungdomsenheten utredde {{ indikator.IFO-09.N }} ungdomar av
det skälet, och {{ indikator.IFO-09.n }} av dem har påbörjat en insats.</p>
<p>I början av året fanns flera vakanser på mottagningarna. De var tillsatta till sommaren.</p>
""",
    "fokus": """
<p>Målbilden för de närmaste åren är densamma för båda sektionerna: fler ska ta del av förebyggande
stöd, fler ska få insatser utan att utredas, färre ska behöva utredas och fler ska få en insats
medan utredningen pågår. Varje insats ska bygga på bästa tillgängliga kunskap.</p>
<p>För medarbetarna innebär det ändrade arbetssätt: stöd prövas före utredning, fler arbetar i
tidiga insatser, och utredningar fördjupas där behoven är komplexa. Arbetssätten ska utgå från hela
familjen.</p>
""",
    "fokus-forebyggande": """
<p>Preventionsuppdraget har tre mål: minskat bruk av alkohol, narkotika, dopning, tobak och spel,
att våld i nära relation upphör och att fler mår bra. I två kommundelar har barn i
mellanstadieåldern fått fler saker att göra efter skolan.</p>
<p>Tio föräldrarådgivare finns nu i sexton skolor, och de fyra familjecentralerna når fler pappor
än förut. Föräldrar kan välja mellan fyra program i grupp, varav ett på fler språk.((fotnot:
Programmen är Trygghetscirkeln, ABC, KOMET och Föräldraskap i Sverige.))</p>
<p>Unga som samtycker får tid hos mottagningen MiniMaria inom två dygn. En anonym chatt öppnade
under hösten, och brottsutsatta unga möter stödcentrum hos polisen en dag i veckan. För vuxna har vi
sett över vilka insatser som kan ges utan beslut. De når i dag
{{ indikator.IFO-02.utfall }} personer, mot {{ indikator.IFO-02.utfall år=2022 }} året före.</p>
""",
    "fokus-utredning": """
<p>Vilka utredningar som hör till den första linjen har börjat beskrivas, och det arbetet fortsätter
nästa år. I ärenden om våld ska en insats kunna börja medan utredningen pågår. Det sker hittills i
{{ indikator.IFO-07.utfall }} av ärendena, vilket är långt från målet
{{ indikator.IFO-07.etappmal }}.</p>
<p>Samordnade planer utgår numera från barnet. Innan ett barn placeras i jourhem ska nätverket
tillfrågas. Vuxensektionen har infört ett snabbt mottagande, och två tjänster arbetar uppsökande
bland unga som dras in i grov kriminalitet. I motsvarande arbete bland vuxna har
{{ indikator.IFO-13.utfall }} personer kontaktats.</p>
""",
    "fokus-utforande": """
<p>Barn som har upplevt våld kan få en ny insats i öppenvården. En arbetsgrupp tar fram stöd för
barn med funktionsnedsättning, och ett team arbetar mot skolfrånvaro tillsammans med skolan.</p>
<p>Relationsvåldsteamet följer upp varje insats på samma sätt från första till sista samtalet.
Beroendemottagningen har börjat med en motsvarande uppföljning. Programmet Kriminalitet som livsstil
ges nu i egen öppenvård, och sysselsättningen på Aktivitetshuset har utökats: antalet unga vuxna
gick från {{ indikator.IFO-19.utfall år=2022 }} till {{ indikator.IFO-19.utfall }}.</p>
""",
}
