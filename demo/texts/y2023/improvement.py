"""Deviations, complaints, risks and controls."""

IMPROVEMENT = {
    "forbattringsarbete": """
<p>Avvikelser, synpunkter och klagomål tas emot på flera vägar men hanteras i samma register. En
händelse som rapporteras av flera blir ett ärende. Det som inte faller inom lex Sarah går vidare
som intern avvikelse i ett eget, länkat ärende och räknas bara en gång.</p>
<p>Varje kvartal går ledningsgruppen igenom mönster och beslutar om åtgärder. En åtgärd finns en
gång i registret, även när den svarar mot flera risker och egenkontroller, med en ansvarig och en
dag då effekten bedöms.</p>
""",
    "avvikelser": """
<p>Antalet inkomna lex Sarah-rapporter var {{ lexsarah.inkomna }}, mot
{{ lexsarah.inkomna år=-1 }} året före. Två års siffror räcker inte för att tala om en trend. Att
de interna avvikelserna gick från {{ avvikelser.interna år=-1 }} till {{ avvikelser.interna }}
hänger samman med att enheterna påmint om dem på arbetsplatsträffar.</p>
<p>Vi tolkar fler interna avvikelser som att viljan att rapportera ökar, inte som att verksamheten
blivit sämre.((fotnot: Slutsatsen stöds av att de nya avvikelserna till största delen gäller mindre
brister.))</p>
""",
    "lexsarah": """
<p>Barn- och ungdomssektionen utredde {{ lexsarah.utredda enhet=barn }} rapporter och vuxensektionen
{{ lexsarah.utredda enhet=vuxna }}. Rapporterna från vuxensektionen gällde främst hur boendestödet
utfördes, och i ett fall att en ansökan inte handlades skyndsamt. De rapporter som saknade beslut
vid årets slut kom in under årets sista veckor.</p>
""",
    "grader": """
<p>I barn- och ungdomssektionen bedömdes {{ lexsarah.missforhallande enhet=barn }} rapporter som
missförhållanden, {{ lexsarah.pataglig_risk enhet=barn }} som påtagliga risker och
{{ lexsarah.inget enhet=barn }} som inget missförhållande. Ingen rapport under
{{ rapport.ar }} gällde ett allvarligt missförhållande, vilket kan jämföras med
{{ lexsarah.allvarligt år=2021 enhet=barn }} för två år sedan.</p>
<p>Att flera rapporter slutar utan missförhållande är inget misslyckande. De har rapporterats tidigt
och utretts ordentligt.</p>
""",
    "orsaker": """
<p>Processer och rutiner återkommer oftast, följt av omgivning och organisation. Bakom ligger sällan
att en rutin saknas. Vanligare är att den inte säger vem som tar över när någon är borta.</p>
<p>I barn- och ungdomssektionen ({{ lexsarah.orsaker enhet=barn }} orsaker) handlar det om
rättssäkerhet: hur uppgifter dokumenteras och hur tidigare utredningar vägs in. I vuxensektionen
({{ lexsarah.orsaker enhet=vuxna }} orsaker) handlar det om att besked stannar hos den som fick
dem.</p>
""",
    "lexsarah-analys": """
<p>Tre mönster syns tydligt. Ärenden tappar fart när de byter enhet. Oro som varit känd länge
syns inte när varje anmälan läses för sig. Och planerat stöd faller bort när ordinarie personal är
frånvarande.</p>
<p>Åtgärderna följer mönstren. Barn- och ungdomssektionen har ändrat rutinen för hur tidigare
utredningar läses, utbildat i dokumentation och låter arbetsledaren läsa akten före beslut.
Mottagningsenheten vuxna fördelar nya ärenden varje dag. Boendestödets rutiner är omskrivna, och
resultatet av utredningarna har gåtts igenom med de arbetsgrupper som berörs.</p>
""",
    "interna": """
<p>Av de {{ avvikelser.interna }} interna avvikelserna kom {{ avvikelser.interna enhet=barn }} från
barn- och ungdomssektionen och {{ avvikelser.interna enhet=vuxna }} från vuxensektionen. De flesta
rörde hur ärenden tas emot och fördelas. Några gällde verksamhetssystemet.</p>
<p>De rättades på enheten. Två återkommande fel har lett till ändrade rutiner för post och för
behörigheter.</p>
""",
    "utforare": """
<p>Utförarna har påmints om skyldigheten att rapportera till nämnden. Vid avtalsuppföljningen nästa
år frågar vi särskilt hur de egna avvikelserna tas om hand, eftersom uteblivna rapporter inte
behöver betyda att allt fungerar.</p>
""",
    "klagomal": """
<p>Under året kom {{ klagomal.antal }} synpunkter och klagomål in, mot
{{ klagomal.antal år=-1 }} året före. Barn- och ungdomssektionen tog emot
{{ klagomal.antal enhet=barn }} och vuxensektionen {{ klagomal.antal enhet=vuxna }}. Resten ställdes
till individ- och familjeomsorgen gemensamt.</p>
<p>I sak var {{ klagomal.overklaganden }} av dem överklaganden av beslut.((fotnot: Ett
överklagande prövas av domstol. Vi räknar det för sig så att det inte döljer andra klagomål.)) De
har fått hjälp vidare. Några gällde bemötande, och enstaka hur en insats utfördes. Klagomål om
bemötande har tagits upp i arbetsgrupperna, och den som klagat har fått ett personligt svar.</p>
""",
    "risker": """
<p>Riskerna bedöms varje höst av dem som arbetar i processerna, och bedömningen görs på samma skala
varje år.((fotnot: Skalan anger i ord vad varje steg betyder för den enskilde, till exempel att ett
barn står utan skydd.))</p>
<p>Risken för att barn får vänta på skydd och stöd har ökat från {{ risk.R5.niva_forra }} till
{{ risk.R5.niva }}. Lika höga är riskerna för att stödet till familjer inte hänger ihop,
{{ risk.R2.niva }}, och för att barn med funktionsnedsättning blir utan insatser som passar,
{{ risk.R6.niva }}. Risken för att unga med stor skolfrånvaro möts av spretiga insatser har minskat
från {{ risk.R9.niva_forra }} till {{ risk.R9.niva }} sedan en gemensam modell införts med
skolan.</p>
<p>Risken för att familjer går miste om tidigt stöd är {{ risk.R3.niva }}, mot
{{ risk.R3.niva_forra }} året före. Risken för att våld förblir oupptäckt har gått från
{{ risk.R1.niva_forra }} till {{ risk.R1.niva }}. Risken kring vårdplaner vid beroende är
{{ risk.R8.niva }} och hanteras genom en egenkontroll, utan egen åtgärd.</p>
<p>Mot riskerna finns {{ atgarder.antal }} åtgärder. Vid årets slut var {{ atgarder.klara }} klara,
och {{ atgarder.onskad_effekt }} har gett önskad effekt. En klar åtgärd, att fråga om våld i
pågående ärenden, behålls även nästa år.</p>
""",
    "egenkontroller": """
<p>Cheferna svarar för egenkontrollerna, och kvalitetssamordnaren tar ut underlag ur
verksamhetssystemet. Resultaten tas upp i ledningsgruppen, som beslutar om åtgärder när ett
gränsvärde inte nås.</p>
""",
    "kontroller-atgard": """
<p>Av utredningarna om barn och unga var {{ egenkontroll.K3.n }} av {{ egenkontroll.K3.N }} färdiga
i lagens tid, {{ egenkontroll.K3.resultat }}. Av aktualiseringarna avslutades
{{ egenkontroll.K2.resultat }} inom fjorton dagar, vilket är under gränsen
{{ egenkontroll.K2.grans }}. Båda bärs av åtgärder som pågår: kortare väg till beslut och en
gemensam utredningsplan.</p>
<p>Konsekvenserna för barn hade prövats i samtliga granskade ärenden i socialpsykiatrin,
{{ egenkontroll.K1.resultat }}. Kontrollen leder ändå till åtgärd, eftersom arbetssättet ska nå
hela sektionen.</p>
<p>Antalet våldsutövare som erbjudits stöd av någon enhet var {{ egenkontroll.K4.resultat }}. Det
är fler än de {{ indikator.IFO-16.N }} som indikatorn för påbörjade insatser utgår från, eftersom
indikatorn bara räknar dem som Relationsvåldsteamet bedömt.((fotnot: Två olika grupper: alla
erbjudanden från alla enheter, och erbjudna insatser efter bedömning.))</p>
""",
    "kontroller-godkanda": """
<p>Vårdplanerna för personer med beroende följs upp i tid i {{ egenkontroll.K5.resultat }} av
fallen. Processerna är genomgångna. I loggkontrollerna är antalet obehöriga läsningar
{{ egenkontroll.K7.resultat }}.</p>
""",
}
