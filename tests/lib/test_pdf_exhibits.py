"""From the snapshot's dictionaries to what the templates and the attachments need."""

import pytest
from django.template.loader import render_to_string

from lib.pdf import room
from lib.pdf.exhibits import data_files, for_print
from tests.lib.sample_document import sample_document
from tests.lib.sample_parts import Node, section, table


def document(*parts: Node, **changes: object) -> Node:
    return {**sample_document(), "sections": [section("1", "Ett", "", parts)], **changes}


def page(value: Node) -> str:
    return render_to_string("report/document.html", {"document": for_print(value)})


def widths(*columns: tuple[str, int | None]) -> list[int | None]:
    titles = "|".join(str(number) for number in range(len(columns)))
    part = table(
        "Tabell 1",
        "T",
        titles,
        align="".join(align for align, _ in columns),
        widths=tuple(width for _, width in columns),
    )
    (ready,) = for_print(document(part))["exhibits"]
    return [column["width"] for column in ready["columns"]]


def test_figures_get_narrow_columns_and_words_the_rest() -> None:
    assert widths(("l", None), ("r", None), ("r", None)) == [None, 20, 20]


def test_many_columns_of_figures_share_the_room() -> None:
    assert widths(("l", None), *[("r", None)] * 8) == [None] + [5] * 8


def test_given_widths_are_rounded_to_the_steps_of_the_stylesheet() -> None:
    assert widths(("l", 42), ("l", 17), ("l", None)) == [40, 15, None]


def test_a_table_becomes_a_csv_that_a_swedish_excel_reads() -> None:
    (file,) = data_files(document(table("Tabell 12", "Små tal", "Område|År", "Vuxna|1\u202f204")))

    assert file.name == "tabell-12-sample-12.csv"
    assert file.content == "\ufeffOmråde;År\r\nVuxna;1\u202f204\r\n"


@pytest.mark.parametrize("text", ["=1+1", "+46 8", "@SUM(A1)", "-cmd", "\t=1"])
def test_no_cell_of_a_csv_is_a_formula(text: str) -> None:
    (file,) = data_files(document(table("Tabell 1", "T", "A|B", f"a|{text}")))

    assert f"'{text}" in str(file.content)


def test_a_negative_figure_stays_a_figure_in_the_csv() -> None:
    (file,) = data_files(document(table("Tabell 1", "T", "A|B", "a|-2")))

    assert "a;-2" in str(file.content)


def test_tables_inside_groups_and_subsections_are_found() -> None:
    assert len(data_files(sample_document())) == 10


def test_the_snapshot_itself_is_left_as_it_was() -> None:
    original = sample_document()
    for_print(original)

    assert original == sample_document()


def test_long_contents_keep_to_two_levels() -> None:
    third = [section(f"1.1.{number}", "Tre") for number in range(80)]
    long = document()
    long["sections"] = [section("1", "Ett", "", (), section("1.1", "Två", "", (), *third))]

    assert [item["number"] for item in for_print(long)["contents"]] == ["1", "1.1"]


def test_a_page_with_its_own_heading_shifts_all_others() -> None:
    ready = for_print(document(), heading_shift=1)
    html = render_to_string("report/_section.html", {"section": ready["sections"][0]})

    assert '<h2 id="avsnitt-1"' in html


def test_names_are_text_and_never_markup() -> None:
    html = page(document(table("Tabell 1", "<b>x</b>", "<i>A</i>|B", "<script>|2"), unit="<u>"))

    assert "&lt;b&gt;x" in html
    assert not any(tag in html for tag in ("<script>", "<b>", "<i>", "<u>"))


def test_a_table_without_rows_says_so() -> None:
    assert "Inga uppgifter" in page(document(table("Tabell 1", "Tom", "A|B")))


def test_a_footnote_has_its_number_and_the_same_words_are_one() -> None:
    rows = ("A|52¹Tidigare", "B|53¹Tidigare", "C|54¹Ny källa")
    (ready,) = for_print(document(table("Tabell 1", "T", "A|B", *rows)))["exhibits"]
    assert [row["cells"][1]["ref"] for row in ready["rows"]] == [1, 1, 2]
    assert [note["text"] for note in ready["footnotes"]] == ["Tidigare", "Ny källa"]


def test_a_csv_says_all_that_a_cell_says() -> None:
    rows = ("6 Hög~Fel mottagare^Lägre än förra året|Rutin/Klar/Följs.;Mall/Pågående;",)
    (file,) = data_files(document(table("Tabell 1", "T", "A|B", *rows)))
    assert str(file.content).splitlines()[1] == (
        '6 Hög Fel mottagare (Lägre än förra året);"Rutin: Klar: Följs.; Mall: Pågående"'
    )


def test_rows_that_are_too_many_to_print_are_in_the_file() -> None:
    part = table("Tabell 1", "T", "A|B", "a|1", "b|2")
    part["rows"][1]["attached"] = True
    (ready,) = for_print(document(part))["exhibits"]
    (file,) = data_files(document(part))
    assert (len(ready["rows"]), "b;2" in str(file.content)) == (1, True)


def test_tables_in_groups_of_groups_are_printed_and_attached() -> None:
    inner = {"type": "group", "heading": "Inre", "parts": [table("Tabell 1", "T", "A|B", "a|1")]}
    outer = {"type": "group", "heading": "Yttre", "parts": [inner]}
    assert "<h3" in page(document(outer))
    assert len(data_files(document(outer))) == 1


def _chapter(pages: float) -> Node:
    return section("1", "Kapitel", "<p>ord</p>" * round(pages * room.PAGE / 1.6))


@pytest.mark.parametrize(
    ("pages", "starts"),
    [
        ([0.5, 4], [True, False]),  # more than a third of the first page would be white
        ([0.9, 4], [True, True]),
        ([2.9, 0.3, 0.3], [True, False, False]),
        ([0.2], [True]),
    ],
)
def test_a_chapter_begins_a_page_where_it_leaves_little_white(
    pages: list[float], starts: list[bool]
) -> None:
    assert list(room.page_starts([_chapter(length) for length in pages])) == starts


def test_a_table_that_is_short_on_paper_is_not_cut() -> None:
    short, tall = ("ord " * count for count in (2, 200))
    parts = [
        table(f"Tabell {number}", "T", "A|B", *[f"{text}|1"] * 6)
        for number, text in enumerate((short, tall), 1)
    ]
    assert [part["is_short"] for part in for_print(document(*parts))["exhibits"]] == [True, False]


def test_a_table_of_tall_rows_may_be_cut_between_them() -> None:
    rows = [f"{'ord ' * 150}|1"] * 2
    (ready,) = for_print(document(table("Tabell 1", "T", "A|B", *rows)))["exhibits"]

    assert (ready["has_low_rows"], ready["is_short"]) == (False, False)
    assert not ready["has_tall_rows"]


def test_a_row_of_more_than_a_third_of_a_page_may_be_cut_within_itself() -> None:
    part = table("Tabell 1", "T", "A|B", f"{'ord ' * 400}|1")
    (ready,) = for_print(document(part))["exhibits"]

    assert ready["has_tall_rows"]
