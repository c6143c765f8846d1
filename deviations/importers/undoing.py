"""An import is taken back, as long as nobody has gone on working with any of its cases."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence

from django.db.models import ForeignObjectRel, Model

from deviations.models import (
    Complaint,
    Deviation,
    DeviationReport,
    IvoNotification,
    ManagerSlip,
    NumberSeries,
    Reminder,
)
from imports.importer import CannotUndo

# What an import makes itself, and mails that were sent meanwhile.
OWN = (
    *(DeviationReport, Complaint, IvoNotification, ManagerSlip, Reminder),
    Deviation.causes.through,
)
AT_ONCE = 500


def undo(made: Sequence[int]) -> None:
    """Raises CannotUndo, with the numbers of the cases that are in use."""
    cases = [case for some in _pieces(made) for case in _locked(some)]
    in_use = sorted(set(_in_use(cases)))
    if in_use or len(cases) != len(made):
        raise CannotUndo(_why(in_use))
    numbers: dict[tuple[str, int], set[int]] = defaultdict(set)
    for case in cases:
        numbers[case.series, case.year].add(case.sequence)
    for some in _pieces(made):
        for model in OWN:
            model._base_manager.filter(deviation_id__in=some).delete()
        Deviation.objects.filter(pk__in=some).delete()
    for (series, year), own in sorted(numbers.items()):
        _give_back(series, year, own)


def _locked(ids: Collection[int]) -> list[Deviation]:
    return list(Deviation.objects.select_for_update().filter(pk__in=ids))


def _in_use(cases: Sequence[Deviation]) -> Iterator[str]:
    numbers = {case.pk: case.number for case in cases}
    yield from (case.number for case in cases if case.version != 1)
    for some in _pieces(list(numbers)):
        reports = DeviationReport.objects.filter(deviation_id__in=some).values_list("deviation_id")
        yield from _doubled(numbers, [pk for (pk,) in reports])
        written = ManagerSlip.objects.filter(deviation_id__in=some).exclude(instruction="")
        yield from (numbers[pk] for pk in written.values_list("deviation_id", flat=True))
        for model, field in _pointing():
            found = model._base_manager.filter(**{f"{field}__in": some})
            yield from (numbers[pk] for pk in found.values_list(field, flat=True))


def _pointing() -> Iterator[tuple[type[Model], str]]:
    """Every table that leads to a case, the links of measures and readers too."""
    for relation in Deviation._meta.get_fields(include_hidden=True):
        if isinstance(relation, ForeignObjectRel) and not relation.many_to_many:
            model = relation.related_model
            if model not in OWN:
                yield model, relation.field.name


def _doubled(numbers: dict[int, str], reported: list[int]) -> list[str]:
    """A second report has joined the case."""
    return [numbers[pk] for pk in set(reported) if reported.count(pk) > 1]


def _why(in_use: list[str]) -> str:
    if not in_use:
        return "Importen kan inte ångras: några av ärendena finns inte längre."
    named = ", ".join(in_use[:5]) + (" med flera" if len(in_use) > 5 else "")
    return f"Importen kan inte ångras: någon har arbetat vidare med {named}."


def _give_back(series: str, year: int, own: Collection[int]) -> None:
    """The numbers at the end of a series, so that it has no gap where nobody came after."""
    row = NumberSeries.objects.select_for_update().get(series=series, year=year)
    while row.last in own:
        row.last -= 1
    row.save(update_fields=["last"])


def _pieces(ids: Sequence[int]) -> Iterator[Sequence[int]]:
    return (ids[at : at + AT_ONCE] for at in range(0, len(ids), AT_ONCE))
