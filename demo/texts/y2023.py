"""Kvalitetsberättelse 2023, hela individ- och familjeomsorgen."""

TEXTS = {
    "inledning": """
<p>Den här kvalitetsberättelsen beskriver hur individ- och familjeomsorgen i Björklunda arbetade
med kvalitet under {{ rapport.ar }}, vad arbetet ledde till och vad som behöver bli bättre. Den
omfattar barn- och ungdomssektionen, vuxensektionen och socialjouren.</p>
<p>Alla siffror i rapporten är räknade ur verksamhetens register så som de såg ut den sista
december.((fotnot: Räknereglerna finns i rapportens sista avsnitt.)) Ingen siffra är inskriven för
hand. Den som vill kan därför följa varje uppgift tillbaka till sin källa.</p>
""",
    "syfte": """
<p>Berättelsen ska ge nämnden underlag för att bedöma om insatserna håller god kvalitet. Den ska
också vara läsbar för medarbetare, för dem som har kontakt med socialtjänsten och för andra som
vill veta hur vi arbetar.</p>
<p>Socialstyrelsens föreskrift om ledningssystem((fotnot: SOSFS 2011:9, 7 kap. om dokumentation av
kvalitetsarbetet.)) anger att kvalitetsarbetet ska dokumenteras varje år. Vi använder tillfället
till att jämföra med året före och till att välja vad som ska förbättras härnäst.</p>
""",
    "sammanfattning": """
<p>Under {{ rapport.ar }} utreddes {{ lexsarah.utredda }} lex Sarah-rapporter färdigt. Av dem
bedömdes {{ lexsarah.missforhallande }} som missförhållanden och {{ lexsarah.pataglig_risk }} som
påtagliga risker. I {{ lexsarah.inget }} ärenden fanns inget missförhållande. Antalet anmälningar
till IVO var {{ lexsarah.ivo }}.</p>
<p>De interna avvikelserna blev {{ avvikelser.interna }}, jämfört med
{{ avvikelser.interna år=-1 }} året före. Ökningen ser vi som ett gott tecken: fler små brister
fångas innan de påverkar någon. Samtidigt kom {{ klagomal.antal }} synpunkter och klagomål in.
De flesta var egentligen överklaganden.</p>
<ul>
<li>Överlämning mellan mottagning och utredning är fortfarande den svagaste länken.</li>
<li>Boendestödet har fått nya rutiner efter återkommande brister.</li>
<li>Dokumentationen av tidigare oro för barn har blivit bättre.</li>
</ul>
""",
    "uppdrag": """
<p>Individ- och familjeomsorgen tar emot anmälningar och ansökningar, utreder behov, beslutar om
insatser och ger stöd till barn, unga och vuxna. Arbetet styrs av socialtjänstlagen, lagen med
särskilda bestämmelser om vård av unga, lagen om vård av missbrukare i vissa fall och
föräldrabalken.</p>
<p>Barn- och ungdomssektionen har sex enheter, från mottagning till familjehem och öppenvård.
Vuxensektionen arbetar med beroende, våld i nära relation, boendestöd och socialpsykiatri.
Socialjouren är öppen när övriga mottagningar är stängda.</p>
""",
    "malgrupper": """
<p>Verksamheten vänder sig till barn och unga till och med 20 år och deras familjer, till vuxna
med beroende eller spelproblem, till den som utsätts för våld eller utövar våld mot en närstående
och till den som vill lämna kriminalitet. Socialpsykiatrin och boendestödet vänder sig till
personer från 18 år med psykisk funktionsnedsättning. Anhöriga kan få stöd oavsett vem i familjen
som har insatsen.</p>
""",
    "ansvar": """
<p>Socialnämnden har det yttersta ansvaret och ser till att det finns ett ledningssystem.
Förvaltningschefen håller systemet i gång. Verksamhetschefen beslutar vilken grad en utredd lex
Sarah-rapport får.((fotnot: Beslutanderätten är delegerad från nämnden.)) Sektionschefer och
enhetschefer planerar, följer upp och rättar till.</p>
<p>Varje medarbetare är skyldig att genast rapportera missförhållanden och påtagliga risker. En
utredare som inte hör till den berörda enheten utreder. Kvalitetssamordnaren sammanställer,
analyserar och håller ihop den här berättelsen.</p>
""",
    "kvalitet": """
<p>Kvalitet är att verksamheten gör det som lag, nämnd och forskning säger, och att den som behöver
stöd märker det. Vi beskriver den i sex områden: kunskap, delaktighet, trygghet och bemötande,
tillgänglighet, helhetssyn och resurser.</p>
<p>Områdena svarar mot de nationella kvalitetsområdena((fotnot: Socialstyrelsen och SKR har
beskrivit sex områden för god kvalitet i socialtjänsten.)) och används i hela
kvalitetsarbetet.</p>
""",
    "aret": """
<p>Året började med flera vakanser på mottagningarna. Till sommaren var de flesta tjänster
tillsatta och medarbetarna stannade längre än tidigare. Det gav lugnare överlämningar under
hösten.</p>
<p>Förslaget till ny socialtjänstlag((fotnot: SOU 2020:47, Hållbar socialtjänst.)) präglade
planeringen. Vi har förberett ett mer förebyggande arbete och prövat insatser som inte kräver
utredning. Unga i kriminella miljöer har krävt mer tid, både av ungdomsenheten och av socialjouren.
Nämnden har inte gjort någon ändring i organisationen under året.</p>
""",
    "fokus": """
<h3>Lätt att nå</h3>
<p>Mottagningarna har gått över till gemensamma telefontider. Den som söker vård eller stöd ska
möta samma besked oavsett ingång.</p>
<h3>Barnets egen röst</h3>
<p>Alla utredande enheter använder en samtalsguide. Arbetsledaren frågar vid varje avslut hur
barnet har fått berätta.</p>
<h3>Våld i nära relation</h3>
<p>Relationsvåldsteamet har utbildat vuxensektionens enheter i att fråga om våld. Stöd ska kunna
börja innan utredningen är klar.</p>
""",
    "forbattringsarbete": """
<p>Avvikelser, synpunkter och klagomål tas emot på flera vägar men hanteras i samma register. En
händelse som rapporteras av flera blir ett ärende. Det som inte faller inom lex Sarah går vidare
som intern avvikelse i ett eget, länkat ärende och räknas bara en gång.</p>
<p>Varje kvartal går ledningsgruppen igenom mönster och beslutar om åtgärder. En åtgärd finns en
gång i registret, med en ansvarig och en dag då effekten bedöms.</p>
""",
    "avvikelser": """
<p>Antalet inkomna lex Sarah-rapporter var {{ lexsarah.inkomna }}, mot
{{ lexsarah.inkomna år=-1 }} året före. Två års siffror räcker inte för att tala om en trend. Att
de interna avvikelserna gick från {{ avvikelser.interna år=-1 }} till {{ avvikelser.interna }}
hänger samman med att enheterna påmint om dem på arbetsplatsträffar.</p>
<p>Vi tolkar fler rapporter som att viljan att rapportera ökar, inte som att verksamheten blivit
sämre.((fotnot: Slutsatsen stöds av att de nya avvikelserna till största delen gäller mindre
brister.))</p>
""",
    "lexsarah": """
<p>Barn- och ungdomssektionen utredde {{ lexsarah.utredda enhet=barn }} rapporter och vuxensektionen
{{ lexsarah.utredda enhet=vuxna }}. Från {{ rapport.forra_aret }} fördes
{{ lexsarah.overforda }} ärenden över. Vid årets slut saknade {{ lexsarah.pagaende }} rapporter
beslut; alla kom in under årets sista veckor.</p>
<p>Antalet rapporter som inte föll inom lex Sarah var {{ lexsarah.ej_lex_sarah }}. Rapporterna
från vuxensektionen gällde främst hur boendestödet utfördes, och i ett fall att en ansökan inte
handlades skyndsamt.</p>
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
<p>I de {{ lexsarah.utredda }} utredda rapporterna angavs {{ lexsarah.orsaker }} orsaker. Processer
och rutiner återkommer oftast, följt av omgivning och organisation. Bakom ligger sällan att en rutin
saknas. Vanligare är att den inte säger vem som tar över när någon är borta.</p>
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
<p>Antalet rapporterade avvikelser hos privata utförare var {{ avvikelser.utforare }}. Utförarna
har påmints om skyldigheten att rapportera till nämnden. Vid avtalsuppföljningen nästa år frågar vi
särskilt hur de egna avvikelserna tas om hand, eftersom uteblivna rapporter inte behöver betyda
att allt fungerar.</p>
""",
    "klagomal": """
<p>Under året kom {{ klagomal.antal }} synpunkter och klagomål in, mot
{{ klagomal.antal år=-1 }} året före. Barn- och ungdomssektionen tog emot
{{ klagomal.antal enhet=barn }} och vuxensektionen {{ klagomal.antal enhet=vuxna }}. Resten ställdes
till individ- och familjeomsorgen gemensamt.</p>
<p>Så många som {{ klagomal.overklaganden }} var i sak överklaganden av beslut.((fotnot: Ett
överklagande prövas av domstol. Vi räknar det för sig så att det inte döljer andra klagomål.)) De
har fått hjälp vidare. Några gällde bemötande, och enstaka hur en insats utfördes. Klagomål om
bemötande har tagits upp i arbetsgrupperna, och den som klagat har fått ett personligt svar.</p>
""",
    "bedomning": """
<p>Den samlade bedömningen är att kvaliteten är god men ojämn. Skyddet för barn har stärkts: ingen
av de {{ lexsarah.utredda enhet=barn }} utredda rapporterna i barn- och ungdomssektionen gällde ett
allvarligt missförhållande. Arbetssätten är kända och följs i allt högre grad.</p>
<h3>Förebyggande arbete</h3>
<p>Det är lättare än förut att få kontakt. De klagomål som gäller tillgänglighet är få i
förhållande till alla {{ klagomal.antal }} synpunkter och klagomål, men telefontiderna räcker inte
för den som arbetar dagtid. Förslaget om kvällsöppet prövas under våren.</p>
<h3>Utredning</h3>
<p>Handläggningen behöver bli säkrare där flera enheter delar på ett ärende. I
{{ lexsarah.missforhallande enhet=barn }} fall ledde brister i barn- och ungdomssektionen till ett
missförhållande, och i ytterligare {{ lexsarah.pataglig_risk enhet=barn }} fall var risken
påtaglig. De flesta hade kunnat undvikas om tidigare uppgifter hade lästs in.</p>
<h3>Insatser</h3>
<p>Boendestödet har förutsättningar att ge ett stadigare stöd än i början av året, men det är för
tidigt att säga om de nya rutinerna håller.((fotnot: Effekten bedöms när rutinerna har gällt i tre
månader.)) Familjehemsvården och öppenvården bedöms ge rätt stöd. Hos de privata utförarna har
inga avvikelser rapporterats, och bedömningen vilar därför på avtalsuppföljningen ensam.</p>
<blockquote><p>Den som möter oss ska inte märka att ärendet byter enhet.</p></blockquote>
""",
    "forbattringsomraden": """
<p>Underlaget pekar på fyra områden för nästa år. Varje område har en ansvarig chef, och åtgärderna
förs in i det gemensamma åtgärdsregistret.</p>
<ol>
<li><strong>Överlämning.</strong> Uppgifter om hot och skydd ska följa ärendet samma dag. Flest av
årets {{ avvikelser.interna }} interna avvikelser gällde just hur ärenden tas emot.</li>
<li><strong>Rättssäkerhet i utredningar om barn.</strong> Tidigare oro ska alltid vägas in och
dokumenteras. Stickprov görs varje kvartal.</li>
<li><strong>Stöd vid frånvaro.</strong> Boendestödet ska ha en utsedd ersättare, och den enskilde
ska veta vem det är.</li>
<li><strong>Stöd vid våld.</strong> Insats ska kunna börja medan utredningen pågår.</li>
</ol>
<p>Dessutom ska fler klagomål tas till vara. När {{ klagomal.overklaganden }} av
{{ klagomal.antal }} egentligen är överklaganden finns det få röster kvar om bemötande och
tillgänglighet. Vi kommer att fråga aktivt, i stället för att vänta på att någon klagar.</p>
<p>De {{ lexsarah.pagaende }} rapporter som saknade beslut vid årsskiftet redovisas i nästa
berättelse.</p>
""",
}
