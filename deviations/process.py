"""Which step a case may take now. The page asks before it shows a step, the services before they
take it: one table, so that the two cannot disagree."""

from collections.abc import Callable, Collection, Mapping
from typing import NamedTuple

from deviations.models import Deviation, Kind, Severity, Status
from deviations.models.choices import OPEN_STATUSES

NEW = (Status.RECEIVED, Status.ASSESSMENT)
UNDECIDED = (*NEW, Status.INVESTIGATION, Status.INVESTIGATED)
DECIDED = tuple(status for status in OPEN_STATUSES if status not in UNDECIDED)
# Whatever the status, except annulled: a reporter may be answered, a reader let in, afterwards.
STANDING = (*OPEN_STATUSES, Status.CLOSED)
# A suspicion of misconduct can arise in these; in what the public says, a named employee reports.
SUSPECTABLE = (Kind.INTERNAL, Kind.PROVIDER, Kind.EXTERNAL)
# What a lex Sarah case may be decided as at once, without an investigation of its own.
CLEARLY_NOT = (Severity.NONE, Severity.OUTSIDE)

FINISHED = "Ärendet är avslutat eller annullerat."
ALREADY_DECIDED = "Ärendet är redan beslutat."
LOCKED = "Utredningen är klar och låst. Öppna den igen först, med motivering."


def _always(case: Deviation) -> bool:
    return True


class Rule(NamedTuple):
    when: Collection[Status]
    otherwise: str = FINISHED
    holds: Callable[[Deviation], bool] = _always


def _decidable(case: Deviation) -> bool:
    """An avvikelse may be decided at any time, lex Sarah when it has been assessed at least."""
    return not case.is_lex_sarah or case.status in (Status.ASSESSMENT, Status.INVESTIGATED)


RULES: Mapping[str, Rule] = {
    "receive": Rule((Status.RECEIVED,), "Ärendet är redan mottaget."),
    "assess": Rule(NEW, "Den initiala bedömningen är redan gjord."),
    "suspect": Rule(
        UNDECIDED,
        "Misstanke om missförhållande anmäls i en avvikelse som inte är beslutad.",
        lambda case: case.kind in SUSPECTABLE,
    ),
    "assign": Rule(
        (Status.INVESTIGATION,),
        "Gör den initiala bedömningen först: utredare utses när ärendet ska utredas.",
    ),
    "ready": Rule((Status.INVESTIGATION,), "Bara en utredning som pågår kan bli klar."),
    "unlock": Rule((Status.INVESTIGATED,), "Utredningen är inte låst."),
    "decide": Rule(
        UNDECIDED,
        "Ett lex Sarah-ärende beslutas när utredningen är klar. Är det uppenbart inget"
        " missförhållande kan det beslutas direkt efter att det har tagits emot.",
        _decidable,
    ),
    "annul": Rule(UNDECIDED),
    "hand_over": Rule(UNDECIDED),
    "join": Rule(
        UNDECIDED,
        "Synpunkter och klagomål besvaras var för sig och slås inte ihop.",
        lambda case: not case.is_complaint,
    ),
    "edit": Rule((*NEW, Status.INVESTIGATION, *DECIDED), LOCKED),
    "inform": Rule(OPEN_STATUSES),
    "immediate": Rule(OPEN_STATUSES),
    "measure": Rule(OPEN_STATUSES),
    "instruct": Rule(
        OPEN_STATUSES,
        "Bara om lex Sarah-ärenden får chefen en lapp.",
        lambda case: case.is_lex_sarah,
    ),
    "feedback": Rule(STANDING),
    "effect": Rule(
        (Status.DECIDED, Status.MEASURES),
        "Effekten följs upp när ärendet är beslutat och har åtgärder.",
        lambda case: case.measures.exists(),
    ),
    "close": Rule(DECIDED, "Ärendet kan avslutas först när det är beslutat."),
    "grant": Rule(
        STANDING,
        "Läsrätt ges i ärenden med begränsad åtkomst.",
        lambda case: case.restricted,
    ),
}


def possible(case: Deviation, act: str) -> bool:
    rule = RULES[act]
    return case.status in rule.when and rule.holds(case)


def refusal(case: Deviation, act: str) -> str:
    """Why the step is not possible, in words for the person; empty when it is."""
    if possible(case, act):
        return ""
    rule = RULES[act]
    if case.status in rule.when:
        return rule.otherwise
    if case.status not in OPEN_STATUSES:
        return FINISHED
    undecided_only = not any(status in rule.when for status in DECIDED)
    return ALREADY_DECIDED if case.status in DECIDED and undecided_only else rule.otherwise
