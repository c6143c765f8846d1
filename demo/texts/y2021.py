"""Kvalitetsberättelse 2021, barn- och ungdomssektionen."""

TEXTS = {
    "sammanfattning": """
<p>Årets allvarligaste uppgift är att {{ lexsarah.allvarligt }} händelser bedömdes som allvarliga
missförhållanden. De gällde skyddet för barn: bedömningar som inte dokumenterades i tid och ärenden
som stannade vid överlämningen. Lex Sarah-rapporterna ökade från {{ lexsarah.inkomna år=-1 }} till
{{ lexsarah.inkomna }}.</p>
<p>Utredningarna tar för lång tid, men tiden blir kortare: i genomsnitt
{{ indikator.IFO-20.utfall }} dagar, mot {{ indikator.IFO-20.utfall år=2020 }} året före. Av
barnenhetens utredningar var {{ indikator.IFO-04.utfall enhet=barnenheten }} klara inom nittio dagar
vid andra delåret.</p>
<ul>
<li>Av barnen i familjehem som svarat får {{ enkat.BU-FAMHEM.stod }} det stöd de behöver. Av
vårdnadshavarna säger {{ enkat.BU-BARN.forandring }} att situationen har blivit bättre.</li>
<li>Ingen grupp i öppenvården nådde målet att {{ indikator.IFO-23.mal enhet=oppenvard-unga }} av
insatserna ska avslutas i bestämd tid. Närmast kom de äldre med
{{ indikator.IFO-23.utfall enhet=oppenvard-unga }}.</li>
<li>Synpunkterna och klagomålen minskade från {{ klagomal.antal år=-1 }} till
{{ klagomal.antal }}.</li>
<li>De interna avvikelserna var {{ avvikelser.interna }}, vilket är för få för att lära av.</li>
</ul>
<p>Nästa år går skyddsbedömningar i tid och överlämning samma dag före annat.</p>
""",
    "inledning": """
<p>Berättelsen gäller barn- och ungdomssektionen under {{ rapport.ar }}: barn och unga till och med
20 år och deras familjer, och vuxna som utsätts för eller utövar våld i en nära relation.</p>
<p>Siffrorna är räknade ur registren med läget den sista december.((fotnot: Ärenden som
kom in ett år och beslutades nästa räknas som inkomna det första och utredda det andra.))</p>
""",
    "kvalitet": """
<p>I arbetet med barn är kvalitet att barnet är tryggt, får berätta och får rätt hjälp i tid. För
varje område frågar vi vad barnet märker.</p>
""",
    "fokus": """
<p>Under året har sektionen arbetat särskilt med skyddet för barn, och i övrigt med det som
redovisas här, område för område.</p>
""",
    "fokus-kunskap": """
<ul>
<li>Alla metoder som används har prövats mot den kunskap som finns om dem.</li>
<li>Funktionell beteendeintervention och Hela barn följs upp på samma sätt i varje familj.</li>
<li>Insatser som beviljas ska ha mål som går att mäta. Till nästa år ska det gälla
samtliga.((fotnot: Gäller insatser som ges efter beslut.))</li>
<li>Öppenvården för de äldre har infört funktionell familjeterapi, och ungdomsmottagningen ger
ACT, en form av kognitiv beteendeterapi, i grupp.</li>
<li>Fler leder föräldrastödsprogrammet ABC, och förskolans personal utbildas i det. Medarbetare har
gått utbildning i programmet KOMET.</li>
<li>Barn som är anhöriga kan få stöd i gruppen Fridlyst.</li>
<li>En regional lösning för forskning och utveckling utreds tillsammans med grannkommunerna.</li>
</ul>
""",
    "fokus-tillganglighet": """
<p>Föräldrarådgivare finns på fler grundskolor, och föräldrastöd ges i flera former, även på
distans. Uppsökande arbete riktas till barn i mellanstadieåldern. Öppenvården för de äldre är
anpassad till unga med neuropsykiatriska svårigheter. Webbplatsen görs om så att det syns vart man
kan vända sig; det arbetet fortsätter.</p>
""",
    "fokus-sakerhet": """
<p>En ny rutin för skyddsbedömningar gäller nu alla enheter, och barnenheten har fått ett arbetslag
till. Sektionen prövar alternativ till jourhem. I familjerätten får barn i konflikter fem egna
samtal enligt modellen Hela barn.</p>
""",
    "fokus-delaktighet": """
<p>Brukarundersökningar görs nu i alla delar av sektionen. En samtalsguide prövas i ett arbetslag
för att barn ska få berätta tidigt i utredningen.</p>
""",
    "fokus-resurser": """
<p>Ett ramverk anger hur länge en insats i öppenvård ska pågå och vad den ska innehålla. Det
införs stegvis och följs upp för första gången i år.</p>
""",
    "fokus-helhet": """
<p>Samverkansrutiner finns med förskola, grundskola och gymnasium, och skolor kan själva kalla till
samordnad individuell plan. Rutinen mellan de två nämnder som möter barn med funktionsnedsättning
följs inte fullt ut, och risken bedöms till {{ risk.R6.niva }}.</p>
""",
    "aret": """
<p>Pandemin fortsatte att påverka. Möten hölls på distans, hembesök fick ställas om och
sjukfrånvaron var hög i perioder. Ärendena ökar snabbare än befolkningen.</p>
<p>Den första juli blev det straffbart att låta ett barn bevittna brott i nära relation.((fotnot:
Barnfridsbrott, 4 kap. 3 § brottsbalken.)) Det har inte påverkat arbetet märkbart. Lagändringar i
föräldrabalken stärkte samtidigt barnets rätt i vårdnadstvister, vilket har ändrat familjerättens
arbetssätt.</p>
<p>Mottagningsteamet tar emot allt som kommer in. Vid årsskiftet ersätts det av en egen
mottagningsenhet, och enheten mot våld i nära relationer går över till vuxensektionen.</p>
""",
    "statistik": """
<p>Få av sektionens tider är bra, men flera går åt rätt håll. Andelar som enheterna redovisat utan
antal skrivs ut med sin källa och räknas inte samman.</p>
""",
    "statistik-forebyggande": """
<p>På frågan om de har stärkts svarar föräldrar som gått programmet ABC
{{ indikator.IFO-22.utfall }} på en femgradig skala, lika högt som i riket
({{ indikator.IFO-22.riket }}). Antalet deltagare i föräldrastödsprogram var
{{ indikator.IFO-24.utfall }}.</p>
""",
    "statistik-myndighet": """
<p>En utredning tog i genomsnitt {{ indikator.IFO-20.utfall }} dagar. För två år sedan var det
{{ indikator.IFO-20.utfall år=2019 }} och förra året {{ indikator.IFO-20.utfall år=2020 }}. Trots
det hör Björklunda till dem som har längst tid i landet.</p>
<p>Barnenheten avslutade {{ indikator.IFO-04.utfall enhet=barnenheten }} av utredningarna inom
nittio dagar, mot {{ indikator.IFO-04.utfall enhet=barnenheten år=2020 period=då2 }} vid förra
årets andra delår. På ungdomsenheten är andelen oförändrad,
{{ indikator.IFO-04.utfall enhet=ungdomsenheten }}. Enheten mot våld i nära relationer har gått
från {{ indikator.IFO-04.utfall enhet=valdsenheten år=2020 period=då1 }} vid första delåret
{{ rapport.forra_aret }} till {{ indikator.IFO-04.utfall enhet=valdsenheten }}.</p>
""",
    "statistik-utforande": """
<p>För första gången följs hur ofta insatser i öppenvård avslutas inom den tid som bestämdes. Målet
är {{ indikator.IFO-23.mal enhet=oppenvard-unga }}. För de äldre blev det
{{ indikator.IFO-23.utfall enhet=oppenvard-unga }}, för de yngre
{{ indikator.IFO-23.utfall enhet=oppenvard-barn }} och för insatser mot våld
{{ indikator.IFO-23.utfall enhet=valdsenheten }}. Antalet placeringar i familjehem som avbrutits i
förtid är {{ indikator.IFO-25.utfall }}.</p>
""",
    "oppna-jamforelser": """
<p>I jämförelse med andra ligger handläggarnas erfarenhet och kompetens
{{ indikator.IFO-26.riket }}. Det är en styrka som inte syns i tiderna.</p>
""",
    "brukarundersokningar": """
<p>Av de {{ enkat.BU-BARN.utdelade }} vårdnadshavare på barnenheten som fick den nationella enkäten
svarade {{ enkat.BU-BARN.svar }}. Nästan hälften, {{ enkat.BU-BARN.forandring }}, säger att
situationen har förbättrats. Bland kvinnorna har {{ enkat.BU-BARN.paverka }} inte alls kunnat
påverka hjälpen, fler än i riket.</p>
<p>På familjehemsenheten svarade {{ enkat.BU-FAMHEM.svar }} av {{ enkat.BU-FAMHEM.utdelade }}
({{ enkat.BU-FAMHEM.svarsfrekvens }}). Alla som svarat får det stöd de behöver för att
må bra, {{ enkat.BU-FAMHEM.stod }}. Osäkra på vem de ska vända sig till när något är dåligt är
{{ enkat.BU-FAMHEM.osaker }}, och det är fler än i riket.((fotnot: En av de svarande hoppade över
frågan.))</p>
<p>På ungdomsenheten svarade för få. Den egna undersökningen vid kontakt började först sent under
hösten, och det är för tidigt att redovisa den.</p>
""",
    "individbaserad": """
<p>Alla stödinsatser i den förebyggande verksamheten avslutas med en enkät, som ännu inte
sammanställs. Föräldrar som fått funktionell beteendeintervention märker förändringar, men de är för
få för att redovisas.</p>
""",
    "forbattringsarbete": """
<p>Händelser rapporteras i ett gemensamt register. Lex Sarah-ansvarig bedömer varje rapport. Det
som inte faller inom lex Sarah hanteras som intern avvikelse på den enhet där det hände.</p>
<p>Mönstren tas upp i sektionens ledningsgrupp, som beslutar om åtgärder och följer upp dem.</p>
""",
    "avvikelser": """
<p>Lex Sarah-rapporterna ökade från {{ lexsarah.inkomna år=-1 }} till {{ lexsarah.inkomna }}.
De interna avvikelserna var {{ avvikelser.interna }}, mot {{ avvikelser.interna år=-1 }} året före.
Det låga antalet talar för att mindre brister rättas utan att rapporteras. Här finns kunskap som
går förlorad.</p>
""",
    "lexsarah": """
<p>Att fler rapporterar beror till en del på att det har blivit lättare. De rapporter som inte föll
inom lex Sarah gällde framför allt verksamhetssystemet och följs upp som interna avvikelser. De som
var utan beslut vid årets slut utreds vidare.</p>
""",
    "grader": """
<p>Bedömningarna fördelar sig på {{ lexsarah.allvarligt }} allvarliga missförhållanden,
{{ lexsarah.missforhallande }} missförhållanden och {{ lexsarah.pataglig_risk }} påtagliga risker
för missförhållande. De allvarliga händelserna har anmälts till Inspektionen för
vård och omsorg (IVO), sammanlagt {{ lexsarah.ivo }} anmälningar. Året före utreddes
{{ lexsarah.utredda år=-1 }} rapporter.</p>
""",
    "orsaker": """
<p>De flesta orsaker gäller rättssäkerheten: skyddsbedömningar som inte dokumenteras, överlämningar
mellan mottagning och utredning och bevakningar som inte hålls.</p>
""",
    "lexsarah-analys": """
<p>Bristerna uppstår i skarvarna. När mottagningsteamet lämnar över ett ärende finns det inte alltid
någon som tar emot samma dag. Hög belastning gör att det som ska skrivas ned skjuts upp.</p>
<p>Sektionen har ändrat arbetssättet för skyddsbedömningar, låtit kollegor granska varandras
bedömningar, utökat barnenheten och infört muntlig överlämning vid akuta placeringar. Flera
åtgärder blir färdiga först under nästa år.</p>
""",
    "interna": """
<p>De {{ avvikelser.interna }} interna avvikelserna hade alla först rapporterats enligt lex Sarah.
De gällde framför allt verksamhetssystemet och kunde rättas direkt.</p>
""",
    "klagomal": """
<p>Synpunkterna och klagomålen minskade från {{ klagomal.antal år=-1 }} till
{{ klagomal.antal }}. De handlade mest om bemötande och om beslut som den enskilde inte var nöjd
med; {{ klagomal.overklaganden }} var i sak överklaganden. Den som klagat på bemötande har erbjudits
ett samtal med enhetschefen.</p>
""",
    "granskningar-arets": """
<p>Socialjouren har låtit kollegor granska varandras skyddsbedömningar. Det har gett samtal om hur
barnet hörs, och arbetssättet fortsätter.</p>
""",
    "utforare-uppfoljning": """
<p>Av de {{ utforare.antal }} utförarna följdes {{ utforare.uppfoljda }} upp. De flesta uppfyller
kraven, men {{ utforare.atgard }} behöver åtgärda brister i riskanalys, processer, egenkontroll
eller i hur kvalitetsarbetet dokumenteras.</p>
""",
    "bedomning": """
<p>Kvaliteten har inte varit tillräckligt god i de delar som gäller skydd. Att
{{ lexsarah.allvarligt }} allvarliga missförhållanden inträffade under ett år är inte acceptabelt.
Åtgärderna är väl valda och flera har redan gett effekt.</p>
""",
    "bedomning-forebyggande": """
<p>Det förebyggande arbetet bedöms ha god kvalitet. Föräldrarna är nöjda, och fler har kunnat delta
när grupperna också getts på distans. Det som saknas är sammanställda resultat.</p>
""",
    "bedomning-myndighet": """
<p>Av de {{ lexsarah.utredda }} utredda lex Sarah-rapporterna gällde de flesta mottagning och
utredning. De nya arbetssätten för skyddsbedömning och överlämning behöver följas tätt under hela
nästa år. Tiderna är för långa: på barnenheten blir bara
{{ indikator.IFO-04.utfall enhet=barnenheten }} klara inom nittio dagar.</p>
""",
    "bedomning-utforande": """
<p>Stödet i öppenvård och familjehem bedöms fungera, men underlaget är tunt. Målet att
{{ indikator.IFO-23.mal enhet=oppenvard-unga }} av insatserna ska avslutas i bestämd tid nås inte av
någon grupp. Fler egenkontroller behövs för att bedömningen ska bli säker.</p>
""",
    "utvecklingsomraden": """
<p>Sektionen har valt dessa områden för nästa år:</p>
<ul>
<li><strong>Rättssäker handläggning:</strong> skyddsbedömningar i tid, i alla ärenden och i skrift,
och kortare tider med stöd av egna styrdokument.</li>
<li><strong>Överlämning</strong> samma dag när den nya mottagningsenheten börjar.</li>
<li><strong>Barnets röst</strong> tidigt i utredningen, och insats tidigt.</li>
<li><strong>Mätbara mål</strong> i alla beslut om insats, och fler metoder med stöd i
forskning.</li>
<li><strong>Frågor till dem som avslutar</strong> sin kontakt, så att fler svar går att
redovisa.</li>
<li><strong>Samordning</strong> mellan barns och vuxnas utredningar, med andra nämnder och med
nätverket runt barnet.</li>
<li><strong>Barn med funktionsnedsättning</strong> och placerade barns hälsa och tandvård.</li>
<li><strong>Unga med kriminellt beteende</strong> och vuxna som utövar våld.</li>
<li><strong>Fler interna avvikelser</strong>, så att vi lär av det lilla. Årets
{{ avvikelser.interna }} är för få för att visa några mönster.</li>
</ul>
<p>Beslut i de {{ lexsarah.pagaende }} pågående ärendena redovisas i nästa års berättelse.</p>
""",
}
