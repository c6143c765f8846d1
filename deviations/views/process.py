"""The steps as a person meets them: which form asks for what, and which service takes it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from deviations import forms, services
from deviations.models import Deviation, Status
from deviations.readiness import before_closing
from deviations.rights import Rights
from organisation.models import User


@dataclass(frozen=True)
class Step:
    """`right` when several steps share one; `sure` is asked before it is done."""

    title: str
    button: str
    said: str
    form: type[forms.CaseStepForm]
    service: Callable[..., Any]
    right: str = ""
    tone: str = ""
    sure: str = ""


# In the order of the process; what can be done at any time follows, and last what ends a case.
STEPS: Mapping[str, Step] = {
    "receive": Step(
        "Ta emot ärendet",
        "Ta emot",
        "Ärendet är mottaget.",
        forms.ReceiveForm,
        services.receive,
    ),
    "assess": Step(
        "Gör den initiala bedömningen",
        "Utred ärendet",
        "Ärendet ska utredas.",
        forms.AssessForm,
        services.initial_assessment,
    ),
    "assign": Step(
        "Utse utredare",
        "Utse",
        "Utredaren är utsedd.",
        forms.AssignForm,
        services.assign_investigator,
    ),
    "ready": Step(
        "Utredningen är klar",
        "Lås utredningen",
        "Utredningen är klar och låst.",
        forms.ReadyForm,
        services.investigation_ready,
    ),
    "decide": Step(
        "Fatta beslut", "Besluta", "Beslutet är fattat.", forms.DecisionForm, services.decide
    ),
    "effect": Step(
        "Följ upp effekten",
        "Spara uppföljningen",
        "Effekten är uppföljd.",
        forms.EffectForm,
        services.follow_up_effect,
    ),
    "inform": Step(
        "Informera eller höra någon",
        "Spara",
        "Det är noterat.",
        forms.InformForm,
        services.inform,
    ),
    "feedback": Step(
        "Lämna återkoppling",
        "Lämna",
        "Återkopplingen är lämnad.",
        forms.FeedbackForm,
        services.give_feedback,
    ),
    "close": Step(
        "Avsluta ärendet",
        "Avsluta",
        "Ärendet är avslutat.",
        forms.CloseForm,
        services.close_deviation,
        sure="Ett avslutat ärende öppnas inte igen.",
    ),
    "immediate": Step(
        "Notera en omedelbar åtgärd",
        "Spara",
        "Åtgärden är noterad.",
        forms.ImmediateForm,
        services.add_immediate_measure,
    ),
    "instruct": Step(
        "Skriv på chefens lapp",
        "Skicka till chefen",
        "Chefen har fått lappen.",
        forms.InstructForm,
        services.instruct_manager,
    ),
    "suspect": Step(
        "Misstänkt missförhållande",
        "Gör till lex Sarah-rapport",
        "En lex Sarah-rapport är skapad.",
        forms.SuspectForm,
        services.suspect_misconduct,
        sure="En lex Sarah-rapport skapas. Enhetens chef ser inte längre ärendet.",
    ),
    "unlock": Step(
        "Öppna utredningen igen",
        "Öppna",
        "Utredningen är öppen igen.",
        forms.UnlockForm,
        services.unlock_investigation,
    ),
    "grant": Step(
        "Låt en utredare läsa ärendet",
        "Ge läsrätt",
        "Läsrätten är given.",
        forms.GrantForm,
        services.grant_reading,
    ),
    "revoke": Step(
        "Ta bort en läsrätt",
        "Ta bort",
        "Läsrätten är borttagen.",
        forms.RevokeForm,
        services.revoke_reading,
        right="grant",
    ),
    "hand_over": Step(
        "Lämna över till en annan enhet",
        "Lämna över",
        "Ärendet är överlämnat.",
        forms.HandOverForm,
        services.hand_over,
    ),
    "join": Step(
        "Samma händelse som ett annat ärende",
        "Slå ihop",
        "Rapporterna finns nu i det andra ärendet.",
        forms.JoinForm,
        services.join_reports,
        sure="Rapporterna flyttas och det här ärendet annulleras.",
    ),
    "annul": Step(
        "Annullera",
        "Annullera ärendet",
        "Ärendet är annullerat.",
        forms.AnnulForm,
        services.annul_deviation,
        tone="danger",
        sure="Ett annullerat ärende öppnas inte igen.",
    ),
}


# Seldom wanted, and never by a slip of the hand: folded together.
RARE = ("unlock", "grant", "revoke", "hand_over", "join", "annul")


@dataclass(frozen=True)
class Offer:
    """A step on the page, folded unless it is the next one or was refused."""

    name: str
    url: str
    step: Step
    title: str
    form: forms.CaseStepForm
    open: bool


@dataclass(frozen=True)
class Offers:
    """`waiting` says what the case waits for when that is somebody else's step."""

    next: Offer | None
    others: list[Offer]
    rare: list[Offer]
    waiting: str = ""

    @property
    def rare_open(self) -> bool:
        """One of them was sent and refused."""
        return any(offer.open for offer in self.rare)


