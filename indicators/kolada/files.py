"""Kolada's answers saved in a file, for an installation that may not ask by itself."""

import json
from dataclasses import dataclass, field
from typing import Any

from indicators.kolada.client import LARGEST_ANSWER, KoladaError
from indicators.kolada.shapes import KeyFigure, Point, key_figure, points

NOT_JSON = "Filen är inte ett svar från Kolada: den ska vara JSON, som API:et lämnar den."
NOTHING = "Filen innehåller varken nyckeltal eller värden."
TOO_BIG = "Filen är för stor. Dela upp den."
ROW = "Rad {number}: raden har inte den form som Kolada beskriver. Ingenting är inläst."


@dataclass
class Answers:
    figures: list[KeyFigure] = field(default_factory=list)
    points: list[Point] = field(default_factory=list)


def read(content: bytes) -> Answers:
    """One answer or a list of them, of key figures (/kpi) and of values (/data, /oudata).

    Raises KoladaError, in words, rather than read some of it.
    """
    if len(content) > LARGEST_ANSWER:
        raise KoladaError(TOO_BIG)
    answers = Answers()
    for number, row in enumerate(_rows(content), start=1):
        try:
            _take(row, answers)
        except KoladaError as error:
            raise KoladaError(ROW.format(number=number)) from error
    if not (answers.figures or answers.points):
        raise KoladaError(NOTHING)
    return answers


def _rows(content: bytes) -> list[Any]:
    try:
        told = json.loads(content.decode("utf-8-sig"), parse_float=str)
    except (ValueError, RecursionError) as error:
        raise KoladaError(NOT_JSON) from error
    pages = told if isinstance(told, list) else [told]
    values = [page.get("values") if isinstance(page, dict) else None for page in pages]
    if not all(isinstance(rows, list) for rows in values):
        raise KoladaError(NOT_JSON)
    return [row for rows in values for row in rows or ()]


def _take(row: Any, answers: Answers) -> None:
    if isinstance(row, dict) and "kpi" in row:
        answers.points.extend(points([row]))
    else:
        answers.figures.append(key_figure(row))
