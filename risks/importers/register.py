"""What the importers share: a row is found by its key, written, linked, and taken back."""

from abc import abstractmethod
from collections.abc import Hashable, Mapping, Sequence
from typing import Any, ClassVar

from django.db.models import Model

from imports import snapshots
from imports.importer import Actor, CannotUndo, Importer, Outcome, Row
from imports.rows import answered, colleagues, complete, once, placed, reach
from organisation.models import Process
from risks.importers import linking
from risks.models import Control, Risk
from risks.querysets import EDITORS

BATCH = 500
OUT_OF_REACH = "Finns inte i dina verksamheter."
NOT_YOURS = "Finns redan, och du får inte ändra det."


class RegisterImporter(Importer):
    roles = EDITORS
    model: ClassVar[type[Model]]
    many: ClassVar[tuple[str, ...]] = ()
    # What a new row must have.
    needed: ClassVar[tuple[str, ...]]
    # The column at which a key that others use is told, and the column of who answers.
    key: ClassVar[str] = "code"
    answers: ClassVar[str] = "responsible"
    # Columns that are no columns of the model's own.
    beside: ClassVar[tuple[str, ...]] = ()

    @property
    def fields(self) -> tuple[str, ...]:
        left_out = {*self.many, *self.beside}
        return tuple(column.key for column in self.columns if column.key not in left_out)

    @abstractmethod
    def key_of(self, one: Any) -> Hashable:
        """Of a row of the register."""

    @abstractmethod
    def key_in(self, row: Row) -> Hashable:
        """Of a row of the file, whose unit has been placed."""

    def look(self, row: Row, found: Any) -> None:
        """What this register alone asks of a row."""

    def check(self, rows: Sequence[Row], actor: Actor) -> None:
        own, people = reach(actor, EDITORS), colleagues(actor)
        for row in rows:
            placed(row, own, self.counted[1])
        there = {self.key_of(one): one for one in self.model._default_manager.all()}
        known = [one.pk for row in rows if (one := there.get(self.key_in(row)))]
        links = linking.links_of(self.model, self.many, known)
        visible, editable = _visible(actor), self._editable(actor)
        for row in rows:
            found: Any = there.get(self.key_in(row))
            if editable is not None and found and found.pk not in editable:
                row.refuse(self.key, NOT_YOURS)
            row.values["found"] = found
            pk = found.pk if found else None
            row.values["added"] = linking.to_add(row, pk, self.many, links)
            row.outcome = snapshots.compared(row, found, self.fields)
            if row.outcome == Outcome.KNOWN and row["added"]:
                row.outcome = Outcome.CHANGED
            complete(row, found, self.needed, f"Måste fyllas i för en ny {self.counted[0]}.")
            answered(row, self.answers, people)
            _within_reach(row, visible)
            self.look(row, found)
        once(rows, self.key, self.key_in, "Samma")

    def _editable(self, actor: Actor) -> set[int] | None:
        """What the person may change on its page too; None is anything."""
        if actor is None:
            return None
        rows: Any = self.model._default_manager
        return set(rows.editable_by(actor).values_list("pk", flat=True))

    def save(self, rows: Sequence[Row], actor: Actor) -> list[Any]:
        new = [row for row in rows if row["found"] is None]
        old = [row for row in rows if row["found"] is not None]
        born = [self.model(**snapshots.given(row, self.fields), **self.born(row)) for row in new]
        made = self.model._default_manager.bulk_create(born, batch_size=BATCH)
        pairs = [(row["found"], snapshots.given(row, self.fields)) for row in old]
        told = [*map(snapshots.made, made), *snapshots.change(self.model, pairs)]
        added = [row["added"] for row in (*new, *old)]
        pks = [one["pk"] for one in told]
        linking.add(self.model, dict(zip(pks, added, strict=True)))
        self.after(list(zip([*new, *old], pks, strict=True)), actor)
        return [{**one, "added": links} for one, links in zip(told, added, strict=True)]

    def born(self, row: Row) -> Mapping[str, Any]:
        """What a new row has that no column of its own tells."""
        return {}

    def after(self, pairs: Sequence[tuple[Row, int]], actor: Actor) -> None:
        """What is written beside the rows, whose ids are known now."""

    def undo(self, made: Sequence[Any], actor: Actor) -> None:
        added = {one["pk"]: one["added"] for one in made}
        new = [one["pk"] for one in made if one["before"] is None]
        if set(linking.linked_since(self.model, new, added)):
            raise CannotUndo(
                "Importen kan inte ångras: någon har kopplat vidare det som fördes in."
            )
        linking.take_away(self.model, added)
        snapshots.restore(self.model, made, lambda rows: [str(row) for row in rows])


Visible = Mapping[str, set[int]] | None


def _visible(actor: Actor) -> Visible:
    """Column → what the person may link to; None is anything."""
    if actor is None:
        return None
    processes = set(Process.objects.visible_to(actor).values_list("pk", flat=True))
    return {
        "risks": set(Risk.objects.visible_to(actor).values_list("pk", flat=True)),
        "controls": set(Control.objects.visible_to(actor).values_list("pk", flat=True)),
        "processes": processes,
        "process": processes,
    }


def _within_reach(row: Row, visible: Visible) -> None:
    for key, pks in (visible or {}).items():
        named = row.values.get(key)
        several = named if isinstance(named, tuple) else (named,) if named else ()
        if any(one.pk not in pks for one in several):
            row.refuse(key, OUT_OF_REACH)
