"""What the documentation of an investigation must answer (SOSFS 2011:5, 5 kap.)."""

from dataclasses import dataclass

from deviations.models import Deviation


@dataclass(frozen=True)
class Loaded:
    """What the case has beside its own columns."""

    causes: bool
    immediate: bool
    measures: bool
    signed_notes: bool
    drafts: bool


@dataclass(frozen=True)
class Point:
    label: str
    done: bool
    # Where it is filled in: the page of the case, and the place on it.
    page: str
    anchor: str = ""
    # What to do before the investigation can be ready; empty where it may be left unanswered.
    needed: str = ""
    # Of an avvikelse or a complaint too; the other points stop lex Sarah investigations alone.
    of_all: bool = False


def load(case: Deviation) -> Loaded:
    notes = [signed_at for (signed_at,) in case.notes.values_list("signed_at")]
    return Loaded(
        causes=case.causes.exists(),
        immediate=case.immediate.exists(),
        measures=case.measures.exists(),
        signed_notes=any(notes),
        drafts=None in notes,
    )


def missing(case: Deviation) -> list[Point]:
    """The points not yet answered; empty when the investigation is complete."""
    return [point for point in checklist(case, load(case)) if not point.done]


def checklist(case: Deviation, has: Loaded) -> list[Point]:
    return [*_of_event(case), *_of_causes(case, has), *_of_notes(has)]


def _of_event(case: Deviation) -> list[Point]:
    consequence = bool(case.consequence_actual or case.consequence_possible)
    return [
        Point(
            "Vad som hände, och hur allvarlig följden blev eller kunde ha blivit",
            bool(case.description) and consequence,
            "edit",
            "id_consequence_actual",
        ),
        Point(
            "Konsekvenserna för barnet eller den enskilde, i ord",
            bool(case.consequence_text.strip()),
            "investigation",
            "id_consequence_text",
            "Beskriv konsekvensen för barnet eller den enskilde.",
        ),
        Point(
            "Vad barnet eller den enskilde säger, eller varför hen inte har hörts",
            bool(case.own_view.strip() or case.own_view_missing_reason.strip()),
            "investigation",
            "id_own_view",
            "Skriv vad barnet eller den enskilde säger, eller varför den enskilde inte har hörts.",
        ),
        Point(
            "När det uppmärksammades", case.discovered_at is not None, "edit", "id_discovered_at"
        ),
        Point("När det inträffade", case.occurred_on is not None, "edit", "id_occurred_on"),
    ]


def _of_causes(case: Deviation, has: Loaded) -> list[Point]:
    immediate = has.immediate or bool(case.immediate_measures and case.immediate_measures_at)
    before = case.happened_before is False or bool(
        case.happened_before and case.happened_before_text
    )
    return [
        Point("Bakomliggande orsaker", has.causes, "investigation", "div_id_causes"),
        Point(
            "Om det har hänt tidigare, och i så fall varför igen",
            before,
            "investigation",
            "div_id_happened_before",
            "Svara på om något liknande har hänt tidigare, och i så fall varför det hände igen.",
        ),
        Point(
            "Om det kan hända igen",
            case.could_recur is not None,
            "investigation",
            "div_id_could_recur",
            "Svara på om det kan hända igen.",
        ),
        Point("Omedelbara åtgärder, med tidpunkt", immediate, "edit", "id_immediate_measures"),
        Point(
            "Åtgärder för att det inte ska hända igen",
            has.measures or case.could_recur is False,
            "measure",
        ),
    ]


def _of_notes(has: Loaded) -> list[Point]:
    return [
        Point(
            "Hur det uppmärksammades och vad som i övrigt kom fram, i minst en signerad anteckning",
            has.signed_notes,
            "note_add",
            needed="Skriv och signera minst en anteckning.",
        ),
        Point(
            "Alla anteckningar är signerade",
            not has.drafts,
            "investigation",
            "h-notes",
            "Signera eller ta bort de anteckningar som inte är signerade.",
            of_all=True,
        ),
    ]
