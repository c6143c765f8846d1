"""Synpunkter och klagomål from anybody. No sign-in, no cookie beyond the form's own protection,
and no trace of the address, in the database or in the log."""

from django.contrib.auth.decorators import login_not_required
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from audit import context as audit
from deviations import services
from deviations.forms.public import OpenPageForm
from deviations.models import Deviation
from lib.throttle import Allowance, household
from organisation.models import Referral, Unit

HOUR = 60 * 60
SENT_BY_ADDRESS = 10
TRIED_BY_ADDRESS = 60
SENT_BY_ALL = 300
RECEIPT_SHOWN = 24 * HOUR
SALT = "open receipt"


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def complain(request: HttpRequest) -> HttpResponse:
    if request.method != "POST":
        return _page(request, OpenPageForm())
    tried, *sent = _allowances(request)
    if tried.wait():
        return _flooded(request, tried.wait())
    tried.use()
    form = OpenPageForm(request.POST)
    if not form.is_valid():
        return _page(request, form, status=422)
    wait = max(allowance.wait() for allowance in sent)
    if wait:
        return _page(request, form, status=429, wait=wait)
    return _receive(request, form, sent)


def _allowances(request: HttpRequest) -> tuple[Allowance, Allowance, Allowance]:
    address = household(request.META.get("REMOTE_ADDR", ""))
    return (
        Allowance(f"tried {address}", most=TRIED_BY_ADDRESS, seconds=HOUR),
        Allowance(f"sent {address}", most=SENT_BY_ADDRESS, seconds=HOUR),
        Allowance("sent", most=SENT_BY_ALL, seconds=HOUR),
    )


def _receive(request: HttpRequest, form: OpenPageForm, sent: list[Allowance]) -> HttpResponse:
    try:
        case = _register(request, form)
    except services.IllegalStep as refused:
        form.add_error(None, str(refused))
        return _page(request, form, status=422)
    for allowance in sent:
        allowance.use()
    key = signing.dumps(case.number, salt=SALT)
    return redirect(f"{reverse('open:received')}?kvitto={key}")


def _register(request: HttpRequest, form: OpenPageForm) -> Deviation:
    unit: Unit = form.cleaned_data["unit"]
    with audit.origin(request_id=getattr(request, "request_id", "")):
        return services.register_complaint(
            actor=None,
            kind=form.case_kind(),
            unit=unit,
            description=form.cleaned_data["description"],
            complaint=form.complaint(),
            details={"occurred_on": form.cleaned_data["occurred_on"]},
            token=form.token(),
        )


@login_not_required
@require_GET
def received(request: HttpRequest) -> HttpResponse:
    """The number alone, for whoever has just sent something: the address cannot be guessed."""
    try:
        number = signing.loads(request.GET.get("kvitto", ""), salt=SALT, max_age=RECEIPT_SHOWN)
    except signing.BadSignature:
        return redirect("open:complain")
    return render(request, "deviations/public/received.html", {"number": number})


def _page(
    request: HttpRequest, form: OpenPageForm, *, status: int = 200, wait: int = 0
) -> HttpResponse:
    context = {"form": form, "minutes": -(-wait // 60), **_ways()}
    return _waiting(render(request, "deviations/public/form.html", context, status=status), wait)


def _flooded(request: HttpRequest, wait: int) -> HttpResponse:
    context = {"minutes": -(-wait // 60), **_ways()}
    page = render(request, "deviations/public/flooded.html", context, status=429)
    return _waiting(page, wait)


def _waiting(response: HttpResponse, wait: int) -> HttpResponse:
    if wait:
        response["Retry-After"] = str(wait)
    return response


def _ways() -> dict[str, str]:
    """By telephone, and to appeal, as far as the municipality has said."""
    rows = {row.way: row for row in Referral.objects.all()}
    phone, appeal = rows.get(Referral.Way.VIEWPOINT), rows.get(Referral.Way.APPEAL)
    return {
        "phone": phone.contact if phone else "",
        "appeal_url": appeal.url if appeal else "",
    }
