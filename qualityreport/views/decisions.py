"""From draft to published: each step a page of its own, asked before it is done."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from audit.models import Event
from audit.services import record
from lib.refusals import Refused
from lib.throttle import Allowance
from measures.models import Measure
from measures.owner_views import About, added, unlinked
from organisation.screens import Screen, answered
from organisation.views import person
from qualityreport import attests, services
from qualityreport.forms.decisions import (
    AttestForm,
    DecisionForm,
    MotiveForm,
    PublishForm,
    SendForm,
)
from qualityreport.journey import file_rows
from qualityreport.models import BoardDecision, ReportVersion, VersionState
from qualityreport.views.scope import composed_version, handled_version, visible_version

WRONG_PASSWORD = "Lösenordet stämmer inte."  # noqa: S105 -- what the person is told
MOST_TRIES, WHILE = 5, 300


def page_of(version: ReportVersion) -> str:
    return reverse("qualityreport:version", args=[version.report_id, version.number])


def _screen(version: ReportVersion, title: str, lead: str = "") -> Screen:
    report = version.report
    crumbs = (
        ("Rapporter", reverse("qualityreport:list")),
        (str(report), reverse("qualityreport:detail", args=[report.pk])),
        (f"Version {version.number}", page_of(version)),
    )
    return Screen(
        title=title, over=str(version), back_url=page_of(version), crumbs=crumbs, lead=lead
    )


@require_POST
def send_to_attest(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    version = composed_version(request, pk, number)
    try:
        services.send_to_attest(actor=person(request), version=version)
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, "Versionen är skickad för attest. De som står i tur ser den.")
    return redirect(page_of(version))


@require_http_methods(["GET", "POST"])
def take_back(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    version = composed_version(request, pk, number)
    form = MotiveForm(request.POST or None, submit="Ta tillbaka versionen")
    screen = _screen(
        version,
        "Ta tillbaka från attest",
        "Versionen blir ett utkast igen. De attester som finns faller, med ditt skäl.",
    )

    def save() -> None:
        services.take_back(actor=person(request), version=version, **form.cleaned_data)

    return answered(request, form, screen, save=save, message="Versionen är tillbaka som utkast.")


@require_http_methods(["GET", "POST"])
def attest(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    user, version = person(request), visible_version(request, pk, number)
    steps = attests.steps_for(user, version) if version.state == VersionState.IN_REVIEW else []
    if not steps:
        raise PermissionDenied
    form = AttestForm(request.POST or None, user=user, steps=steps, seen_hash=version.snapshot_hash)
    if request.method == "POST" and form.is_valid():
        _ask_password(request, form, version)

    def save() -> None:
        services.attest(
            actor=user,
            version=version,
            step=form.chosen,
            seen_hash=form.cleaned_data["seen_hash"],
            deputy_for=form.cleaned_data["deputy_for"],
        )

    return answered(
        request,
        form,
        _attest_screen(version),
        save=save,
        message="Versionen är attesterad av dig.",
        template="qualityreport/attest.html",
        files=file_rows(version),
    )


def _attest_screen(version: ReportVersion) -> Screen:
    return _screen(
        version,
        "Attestera",
        f"Attesten gäller det frysta underlaget {version.snapshot_hash[:12]}… och inget annat.",
    )


def _ask_password(request: HttpRequest, form: AttestForm, version: ReportVersion) -> None:
    """A few wrong tries, and then a while of waiting: nobody guesses in an open window."""
    user = person(request)
    allowance = Allowance(f"attest:{user.pk}", most=MOST_TRIES, seconds=WHILE)
    if seconds := allowance.wait():
        form.add_error("password", f"För många försök. Vänta {-(-seconds // 60)} minuter.")
        return
    if user.check_password(form.cleaned_data["password"]):
        return
    allowance.use()
    record(
        actor=user,
        action=Event.Action.DENIED,
        obj=version,
        label=f"Attest av {version}",
        unit=version.report.unit,
    )
    form.add_error("password", WRONG_PASSWORD)


@require_http_methods(["GET", "POST"])
def withdraw(request: HttpRequest, pk: int, number: int, attest: int) -> HttpResponse:
    version = visible_version(request, pk, number)
    signed = get_object_or_404(version.attestations.filter(withdrawn_at__isnull=True), pk=attest)
    if signed.signed_by_id != person(request).pk:
        raise PermissionDenied
    form = MotiveForm(request.POST or None, submit="Ta tillbaka attesten")
    screen = _screen(version, "Ta tillbaka min attest", f"{signed.step}: {signed.name}.")

    def save() -> None:
        services.withdraw(actor=person(request), signed=signed, **form.cleaned_data)

    return answered(request, form, screen, save=save, message="Din attest är återtagen.")


@require_http_methods(["GET", "POST"])
def send(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    version = handled_version(request, pk, number)
    form = SendForm(request.POST or None, report=version.report)
    screen = _screen(
        version,
        "Expediera med kallelsen",
        "Handlingen blir allmän när den skickas. Attester kan sedan inte tas tillbaka.",
    )

    def save() -> None:
        services.send_to_board(actor=person(request), version=version, **form.cleaned_data)

    return answered(request, form, screen, save=save, message="Rapporten är expedierad.")


@require_http_methods(["GET", "POST"])
def decide(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    version = handled_version(request, pk, number)
    form = DecisionForm(request.POST or None, report=version.report)
    screen = _screen(
        version,
        "Registrera nämndens beslut",
        "Beslutet får ett eget blad. Filen som nämnden läste ändras inte.",
    )

    def save() -> None:
        services.decide(actor=person(request), version=version, **form.cleaned_data)

    return answered(request, form, screen, save=save, message="Beslutet är registrerat.")


@require_http_methods(["GET", "POST"])
def publish(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    version = handled_version(request, pk, number)
    form = PublishForm(request.POST or None)
    screen = _screen(
        version, "Publicera", "Kontrollera handlingen en sista gång innan den blir läst av alla."
    )

    def save() -> None:
        services.publish(
            actor=person(request),
            version=version,
            published_on=form.cleaned_data["published_on"],
            address=form.cleaned_data["address"],
        )

    return answered(request, form, screen, save=save, message="Rapporten är publicerad.")


def _decision(request: HttpRequest, pk: int, number: int, decision: int) -> BoardDecision:
    version = handled_version(request, pk, number)
    return get_object_or_404(version.decisions.select_related("version__report__unit"), pk=decision)


@require_http_methods(["GET", "POST"])
def add_measure(request: HttpRequest, pk: int, number: int, decision: int) -> HttpResponse:
    """What the board wants done is a measure like any other."""
    row = _decision(request, pk, number, decision)
    return added(request, row, _about(row), add=services.add_measure, link=services.link_measure)


@require_http_methods(["GET", "POST"])
def unlink_measure(
    request: HttpRequest, pk: int, number: int, decision: int, measure: int
) -> HttpResponse:
    row = _decision(request, pk, number, decision)
    found: Measure | None = row.measures.filter(pk=measure).first()
    if found is None:
        raise Http404
    return unlinked(request, row, _about(row), found, unlink=services.unlink_measure)


def _about(row: BoardDecision) -> About:
    return About(
        row=row,
        unit=row.version.report.unit,
        short=f"§ {row.paragraph}",
        register="Rapporter",
        register_url=reverse("qualityreport:list"),
        back_url=page_of(row.version),
    )
