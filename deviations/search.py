"""Free text search over the cases, with the same answers on both databases.

Every word of the question must begin some word of the case. Swedish stemming is left out of the
index: PostgreSQL's stemmer has no counterpart in SQLite and would make the two disagree. Instead
the question's own ending is cut ("utredningarna" asks for "utredning…"), which both understand.
å, ä and ö are letters of their own; upper and lower case are the same. What stands inside a
compound ("avvikelse" in "läkemedelsavvikelse") is not found.

The indexes are no fields of the model. SQLite drops the triggers of a table that a later
migration rebuilds, so such a migration must run `install` again.
"""

import re
import unicodedata

from django.db import connections
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps
from django.db.models import BooleanField, Q
from django.db.models.expressions import RawSQL

from deviations.models.choices import SERIES
from deviations.querysets import DeviationQuerySet

INDEXED = (
    "title",
    "description",
    "immediate_measures",
    "consequence_text",
    "own_view",
    "diary_number",
)
MAX_WORDS = 8
SHORTEST_STEM = 4
NUMBER = re.compile(rf"({'|'.join(sorted(set(SERIES.values())))})[- ](\d{{4}})(?:-(\d*))?", re.I)
ENDING = re.compile(r"(?:arna|erna|orna|ar|er|or|an|en|et|na|n|a|e)?s?")

MATCHES = {
    "postgresql": "deviations_deviation.search_vector @@ to_tsquery('simple', %s)",
    "sqlite": "deviations_deviation.id IN (SELECT rowid FROM deviations_search"
    " WHERE deviations_search MATCH %s)",
}


def search(queryset: DeviationQuerySet, text: str) -> DeviationQuerySet:
    """A case number (or its beginning) finds the case; everything else is looked for as words."""
    number = NUMBER.fullmatch(text.strip())
    if number:
        return queryset.filter(_numbered(*number.groups()))
    found = words(text)
    if not found:
        return queryset.none() if text.strip() else queryset
    vendor = connections[queryset.db].vendor
    question = " & ".join(f"'{word}':*" for word in found)
    if vendor == "sqlite":
        question = " ".join(f'"{word}"*' for word in found)
    return queryset.filter(RawSQL(MATCHES[vendor], [question], output_field=BooleanField()))  # noqa: S611 -- the question is a parameter


def words(text: str) -> list[str]:
    """The question as beginnings of words: letters and digits only, endings cut."""
    normal = unicodedata.normalize("NFC", text).lower()
    letters = "".join(char if _is_word_character(char) else " " for char in normal)
    return [stem(word) for word in letters.split()[:MAX_WORDS]]


def stem(word: str) -> str:
    """Without its grammatical ending, unless too little would be left."""
    for start in range(SHORTEST_STEM, len(word)):
        if ENDING.fullmatch(word, start):
            return word[:start]
    return word


def _is_word_character(char: str) -> bool:
    category = unicodedata.category(char)
    return category.startswith("L") or category == "Nd"


def _numbered(series: str, year: str, sequence: str | None) -> Q:
    of_year = Q(series=series.upper(), year=int(year))
    if not sequence:
        return of_year
    prefix = f"{series.upper()}-{year}-{sequence}"
    return of_year & (Q(sequence=int(sequence)) | Q(number__startswith=prefix))


# Only letters and digits reach PostgreSQL's parser, which otherwise would see hyphenated words,
# addresses and tags where SQLite sees plain words. ICU's rules hold whatever the database's locale.
PLAIN = "regexp_replace(lower({text} COLLATE \"und-x-icu\"), '[^[:alnum:]]+', ' ', 'g')"

POSTGRESQL = """
    ALTER TABLE deviations_deviation ADD COLUMN search_vector tsvector
        GENERATED ALWAYS AS (to_tsvector('simple'::regconfig, {plain})) STORED;
    CREATE INDEX deviation_search ON deviations_deviation USING gin (search_vector)"""

# detail=none: no phrases are asked for, and lists without positions are read far quicker.
SQLITE_TABLE = """
    CREATE VIRTUAL TABLE deviations_search USING fts5(
        {columns}, content='deviations_deviation', content_rowid='id',
        tokenize="unicode61 remove_diacritics 0 categories 'L* Nd'", prefix='4 6', detail=none)"""

ADD = "INSERT INTO deviations_search (rowid, {columns}) VALUES (new.id, {new});"
TAKE = (
    "INSERT INTO deviations_search (deviations_search, rowid, {columns})"
    " VALUES ('delete', old.id, {old});"
)
SQLITE_TRIGGERS = {
    "deviations_search_insert": f"AFTER INSERT ON deviations_deviation BEGIN {ADD} END",
    "deviations_search_delete": f"AFTER DELETE ON deviations_deviation BEGIN {TAKE} END",
    "deviations_search_update": "AFTER UPDATE OF {columns} ON deviations_deviation"
    f" BEGIN {TAKE} {ADD} END",
}


def install(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    remove(apps, editor)
    if editor.connection.vendor == "postgresql":
        editor.execute(POSTGRESQL.format(plain=PLAIN.format(text=f"({_joined()})")), None)
        return
    names = {
        "columns": ", ".join(INDEXED),
        "new": ", ".join(f"new.{name}" for name in INDEXED),
        "old": ", ".join(f"old.{name}" for name in INDEXED),
    }
    editor.execute(SQLITE_TABLE.format(**names), None)
    for name, body in SQLITE_TRIGGERS.items():
        editor.execute(f"CREATE TRIGGER {name} {body.format(**names)}", None)
    editor.execute("INSERT INTO deviations_search (deviations_search) VALUES ('rebuild')", None)


def remove(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    if editor.connection.vendor == "postgresql":
        editor.execute("ALTER TABLE deviations_deviation DROP COLUMN IF EXISTS search_vector")
        return
    for name in SQLITE_TRIGGERS:
        editor.execute(f"DROP TRIGGER IF EXISTS {name}")
    editor.execute("DROP TABLE IF EXISTS deviations_search")


def _joined() -> str:
    return " || ' ' || ".join(INDEXED)
