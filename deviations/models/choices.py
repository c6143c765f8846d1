"""The words of the profession, once."""

from django.db.models import TextChoices


class Kind(TextChoices):
    LEX_SARAH = "lex_sarah", "Lex Sarah-rapport"
    INTERNAL = "internal", "Intern avvikelse"
    COMPLAINT = "complaint", "Klagomål"
    VIEWPOINT = "viewpoint", "Synpunkt"
    PROVIDER = "provider", "Avvikelse hos privat utförare"
    EXTERNAL = "external", "Extern avvikelse"


# Complaints and viewpoints are one series: SOSFS 2011:9, 5 kap. 3 § takes them together.
SERIES = {
    Kind.LEX_SARAH: "LS",
    Kind.INTERNAL: "AVV",
    Kind.COMPLAINT: "SK",
    Kind.VIEWPOINT: "SK",
    Kind.PROVIDER: "UTF",
    Kind.EXTERNAL: "EXT",
}

COMPLAINT_KINDS = (Kind.COMPLAINT, Kind.VIEWPOINT)


class Status(TextChoices):
    RECEIVED = "received", "Inkommen"
    ASSESSMENT = "assessment", "Initial bedömning"
    INVESTIGATION = "investigation", "Utreds"
    INVESTIGATED = "investigated", "Utredning klar"
    DECIDED = "decided", "Beslutad"
    MEASURES = "measures", "Åtgärder pågår"
    FOLLOWED_UP = "followed_up", "Effekt uppföljd"
    CLOSED = "closed", "Avslutad"
    ANNULLED = "annulled", "Annullerad"


OPEN_STATUSES = tuple(status for status in Status if status not in (Status.CLOSED, Status.ANNULLED))


class Severity(TextChoices):
    """The five grades in practice (SOSFS 2011:5; 27 kap. SoL), and what is no lex Sarah."""

    NONE = "none", "Inget missförhållande"
    RISK = "risk", "Påtaglig risk för missförhållande"
    MISCONDUCT = "misconduct", "Missförhållande"
    SERIOUS_RISK = "serious_risk", "Påtaglig risk för allvarligt missförhållande"
    SERIOUS = "serious", "Allvarligt missförhållande"
    OUTSIDE = "outside", "Faller inte inom lex Sarah"


# What is notified to IVO (27 kap. 6 § SoL).
SERIOUS = (Severity.SERIOUS_RISK, Severity.SERIOUS)
GRADES: tuple[Severity, ...] = tuple(grade for grade in Severity if grade != Severity.OUTSIDE)


class Channel(TextChoices):
    FORM = "form", "E-tjänst eller formulär"
    PHONE = "phone", "Telefon"
    LETTER = "letter", "Brev eller e-post"
    MEETING = "meeting", "Möte"
    IVO = "ivo", "Översänt av IVO"
    CHILD = "child", "Barnets egen röst"


class Sex(TextChoices):
    GIRL_WOMAN = "female", "Flicka eller kvinna"
    BOY_MAN = "male", "Pojke eller man"
    UNKNOWN = "unknown", "Annat eller uppgift saknas"


class AgeBand(TextChoices):
    CHILD = "0-12", "0–12 år"
    YOUTH = "13-17", "13–17 år"
    YOUNG_ADULT = "18-20", "18–20 år"
    ADULT = "21-64", "21–64 år"
    OLDER = "65-", "65 år eller äldre"


class Consequence(TextChoices):
    """What happened, or could have happened, to the individual."""

    NONE = "none", "Ingen"
    MINOR = "minor", "Liten"
    MODERATE = "moderate", "Måttlig"
    SIGNIFICANT = "significant", "Betydande"
    SERIOUS = "serious", "Allvarlig"


class AnnulledBecause(TextChoices):
    MISTAKE = "mistake", "Felregistrerat"
    DUPLICATE = "duplicate", "Samma händelse som ett annat ärende"
    HANDED_OVER = "handed_over", "Överlämnat till en annan huvudman"


class Clock(TextChoices):
    """What a case waits for. How long is data: ClockRule."""

    RECEIVE = "receive", "Ta emot och gör det som behövs genast"
    ASSESSMENT = "assessment", "Första bedömning"
    INVESTIGATION = "investigation", "Utredning och beslut"
    NOTIFY = "notify", "Anmälan till IVO"
    COMPLETE = "complete", "Komplettering till IVO"
    RECEIPT = "receipt", "Bekräfta att synpunkten har kommit in"
    ANSWER = "answer", "Svar på synpunkten"
    EFFECT = "effect", "Följ upp åtgärdernas effekt"
