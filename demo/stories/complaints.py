"""Synpunkter och klagomål: what people turned to us with, and how they were answered."""

from dataclasses import dataclass


@dataclass(frozen=True)
class ComplaintStory:
    title: str
    text: str
    topic: str  # Complaint.Topic
    answer: str
    outcome: str  # Complaint.Outcome
    kind: str = "complaint"  # Kind
    is_appeal: bool = False


APPEALS = (
    ComplaintStory(
        "Missnöjd med avslag på sökt insats",
        "Personen anser att avslaget är fel och vill att det prövas på nytt.",
        "decision",
        "Vi har förklarat hur ett beslut överklagas och tagit emot skrivelsen som överklagande.",
        "unfounded",
        is_appeal=True,
    ),
    ComplaintStory(
        "Vill ändra beslut om umgänge",
        "En förälder anser att umgänget har begränsats för mycket.",
        "decision",
        "Beslutet går att överklaga. Vi har hjälpt till med hur det görs.",
        "unfounded",
        is_appeal=True,
    ),
    ComplaintStory(
        "Insatsen beviljades i mindre omfattning än sökt",
        "Personen fick färre timmar än ansökan gällde och vill ha hela omfattningen.",
        "decision",
        "Skrivelsen har lämnats vidare som ett överklagande till förvaltningsrätten.",
        "unfounded",
        is_appeal=True,
    ),
    ComplaintStory(
        "Anser att insatsen avslutades för tidigt",
        "Personen vill behålla sin insats och menar att behovet finns kvar.",
        "decision",
        "Vi har informerat om rätten att överklaga och om möjligheten att ansöka på nytt.",
        "unfounded",
        is_appeal=True,
    ),
    ComplaintStory(
        "Invänder mot beslut att inleda utredning",
        "Vårdnadshavaren anser att utredningen saknar grund.",
        "decision",
        "Vi har förklarat varför utredning inleds och vad som kan överklagas senare.",
        "unfounded",
        is_appeal=True,
    ),
)

TREATMENT = (
    ComplaintStory(
        "Kände sig inte lyssnad på vid möte",
        "Personen upplevde att handläggaren hade bestämt sig före mötet.",
        "treatment",
        "Enhetschefen har haft ett samtal med personen och bett om ursäkt för upplevelsen.",
        "partly",
    ),
    ComplaintStory(
        "Otrevlig ton i telefonsamtal",
        "Personen beskriver att svaren var korta och nedlåtande.",
        "treatment",
        "Bemötandet har tagits upp i arbetsgruppen.",
        "founded",
    ),
)

OTHER = (
    ComplaintStory(
        "Svårt att få kontakt med handläggare",
        "Personen har ringt flera gånger utan att bli uppringd.",
        "accessibility",
        "Vi har bett om ursäkt och sett över hur telefontiden bemannas.",
        "founded",
    ),
    ComplaintStory(
        "Lång väntan på besked",
        "Personen väntade i sex veckor på besked om sin ansökan.",
        "processing_time",
        "Beslutet är fattat. Vi har förklarat varför det drog ut på tiden.",
        "founded",
    ),
    ComplaintStory(
        "Stödet gavs på annan tid än avtalat",
        "Besöken kom sent vid upprepade tillfällen.",
        "performance",
        "Schemat har ändrats och personen får besked vid försening.",
        "founded",
    ),
    ComplaintStory(
        "Täta byten av kontaktperson",
        "Familjen har haft fyra handläggare på ett år och får berätta samma sak flera gånger.",
        "performance",
        "Familjen har fått en medhandläggare så att någon alltid känner till ärendet.",
        "partly",
    ),
    ComplaintStory(
        "Otydlig information om vad som händer härnäst",
        "Personen visste inte vad utredningen skulle leda till.",
        "information",
        "Ett informationsmöte har hållits och vi ser över våra brev.",
        "partly",
    ),
    ComplaintStory(
        "Förslag om kvällsöppen mottagning",
        "En förälder föreslår att mottagningen har öppet en kväll i veckan.",
        "accessibility",
        "Förslaget har lämnats till ledningsgruppen.",
        "founded",
        "viewpoint",
    ),
    ComplaintStory(
        "Förslag om enklare ansökningsblankett",
        "Blanketten upplevs som svår att förstå.",
        "information",
        "Blanketten skrivs om under året.",
        "founded",
        "viewpoint",
    ),
    ComplaintStory(
        "Orolig för vem som kan läsa akten",
        "En person arbetar i kommunen och undrar vem som kan se ärendet.",
        "secrecy",
        "Vi har gått igenom loggen tillsammans med personen. Ingen obehörig har öppnat ärendet.",
        "unfounded",
    ),
    ComplaintStory(
        "Tack för gott bemötande",
        "En familj tackar för stödet under en svår tid.",
        "praise",
        "Vi har framfört tacket till arbetsgruppen.",
        "founded",
        "viewpoint",
    ),
)
