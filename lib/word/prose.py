"""The sealed rich text of a section → paragraphs, lists and headings of Word."""

from html.parser import HTMLParser

from docx.document import Document
from docx.text.paragraph import Paragraph

from lib.word.styles import NOTE

BLOCKS = {"p": "Normal", "blockquote": "Intense Quote"}
LISTS = {"ul": "List Bullet", "ol": "List Number"}
HEADINGS = {f"h{level}": level for level in range(1, 7)}
DEEPEST_LIST, DEEPEST_HEADING = 3, 5


def add_prose(document: Document, html: str, level: int) -> None:
    """Word's own notes are beyond the library: they stand as numbered lines under the text."""
    if not html:
        return
    writer = _Writer(document, level)
    writer.feed(html)
    writer.close()
    for number, note in enumerate(writer.notes, start=1):
        document.add_paragraph(f"{number}. {note.strip()}", style=NOTE)


class _Writer(HTMLParser):
    def __init__(self, document: Document, level: int) -> None:
        super().__init__(convert_charrefs=True)
        self.document, self.level = document, level
        self.lists: list[str] = []
        self.paragraph: Paragraph | None = None
        self.quoted = self.bold = self.italic = False
        self.notes: list[str] = []
        self.in_note = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        match tag:
            case "ul" | "ol":
                self.lists.append(tag)
            case "li" | "p":
                self._begin(tag)
            case "blockquote":
                self.quoted, self.paragraph = True, None
            case "strong":
                self.bold = True
            case "em":
                self.italic = True
            case "br" if self.paragraph is not None:
                self.paragraph.add_run().add_break()
            case "span":
                self._begin_note()
            case _ if tag in HEADINGS:
                level = min(max(HEADINGS[tag], self.level + 1), DEEPEST_HEADING)
                self.paragraph = self.document.add_heading("", level)

    def handle_endtag(self, tag: str) -> None:
        match tag:
            case "ul" | "ol" if self.lists:
                self.lists.pop()
            case "blockquote":
                self.quoted = False
            case "strong":
                self.bold = False
            case "em":
                self.italic = False
            case "span":
                self.in_note = False
        if tag in {"p", "li", *HEADINGS, "ul", "ol", "blockquote"}:
            self.paragraph = None

    def handle_data(self, data: str) -> None:
        if self.in_note:
            self.notes[-1] += data
            return
        if self.paragraph is None:
            if not data.strip():
                return
            self._begin("p")
        assert self.paragraph is not None  # noqa: S101 -- _begin has just made one
        run = self.paragraph.add_run(data)
        run.bold, run.italic = self.bold or None, self.italic or None

    def _begin(self, tag: str) -> None:
        """A paragraph in a list item is the item itself."""
        if tag == "p" and self.lists and self.paragraph is not None:
            return
        self.paragraph = self.document.add_paragraph(style=self._style())

    def _style(self) -> str:
        if self.lists:
            depth = min(len(self.lists), DEEPEST_LIST)
            return LISTS[self.lists[-1]] + (f" {depth}" if depth > 1 else "")
        return BLOCKS["blockquote"] if self.quoted else BLOCKS["p"]

    def _begin_note(self) -> None:
        self.notes.append("")
        self.in_note = True
        if self.paragraph is not None:
            self.paragraph.add_run(str(len(self.notes))).font.superscript = True
