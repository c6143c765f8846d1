"""Finding a figure at its table, in a report as pdftotext lays it out."""

import re


def table(text: str, title: str) -> str:
    """From the table's caption to its source line. The list of tables has no source."""
    return next(
        part.partition("Källa:")[0]
        for part in re.split(r"Tabell \d+\. ", text)[1:]
        if part.startswith(title) and "Källa:" in part
    )


def row(text: str, title: str, name: str) -> list[int]:
    """The whole numbers of a row, in the order of the columns."""
    found = re.search(rf"^ ?{re.escape(name)}((?: [−+]?\d+)+) ?$", table(text, title), re.M)
    assert found, f"no row {name!r} in:\n{table(text, title)}"
    return [int(cell.replace("−", "-")) for cell in found[1].split()]


def flowing(text: str) -> str:
    """As one line, with words that were divided at its end put together."""
    return " ".join(re.sub(r"(?<=\w)[-‐]\n\s*(?=[a-zåäö])", "", text).split())
