"""Kvalitetsberättelse 2021, barn- och ungdomssektionen."""

TEXTS = {
    "inledning": """
<p>Berättelsen gäller barn- och ungdomssektionen under {{ rapport.ar }}. Den visar hur sektionen
arbetat med kvalitet, vilka brister som kommit fram och vad som gjorts åt dem.</p>
<p>Siffrorna är räknade ur avvikelseregistret med läget den sista december.((fotnot: Ärenden som
kom in ett år och beslutades nästa räknas som inkomna det första och utredda det andra.))</p>
""",
    "syfte": """
<p>Syftet är att nämnden ska kunna bedöma kvaliteten i arbetet med barn och unga. Berättelsen är
också sektionens eget arbetsredskap: den samlar det vi lärt av årets händelser.</p>
""",
    "sammanfattning": """
<p>Under {{ rapport.ar }} rapporterades {{ lexsarah.inkomna }} händelser enligt lex Sarah, fler än
året före då antalet var {{ lexsarah.inkomna år=-1 }}. Vid årets slut var {{ lexsarah.utredda }}
utredda. Av dem bedömdes {{ lexsarah.allvarligt }} som allvarliga missförhållanden, och
{{ lexsarah.ivo }} anmälningar gjordes till IVO.</p>
<p>De allvarliga händelserna gällde främst skydd: bedömningar som kom för sent eller inte skrevs
ned. Åtgärderna har därför samlats kring skyddsbedömningen.</p>
""",
    "uppdrag": """
<p>Sektionen tar emot orosanmälningar, gör skyddsbedömningar och förhandsbedömningar, utreder
barns behov och ger stöd. Den svarar också för familjehem, familjerätt och öppenvård.</p>
<p>Mottagningsteamet tar emot allt som kommer in. Vid årsskiftet ersätts det av en egen
mottagningsenhet med en chef som bara arbetar med mottagningen.</p>
""",
    "malgrupper": """
<p>Barn och unga till och med 20 år och deras föräldrar är den största gruppen. Sektionen möter
också syskon, familjehem och andra vuxna som är viktiga för barnet, samt barn som har upplevt våld
mot en närstående.</p>
""",
    "ansvar": """
<p>Sektionschefen leder kvalitetsarbetet och enhetscheferna genomför det. Lex Sarah-ansvarig tar
emot rapporterna och utser en utredare som inte hör till enheten. Verksamhetschefen
beslutar.((fotnot: Beslutanderätten är delegerad från socialnämnden.))</p>
<p>Alla medarbetare rapporterar det som inte fungerar, även när ingen har kommit till skada.</p>
""",
    "kvalitet": """
<p>God kvalitet i arbetet med barn är att barnet är tryggt, får berätta och får rätt hjälp i tid.
Vi prövar arbetet mot sex områden, från kunskap till hur resurserna används, och frågar för varje
område vad barnet märker.</p>
""",
    "aret": """
<p>Pandemin fortsatte att påverka. Möten hölls på distans, hembesök fick ställas om och
sjukfrånvaron var hög i perioder. Anmälningarna ökade när skolorna öppnade som vanligt.</p>
<p>Den första juli blev det straffbart att låta ett barn bevittna brott i nära relation.((fotnot:
Barnfridsbrott, 4 kap. 3 § brottsbalken.)) Lagändringar i föräldrabalken stärkte samtidigt barnets
rätt till information i vårdnadstvister, vilket har ändrat familjerättens arbetssätt.</p>
""",
    "fokus": """
<h3>Skydd i tid</h3>
<p>En ny rutin för skyddsbedömningar prövades under våren och gäller nu alla enheter.</p>
<h3>Bemanning</h3>
<p>Barnenheten har fått ett arbetslag till. Sommarens bemanning planerades tidigare än
vanligt.</p>
<h3>Barnets delaktighet</h3>
<p>En samtalsguide prövas i ett arbetslag för att barn ska få berätta tidigt i utredningen.</p>
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
<p>Av de {{ lexsarah.inkomna }} rapporter som kom in var {{ lexsarah.utredda }} utredda vid årets
slut. Vid bedömningen visade sig {{ lexsarah.ej_lex_sarah }} inte falla inom lex Sarah, och
{{ lexsarah.pagaende }} rapporter utreds fortfarande.((fotnot: Utredda, ej lex Sarah och pågående
är tillsammans lika många som inkomna, eftersom inget ärende fördes över från året före.))</p>
""",
    "grader": """
<p>Bedömningarna fördelar sig på {{ lexsarah.allvarligt }} allvarliga missförhållanden,
{{ lexsarah.missforhallande }} missförhållanden och {{ lexsarah.pataglig_risk }} påtagliga risker
för missförhållande. De allvarliga händelserna har anmälts till IVO, sammanlagt
{{ lexsarah.ivo }} anmälningar.</p>
<p>År {{ rapport.forra_aret }} utreddes {{ lexsarah.utredda år=-1 }} rapporter.</p>
""",
    "orsaker": """
<p>Sammanlagt angavs {{ lexsarah.orsaker }} orsaker i de utredda rapporterna. De flesta gäller
rättssäkerheten: skyddsbedömningar som inte dokumenteras, överlämningar mellan mottagning och
utredning och bevakningar som inte hålls.</p>
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
    "utforare": """
<p>Sektionen köper insatser av två privata utförare. Avtalen kräver att utföraren informerar nämnden
om en rapport enligt lex Sarah. Kravet har gåtts igenom med båda under året.</p>
""",
    "klagomal": """
<p>Synpunkterna och klagomålen minskade från {{ klagomal.antal år=-1 }} till
{{ klagomal.antal }}. De handlade mest om bemötande och om beslut som den enskilde inte var nöjd
med; {{ klagomal.overklaganden }} var i sak överklaganden. Den som klagat på bemötande har erbjudits
ett samtal med enhetschefen.</p>
""",
    "bedomning": """
<p>Kvaliteten har inte varit tillräckligt god i de delar som gäller skydd. Att
{{ lexsarah.allvarligt }} allvarliga missförhållanden inträffade under ett år är inte acceptabelt.
Åtgärderna är väl valda och flera har redan gett effekt.</p>
<h3>Ta emot och utreda</h3>
<p>Av de {{ lexsarah.utredda }} utredda rapporterna gällde de flesta mottagning och utredning. De
nya arbetssätten för skyddsbedömning och överlämning behöver följas tätt under hela nästa år.</p>
<h3>Utföra</h3>
<p>Stödet i öppenvård och familjehem bedöms fungera, men underlaget är tunt. Fler egenkontroller
behövs för att bedömningen ska bli säker.</p>
""",
    "forbattringsomraden": """
<p>Sektionen har valt fyra områden:</p>
<ul>
<li><strong>Skyddsbedömningar</strong> i tid, i alla ärenden och i skrift.</li>
<li><strong>Överlämning</strong> samma dag när den nya mottagningsenheten börjar.</li>
<li><strong>Barnets röst</strong> tidigt i utredningen.</li>
<li><strong>Fler interna avvikelser</strong>, så att vi lär av det lilla. Årets
{{ avvikelser.interna }} är för få för att visa några mönster.</li>
</ul>
<p>Beslut i de {{ lexsarah.pagaende }} pågående ärendena redovisas i nästa års berättelse.</p>
""",
}
