"""Writing, signing and correcting the notes of an investigation."""

from collections.abc import Callable

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from audit.models import Event
from deviations import services
from deviations.forms import NoteForm
from deviations.inner_rights import inner_rights_of
from deviations.models import Deviation, InvestigationNote
from deviations.note_pages import show
from deviations.services.notes import NO_TITLE
from deviations.views.inner import frame, inner_case, warn_of_personnummer
from lib.fields import LONGEST_ID
from lib.versions import EditedByAnother, renew
from organisation.views import person

Save = Callable[[], InvestigationNote]


@require_http_methods(["GET", "HEAD", "POST"])
def add(request: HttpRequest, number: str) -> HttpResponse:
    case = inner_case(request, number, "writes" if request.method == "POST" else "note")
    form = NoteForm(request.POST if request.method == "POST" else None)

    def save() -> InvestigationNote:
        return services.add_note(actor=person(request), deviation=case, **form.content())

    return _written(request, case, form, save, title="Ny anteckning")


@require_http_methods(["GET", "HEAD", "POST"])
def change(request: HttpRequest, number: str, pk: int) -> HttpResponse:
    case, note = _draft(request, number, pk)
    if note.author_id != person(request).pk:
        raise PermissionDenied
    if note.signed_at and request.method != "POST":
        return redirect("deviations:note_correct", number, pk)
    form = NoteForm(request.POST if request.method == "POST" else None, note=note)

    def save() -> InvestigationNote:
        return services.change_note(
            actor=person(request),
            note_id=note.pk,
            version=form.cleaned_data["version"],
            changes=form.content(),
        )

    return _written(request, case, form, save, title="Ändra anteckningen", corrects=note.corrects)


@require_http_methods(["GET", "HEAD", "POST"])
def correct(request: HttpRequest, number: str, pk: int) -> HttpResponse:
    case = inner_case(request, number, "writes" if request.method == "POST" else "correct")
    note = _note(case, pk)
    form = NoteForm(request.POST if request.method == "POST" else None)

    def save() -> InvestigationNote:
        return services.correct_note(actor=person(request), note=note, **form.content())

    return _written(request, case, form, save, title="Rätta anteckningen", corrects=note)


@require_POST
def sign(request: HttpRequest, number: str, pk: int) -> HttpResponse:
    case, note = _draft(request, number, pk)
    version = request.POST.get("version", "")
    try:
        services.sign_note(actor=person(request), note_id=note.pk, version=_number(version))
    except EditedByAnother:
        messages.warning(
            request,
            "Anteckningen har ändrats sedan du läste den. Läs igenom den och signera sedan.",
        )
    except services.IllegalStep as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, "Anteckningen är signerad och kan inte längre ändras.")
    return redirect("deviations:investigation", case.number)


@require_POST
def remove(request: HttpRequest, number: str, pk: int) -> HttpResponse:
    case, note = _draft(request, number, pk)
    try:
        services.remove_draft_note(actor=person(request), note_id=note.pk)
    except services.IllegalStep as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, "Utkastet är borttaget.")
    return redirect("deviations:investigation", case.number)


def _draft(request: HttpRequest, number: str, pk: int) -> tuple[Deviation, InvestigationNote]:
    """A correction may be written when the case is decided, other notes no longer."""
    posted = request.method == "POST"
    case = inner_case(request, number, "writes" if posted else "correct")
    note = _note(case, pk)
    if not (posted or note.corrects_id or inner_rights_of(person(request), case).note):
        raise PermissionDenied
    return case, note


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) <= LONGEST_ID else 0


def _note(case: Deviation, pk: int) -> InvestigationNote:
    known = case.notes.select_related("corrects") if len(str(pk)) <= LONGEST_ID else None
    note = known.filter(pk=pk).first() if known is not None else None
    if note is None:
        raise Http404
    return note


def _written(
    request: HttpRequest,
    case: Deviation,
    form: NoteForm,
    save: Save,
    *,
    title: str,
    corrects: InvestigationNote | None = None,
) -> HttpResponse:
    user = person(request)
    context = frame(user, case) | {
        "form": form,
        "title": title,
        "corrects": show(corrects, user) if corrects else None,
        "no_title": "" if user.title.strip() else NO_TITLE,
    }
    if form.is_valid():
        try:
            save()
        except EditedByAnother as conflict:
            return _compared(request, form, conflict.saved, context)
        except services.IllegalStep as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, "Utkastet är sparat. Signera det när det är klart.")
            warn_of_personnummer(request, form)
            return redirect("deviations:investigation", case.number)
    status = 422 if form.is_bound else 200
    return render(request, "deviations/note.html", context, status=status)


def _compared(
    request: HttpRequest, form: NoteForm, saved: InvestigationNote, context: dict[str, object]
) -> HttpResponse:
    """The text that was not saved stays in the form, beside what was saved first."""
    context |= {
        "differences": form.compared_with(saved),
        "last": Event.objects.changes_of(saved).first(),
    }
    renew(form, saved.version)
    return render(request, "deviations/note.html", context, status=409)
