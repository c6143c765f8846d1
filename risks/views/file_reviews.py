"""Aktgranskning: a sample is drawn, read file by file, and made into the control's result."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from lib.refusals import Refused
from organisation.models import User
from organisation.screens import Screen, form_page, tell
from organisation.views import person
from risks import services
from risks.file_review_pages import next_place, page_about
from risks.forms.file_reviews import DrawForm, FinishForm, ReadingForm, SettleForm
from risks.models import Control, FileReview, FileReviewCase
from risks.readings import tallied, unsettled
from risks.services import file_reviews as acts
from risks.views.controls import answerable_occasions
from risks.views.scope import to_change

FORM = "components/form_page.html"


def screen(review: FileReview, title: str, lead: str = "") -> Screen:
    back = reverse("file_reviews:detail", args=[review.pk])
    return Screen(
        title=title,
        over=review.title,
        back_url=back,
        crumbs=(("Aktgranskning", back),),
        lead=lead,
    )


@require_http_methods(["GET", "POST"])
def draw(request: HttpRequest, code: str) -> HttpResponse:
    control = to_change(Control, request, code)
    if not control.is_read_by_files:
        messages.info(request, "Bara en egenkontroll av akter, mätt som andel, har ett urval.")
        return redirect("controls:detail", control.code)
    form = DrawForm(request.POST or None, control=control)
    if request.method == "POST" and form.is_valid():
        made = acts.draw_sample(actor=person(request), control=control, **form.answers)
        messages.success(request, "Urvalet är draget.")
        return redirect("file_reviews:detail", made.pk)
    back = reverse("controls:detail", args=[control.code])
    crumbs = (("Egenkontroller", reverse("controls:list")), (control.code, back))
    about = Screen(title="Dra urval", over=str(control), back_url=back, crumbs=crumbs)
    return form_page(request, FORM, form, about)


@require_GET
def detail(request: HttpRequest, pk: int) -> HttpResponse:
    user = person(request)
    review = _visible(user, pk)
    page = page_about(review, user)
    context = {"review": review, "page": page, "may_change": _may_change(user, review)}
    return render(request, "risks/file_review.html", context)


@require_http_methods(["GET", "POST"])
def read(request: HttpRequest, pk: int, place: int) -> HttpResponse:
    user = person(request)
    review = _visible(user, pk)
    case = review.cases.filter(place=place).first()
    if case is None:
        raise Http404
    if closed := _closed(request, review):
        return closed
    reading = acts.reading_of(case, user)
    if reading is None:
        messages.info(request, acts.READ_BY_ANOTHER)
        return redirect("file_reviews:detail", pk)
    form = _reading_form(request, case, reading)
    if request.method == "POST" and form.is_valid():
        try:
            acts.answer_case(
                actor=user,
                case=case,
                sex=form.cleaned_data["sex"],
                reading=form.cleaned_data["reading"],
                answers=form.answers,
            )
        except Refused as refused:
            tell(form, refused)
            _read_anew(form, case, user)
        else:
            return _onwards(request, review, user, place)
    about = screen(review, f"Akt {place}: {case.reference or 'beteckningen är raderad'}")
    return form_page(request, FORM, form, about)


def _reading_form(request: HttpRequest, case: FileReviewCase, reading: int) -> ReadingForm:
    own = case.answers.filter(reading=reading)
    return ReadingForm(
        request.POST or None,
        case=case,
        reading=reading,
        questions=list(case.review.questions.all()),
        before=dict(own.values_list("question_id", "answer")),
    )


def _read_anew(form: ReadingForm, case: FileReviewCase, user: User) -> None:
    """What was answered stays, and may be saved as the other reading."""
    case.refresh_from_db()
    sent: QueryDict = form.data.copy()  # type: ignore[attr-defined]  # a QueryDict, as it was posted
    sent["reading"] = str(acts.reading_of(case, user) or "")
    form.data = sent


def _onwards(request: HttpRequest, review: FileReview, user: User, place: int) -> HttpResponse:
    """To the next file that this person can read, else to the review."""
    messages.success(request, f"Akt {place} är sparad.")
    following = next_place(review, user, place)
    if following is None:
        return redirect("file_reviews:detail", review.pk)
    return redirect("file_reviews:read", review.pk, following)


@require_http_methods(["GET", "POST"])
def differences(request: HttpRequest, pk: int) -> HttpResponse:
    """Those who read may agree; it takes no right to the control."""
    user = person(request)
    review = _visible(user, pk)
    if closed := _closed(request, review):
        return closed
    differing = unsettled(review)
    if not differing:
        messages.info(request, "Alla svar är lika eller avgjorda.")
        return redirect("file_reviews:detail", pk)
    form = SettleForm(request.POST or None, differing=differing)
    if request.method == "POST" and form.is_valid():
        try:
            acts.settle(actor=user, review=review, answers=form.answers)
        except Refused as refused:
            tell(form, refused)
        else:
            messages.success(request, "De gemensamma svaren är sparade.")
            return redirect("file_reviews:detail", pk)
    lead = "Läs akten tillsammans och välj det svar som ska gälla."
    return form_page(request, FORM, form, screen(review, "Svar som skiljer sig", lead))


@require_http_methods(["GET", "POST"])
def finish(request: HttpRequest, pk: int) -> HttpResponse:
    user = person(request)
    review = _to_change(user, pk)
    if closed := _closed(request, review):
        return closed
    if missing := acts.what_is_missing(review):
        messages.info(request, missing)
        return redirect("file_reviews:detail", pk)
    given: dict[str, Any] = {
        "control": review.control,
        "button": "Spara som egenkontrollens resultat",
        "occasions": answerable_occasions(review.control),
        "found": tallied(review),
        "sample": acts.sample_text(review),
    }
    form = FinishForm(request.POST or None, **given)
    if request.method == "POST" and form.is_valid():
        said = form.found | {"same_day": form.cleaned_data.get("same_day", "")}
        try:
            acts.finish(actor=user, review=review, **said)
        except services.AlreadyRecorded as already:
            form = FinishForm(request.POST, existing=already.existing, **given)
        except Refused as refused:
            tell(form, refused)
        else:
            messages.success(request, "Resultatet är sparat och beteckningarna är raderade.")
            return redirect("controls:detail", review.control.code)
    lead = "Talen är räknade ur svaren. Aktbeteckningarna raderas när du sparar."
    return form_page(request, FORM, form, screen(review, "Gör klart", lead))


@require_http_methods(["GET", "POST"])
def abandon(request: HttpRequest, pk: int) -> HttpResponse:
    user = person(request)
    review = _to_change(user, pk)
    if closed := _closed(request, review):
        return closed
    if request.method == "POST":
        try:
            acts.abandon(actor=user, review=review)
        except Refused as refused:
            messages.error(request, str(refused))
        else:
            messages.success(request, "Granskningen är avbruten och beteckningarna är raderade.")
        return redirect("file_reviews:detail", pk)
    return render(request, "risks/file_review_abandon.html", {"review": review})


def _visible(user: User, pk: int) -> FileReview:
    rows = FileReview.objects.visible_to(user).select_related("control__unit", "result")
    review = rows.filter(pk=pk).first()
    if review is None:
        raise Http404
    return review


def _to_change(user: User, pk: int) -> FileReview:
    review = _visible(user, pk)
    if not _may_change(user, review):
        raise PermissionDenied
    return review


def _may_change(user: User, review: FileReview) -> bool:
    return FileReview.objects.editable_by(user).filter(pk=review.pk).exists()


def _closed(request: HttpRequest, review: FileReview) -> HttpResponse | None:
    if review.is_open:
        return None
    messages.info(request, acts.NOT_OPEN)
    return redirect("file_reviews:detail", review.pk)
