"""The rows of a file put together: surveys, their questions, and the answers."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from django.utils.text import slugify

from imports.importer import Row
from imports.kinds import shown
from indicators.importers.survey_columns import OF_QUESTION, OF_SURVEY
from indicators.models import Question, Survey
from indicators.services.surveys import Option


@dataclass
class AskedQuestion:
    key: str
    rows: list[Row] = field(default_factory=list)
    found: Question | None = None

    @property
    def options(self) -> list[Option]:
        return [
            (row["option"], row["count"], bool(row["is_favourable"]))
            for row in self.rows
            if row["option"]
        ]


@dataclass
class HeldSurvey:
    rows: list[Row] = field(default_factory=list)
    questions: dict[str, AskedQuestion] = field(default_factory=dict)
    found: Survey | None = None

    @property
    def head(self) -> Row:
        return self.rows[0]


def grouped(rows: Sequence[Row]) -> list[HeldSurvey]:
    """What is said once of a survey or a question holds for all of its rows."""
    surveys: dict[tuple[str, int], HeldSurvey] = {}
    for row in rows:
        survey = surveys.setdefault((row["code"].casefold(), row["year"]), HeldSurvey())
        _join(row, survey.rows, OF_SURVEY)
        if not row["text"] and not row["key"]:
            if row["option"]:
                row.refuse("text", "Skriv vilken fråga svaret hör till.")
            continue
        key = row["key"] or slugify(row["text"])[:26].strip("-") or "fraga"
        question = survey.questions.setdefault(key, AskedQuestion(key))
        row.values["key"] = key
        _join(row, question.rows, OF_QUESTION)
    return list(surveys.values())


def _join(row: Row, others: list[Row], fields: Sequence[str]) -> None:
    others.append(row)
    first = others[0]
    for name in fields:
        said, known = row[name], first[name]
        if known in (None, ""):
            first.values[name] = said
        elif said not in (None, "", known) and not _same(name, said, known):
            words = f"På rad {first.number} står {shown(known)}. Skriv detsamma, eller lämna tomt."
            row.refuse(name, words)


def _same(name: str, said: object, known: object) -> bool:
    return name == "code" and str(said).casefold() == str(known).casefold()