def form_for(name: str, case: Deviation, user: User, data: Any = None) -> forms.CaseStepForm:
    """Several stand on one page, so each has ids of its own."""
    return STEPS[name].form(data, case=case, user=user, auto_id=f"{name}_%s")


def offers(
    user: User, case: Deviation, rights: Rights, refused: tuple[str, forms.CaseStepForm] | None
) -> Offers:
    """The steps open to this person; the one that was refused comes back as it was sent."""
    first, waiting = _first(user, case, rights)
    readers = case.named_readers.exists() if rights.grant else False
    named = [
        name
        for name, step in STEPS.items()
        if getattr(rights, step.right or name) and (name != "revoke" or readers)
    ]
    made = [_offer(name, case, user, first, refused) for name in named]
    return Offers(
        next=next((one for one in made if one.name == first), None),
        others=[one for one in made if one.name != first and one.name not in RARE],
        rare=[one for one in made if one.name != first and one.name in RARE],
        waiting=waiting,
    )


def _offer(
    name: str,
    case: Deviation,
    user: User,
    first: str,
    refused: tuple[str, forms.CaseStepForm] | None,
) -> Offer:
    form = refused[1] if refused and refused[0] == name else form_for(name, case, user)
    return Offer(
        name=name,
        url=reverse(f"deviations:{name}", args=[case.number]),
        step=STEPS[name],
        title=_title(name, case),
        form=form,
        open=name == first or form.is_bound,
    )


def _title(name: str, case: Deviation) -> str:
    if name == "assign" and case.investigator_id:
        return "Byt utredare"
    if name == "decide" and case.status == Status.ASSESSMENT:
        return "Besluta direkt, utan utredning"
    return STEPS[name].title


def _first(user: User, case: Deviation, rights: Rights) -> tuple[str, str]:
    """The name of the next step, and what is waited for when it is somebody else's."""
    match case.status:
        case Status.INVESTIGATION if case.investigator_id is None:
            name, waiting = "assign", "En utredare ska utses."
        case Status.INVESTIGATION if case.investigator_id != user.pk:
            return "", f"{case.investigator} utreder ärendet."
        case Status.INVESTIGATED:
            name, waiting = "decide", "Utredningen är klar och väntar på beslut."
        case Status.DECIDED | Status.MEASURES | Status.FOLLOWED_UP:
            return _towards_the_end(case, rights)
        case _:
            name, waiting = BY_STATUS.get(Status(case.status), ("", ""))
    return (name, "") if name and getattr(rights, name) else ("", waiting)


BY_STATUS = {
    Status.RECEIVED: ("receive", "Ärendet har inte tagits emot än."),
    Status.ASSESSMENT: ("assess", "Ärendet väntar på initial bedömning."),
    Status.INVESTIGATION: ("ready", "Utredningen pågår."),
}
ELSEWHERE = {
    "ivo": "Innan ärendet avslutas ska det anmälas till IVO.",
    "edit": "Innan ärendet avslutas ska synpunkten besvaras.",
}


def _towards_the_end(case: Deviation, rights: Rights) -> tuple[str, str]:
    """Whatever is missing before the case can be closed; else that."""
    if not rights.close:
        return "", "Ärendet är beslutat och följs upp innan det avslutas."
    for missing in before_closing(case):
        if missing.step in ELSEWHERE:
            return "", ELSEWHERE[missing.step]
        if getattr(rights, missing.step):
            return missing.step, ""
    return "close", ""
