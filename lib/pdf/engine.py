"""One document through WeasyPrint. Imported in the child process only."""

import io
import logging
from collections.abc import Callable, Sequence
from datetime import UTC, datetime

import weasyprint
from weasyprint.urls import FatalURLFetchingError

from lib.pdf.archive import AccessibleMetadata, finish
from lib.pdf.errors import PdfBlockedAddress, PdfError, PdfMissingAlternative
from lib.pdf.fetcher import ClosedFetcher
from lib.pdf.structure import mend
from lib.pdf.types import Attachment, Rendered

VARIANT = "pdf/a-3a"
MISSING_ALTERNATIVE = "no required alt description"
# A link to a heading that was taken out of the outline: the text stays, the link does not.
HARMLESS = ("No anchor #",)
Tell = Callable[[str], None]


class _Complaints(logging.Handler):
    """WeasyPrint only logs what it drops; a report with something dropped must not leave."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.seen: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        message = record.getMessage()
        if not message.startswith(HARMLESS):
            self.seen.append(message[:300])

    def raise_first(self) -> None:
        if any(MISSING_ALTERNATIVE in message for message in self.seen):
            raise PdfMissingAlternative
        if self.seen:
            raise PdfError(self.seen[0])


def make(html: str, attachments: Sequence[Attachment], tell: Tell) -> Rendered:
    complaints, fetcher = _Complaints(), ClosedFetcher()
    logging.getLogger("weasyprint").addHandler(complaints)
    try:
        result = _write(html, attachments, tell, fetcher)
    except FatalURLFetchingError as error:
        raise PdfBlockedAddress(fetcher.refused or "okänd adress") from error
    complaints.raise_first()
    return result


def _write(
    html: str, attachments: Sequence[Attachment], tell: Tell, fetcher: ClosedFetcher
) -> Rendered:
    tell("parse")
    source = weasyprint.HTML(string=html, base_url="asset:", url_fetcher=fetcher)
    mend(source.etree_element)
    tell("layout")
    document = source.render(pdf_variant=VARIANT)
    document.metadata.__class__ = AccessibleMetadata
    files = [_embedded(item, _created(document.metadata.created)) for item in attachments]
    tell("pdf")
    output = io.BytesIO()
    document.write_pdf(output, finisher=finish, pdf_variant=VARIANT, attachments=files)
    tell("finish")
    return Rendered(output.getvalue(), len(document.pages))


def _created(text: str | None) -> datetime:
    """The document's own date, so that equal input gives equal bytes."""
    try:
        return datetime.fromisoformat(text or "")
    except ValueError:
        return datetime(2000, 1, 1, tzinfo=UTC)


def _embedded(item: Attachment, created: datetime) -> weasyprint.Attachment:
    return weasyprint.Attachment(
        string=item.data,
        name=item.name,
        description=item.description,
        created=created,
        modified=created,
        relationship="Data",
    )
