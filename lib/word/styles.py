"""How a Word document of ours looks: Swedish, sober, with headings that can be navigated by."""

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

DEEP = RGBColor(0x0B, 0x3D, 0x49)
SIZES = {"Heading 1": 20, "Heading 2": 15, "Heading 3": 12, "Heading 4": 11, "Heading 5": 11}
NOTE = "Källa och not"


def dress(document: Document) -> None:
    page = document.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.left_margin = page.right_margin = Mm(30)
    page.top_margin = page.bottom_margin = Mm(27)
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Calibri", Pt(11)
    _speak_swedish(normal.element)
    for name, size in SIZES.items():
        style = document.styles[name]
        style.font.size, style.font.color.rgb, style.font.name = Pt(size), DEEP, "Calibri"
    for name in ("Title", "Subtitle", "Caption"):
        document.styles[name].font.color.rgb = DEEP
        document.styles[name].font.name = "Calibri"
    document.styles["Caption"].paragraph_format.keep_with_next = True
    note = document.styles.add_style(NOTE, 1)
    note.base_style, note.font.size = normal, Pt(9)


def _speak_swedish(style: object) -> None:
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "sv-SE")
    style.get_or_add_rPr().append(language)  # type: ignore[attr-defined]


RIGHT = WD_ALIGN_PARAGRAPH.RIGHT
