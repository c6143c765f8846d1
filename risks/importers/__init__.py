"""Processes, risks, controls and measures from spreadsheets."""

from collections.abc import Hashable, Mapping, Sequence
from typing import Any

from imports.importer import Actor, CannotUndo, Row
from imports.rows import coded
from measures.models import Measure
from organisation.models import Process
from risks.forms.base import RESERVED
from risks.importers import assessing, columns
from risks.importers.register import RegisterImporter
from risks.models import Control, Decision, Risk

NOT_LINKED = "Ange minst en risk, egenkontroll eller process som åtgärden hör till."


class ProcessImporter(RegisterImporter):
    name = "processes"
    title = "Processer"
    lead = (
        "Processkartan. En process som finns ändras bara där filen säger något annat. Nummer och"
        " verksamhet avgör vilken det är."
    )
    counted = ("process", "processer")
    columns = columns.PROCESSES
    model = Process
    needed = ("name",)
    key = "number"
    answers = "owner"

    def key_of(self, one: Any) -> Hashable:
        return (one.unit_id, one.number.casefold())

    def key_in(self, row: Row) -> Hashable:
        return (getattr(row["unit"], "pk", None), row["number"].casefold())


class CodedImporter(RegisterImporter):
    """A risk or a control goes by its code."""

    def key_of(self, one: Any) -> Hashable:
        return str(one.code).casefold()

    def key_in(self, row: Row) -> Hashable:
        return str(row["code"]).casefold()

    def look(self, row: Row, found: Any) -> None:
        coded(row, RESERVED)
        row.values["code"] = found.code if found else row["code"]


class RiskImporter(CodedImporter):
    name = "risks"
    title = "Risker"
    lead = (
        "Risker, gärna med sannolikhet och konsekvens. En kod som finns ändras bara där filen säger"
        " något annat. En import med bedömningar kan inte ångras, eftersom bedömningar aldrig tas"
        " bort."
    )
    counted = ("risk", "risker")
    columns = columns.RISKS
    model = Risk
    many = ("processes",)
    needed = ("title", "unit")
    beside = assessing.COLUMNS

    def check(self, rows: Sequence[Row], actor: Actor) -> None:
        super().check(rows, actor)
        assessing.check(rows)

    def look(self, row: Row, found: Any) -> None:
        super().look(row, found)
        if found and found.closed_on:
            row.refuse("code", "Risken är avslutad och kan inte ändras.")
        if row["decision"] == Decision.ACCEPT:
            row.refuse(
                "decision", "En risk accepteras på sin egen sida, av den som tar på sig det."
            )

    def after(self, pairs: Sequence[tuple[Row, int]], actor: Actor) -> None:
        assessing.save(pairs, actor)

    def undo(self, made: Sequence[Any], actor: Actor) -> None:
        if assessing.are_judged([one["pk"] for one in made if one["before"] is None]):
            raise CannotUndo(assessing.NOT_UNDONE)
        super().undo(made, actor)


class ControlImporter(CodedImporter):
    name = "controls"
    title = "Egenkontroller"
    lead = "Vad som ska kontrolleras, hur ofta och när det är bra nog. Resultaten förs in för hand."
    counted = ("egenkontroll", "egenkontroller")
    columns = columns.CONTROLS
    model = Control
    many = ("risks",)
    needed = ("title", "unit", "method", "measured")

    def look(self, row: Row, found: Any) -> None:
        super().look(row, found)
        measured = row["measured"] or (found.measured if found else "")
        threshold = row["threshold"]
        if found and row["measured"] not in ("", found.measured):
            row.refuse("measured", "Kan inte ändras. Avsluta egenkontrollen och lägg upp en ny.")
        if threshold is not None and measured == Control.Measured.WORDS:
            row.refuse("threshold", "Ett resultat i ord har inget gränsvärde. Lämna tomt.")
        elif threshold is not None and measured == Control.Measured.SHARE and threshold > 100:
            row.refuse("threshold", "En andel ligger mellan 0 och 100 procent.")
        if any(risk.closed_on for risk in row["risks"]):
            row.refuse("risks", "En av riskerna är avslutad.")


class MeasureImporter(RegisterImporter):
    name = "measures"
    title = "Åtgärder"
    lead = (
        "Åtgärder till risker, egenkontroller och processer. Statusen är ej påbörjad till dess att"
        " åtgärden följs upp."
    )
    counted = ("åtgärd", "åtgärder")
    columns = columns.MEASURES
    model = Measure
    many = ("risks", "controls", "processes")
    needed = ()
    key = "title"

    def key_of(self, one: Any) -> Hashable:
        return (one.unit_id, one.title.casefold())

    def key_in(self, row: Row) -> Hashable:
        return (getattr(row["unit"], "pk", None), row["title"].casefold())

    def look(self, row: Row, found: Any) -> None:
        if found is None:
            row.values["kind"] = row["kind"] or Measure.Kind.ROUTINE
            if not any(row[key] for key in self.many):
                row.refuse("title", NOT_LINKED)
        if any(risk.closed_on for risk in row["risks"]):
            row.refuse("risks", "En av riskerna är avslutad.")

    def born(self, row: Row) -> Mapping[str, Any]:
        words = {"risks": "risk", "controls": "egenkontroll", "processes": "process"}
        return {"origin": next(word for key, word in words.items() if row[key])}
