"""What is written while a case is investigated: notes, motives, information and feedback."""

# Where it comes from, whether it is fact or assessment, and what it says.
NOTES = (
    ("Rapporten", "fact", "Rapporten beskriver händelsen och när den upptäcktes."),
    ("Akten", "fact", "Journalen har lästs för de senaste sex månaderna. Händelseförloppet är "
     "sammanställt i tidsordning."),
    ("Samtal med rapportören", "fact", "Rapportören bekräftar uppgifterna och uppger att något "
     "liknande har hänt en gång tidigare."),
    ("Samtal med enhetschefen", "fact", "Enheten hade två vakanser vid tiden för händelsen. "
     "Rutinen var känd men svår att följa."),
    ("Samtal med handläggaren", "fact", "Handläggaren beskriver att bevakningen låg i en lista "
     "som inte stämdes av."),
    ("Rutin och processbeskrivning", "fact", "Rutinen anger vem som ska göra vad, men inte vem "
     "som tar över vid frånvaro."),
    ("Samtal med den enskilde", "fact", "Den enskilde beskriver hur väntan upplevdes och vad som "
     "hade behövts."),
    ("Utredarens bedömning", "assessment", "Bristen ligger i arbetssättet och inte hos en "
     "enskild medarbetare. Den kan hända igen om inget ändras."),
    ("Utredarens bedömning", "assessment", "Konsekvensen kunde ha blivit större. Att det "
     "upptäcktes berodde på en uppmärksam kollega."),
)  # fmt: skip

INITIAL = "Rapporten utreds enligt lex Sarah. Händelsen kan ha påverkat den enskildes trygghet."

MOTIVES = {
    "none": "Händelsen är utredd. Den enskilde fick det stöd som behövdes i tid och någon brist "
    "som kunde få följder har inte framkommit.",
    "risk": "Bristen upptäcktes innan den fick följder. Risken var uppenbar och konkret, eftersom "
    "ingen annan spärr fanns i arbetssättet.",
    "misconduct": "Bristen har fått följder för den enskildes trygghet. Arbetssättet gav inte det "
    "skydd som lagen kräver.",
    "serious_risk": "Bristen kunde ha fått allvarliga följder för liv och hälsa. Att det inte "
    "skedde var en tillfällighet.",
    "serious": "Bristen har inneburit ett allvarligt hot mot den enskildes säkerhet. Händelsen "
    "anmäls till IVO.",
    "outside": "Händelsen rör ett internt fel utan möjlig följd för den enskilde. Den hanteras som "
    "intern avvikelse.",
}

NOBODY_CONCERNED = "Händelsen rör ingen enskild person."
NOT_REACHED = "Kontakt kan inte tas utan risk för den enskilde."

ANNULMENT = "Rapporten registrerades två gånger. Händelsen utreds i det först inkomna ärendet."

HEARD = (
    "Vill att de vuxna pratar med varandra så att samma frågor inte ställs om och om igen.",
    "Beskriver att det kändes otryggt att inte veta vad som skulle hända.",
    "Säger att det var skönt att någon till slut frågade.",
    "Vill inte att händelsen ska hända någon annan.",
    "Tycker att det tog för lång tid innan någon ringde.",
)

NOT_HEARD = (
    "Barnet är för litet för ett samtal; förskolans bild har tagits in.",
    "Den enskilde har tackat nej till samtal.",
    "Kontakt kan inte tas utan risk för den enskilde.",
    "Samtal är planerat men har inte hunnit hållas.",
)

RECEIVED_FEEDBACK = "Tack för din rapport. Den är mottagen och kommer att utredas."
DECIDED_FEEDBACK = (
    "Ärendet är utrett och beslutat. Din chef går igenom resultatet och åtgärderna med gruppen."
)
IVO_DECISION = "IVO bedömer att utredningen och åtgärderna är tillräckliga och avslutar ärendet."

RECEIVED = "Mottagen och genomläst. Enheten är kontaktad om det som behöver göras genast."
EFFECT = (
    "Åtgärderna är genomförda och arbetssättet följs. Ingen liknande händelse har rapporterats "
    "sedan dess."
)
LEFT = "Åtgärden pågår och följs vidare i åtgärdsregistret. Ärendet behöver inte vara öppet."
SUSPECTED = (
    "Den enskilde har påverkats och det är oklart hur länge bristen har funnits. Jag misstänker "
    "ett missförhållande."
)
INTERNAL_ASSESSMENT = "Orsaken behöver klarläggas tillsammans med dem som var med."
INTERNAL_DECISION = "Orsaken är klarlagd och arbetssättet har ändrats."
INTERNAL_FEEDBACK = (
    "Tack för din rapport. Vi har gått igenom händelsen i gruppen och ändrat arbetssättet."
)
ANSWERED = "Synpunkten är besvarad. Det som framkom är genomgånget i arbetsgruppen."

ANNULMENTS = {
    "mistake": "Felregistrerat: händelsen gäller inte någon av våra verksamheter.",
    "duplicate": ANNULMENT,
    "handed_over": "Händelsen inträffade hos regionen. Rapporten är lämnad till dess mottagare.",
}

# One interview is one note, with its passages marked.
INTERVIEW = (
    "Samtal med enhetschefen och medhandläggaren",
    (
        ("fact", "Båda beskriver samma förlopp. Bevakningen låg hos en kollega som var ledig och "
         "ingen ersättare var utsedd."),
        ("fact", "Gruppen hade två vakanser. Veckans genomgång av öppna ärenden ställdes in två "
         "gånger under perioden."),
        ("assessment", "Deras bilder stämmer överens med journalen. Det som brast är att ingen "
         "tog över, inte att någon lät bli."),
    ),
)  # fmt: skip
CORRECTION = (
    "Rättelse: genomgången ställdes in en gång, inte två. Uppgiften är kontrollerad mot kalendern."
)

# grade → what it meant for the child or the person
CONSEQUENCES = {
    "none": "Ingen följd har framkommit. Stödet gavs som det var planerat.",
    "risk": "Ingen skada hann uppstå. Hade det inte upptäckts hade skyddet uteblivit.",
    "misconduct": "Väntan gav oro i vardagen och stödet kom senare än det behövdes.",
    "serious_risk": "Skadan blev liten, men det hade kunnat sluta mycket allvarligt.",
    "serious": "Otryggheten varade länge och skolgång och sömn påverkades.",
    "outside": "Händelsen har inte påverkat det stöd som den enskilde har rätt till.",
}
AGAIN = (
    "Rutinen ändrades förra gången men följdes inte upp när gruppen fick nya medarbetare.",
    "Förra åtgärden gällde en annan enhet och spreds aldrig hit.",
)

# What managers noted that they did at once.
AT_ONCE = (
    "Gick igenom händelsen med arbetsgruppen på morgonmötet och utsåg en ersättare.",
    "Bokade in ett extra besök och säkerställde att någon svarar varje dag.",
    "Gick igenom gruppens övriga ärenden för att se om samma sak har hänt fler.",
)
INSTRUCTION = (
    "Se till att den enskilde har en namngiven kontakt i dag och att skyddet är ordnat. Spara "
    "planeringen för perioden. Prata inte om vem som har rapporterat."
)

IVO_SUSPECTED = "Följderna kan ha varit allvarliga. Anmälan görs snarast."
IVO_NOTIFIED = "Skickad i e-tjänsten. Utredningen följer när den är klar."
IVO_RECEIPT = "IVO har bekräftat att anmälan har kommit in."
IVO_COMPLETED = "Den färdiga utredningen är skickad."
IVO_DROPPED = "Läkarens bedömning visar att följderna inte var allvarliga."
