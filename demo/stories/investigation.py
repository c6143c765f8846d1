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
