"""HTML in, an archivable and accessible PDF out. The only part that knows WeasyPrint."""

from lib.pdf.errors import (
    PdfBlockedAddress,
    PdfError,
    PdfMissingAlternative,
    PdfTooComplex,
    PdfTooLarge,
    PdfTooMuchMemory,
    PdfTooSlow,
)
from lib.pdf.parent import render
from lib.pdf.types import STAGES, Attachment, Limits, Rendered

__all__ = [
    "STAGES",
    "Attachment",
    "Limits",
    "PdfBlockedAddress",
    "PdfError",
    "PdfMissingAlternative",
    "PdfTooComplex",
    "PdfTooLarge",
    "PdfTooMuchMemory",
    "PdfTooSlow",
    "Rendered",
    "render",
]
