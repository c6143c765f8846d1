"""Why a document could not be made, in words for the person who asked for it."""

from collections.abc import Mapping


class PdfError(Exception):
    """A document that could not be made; str() is a sentence in Swedish for a person."""

    code = "failed"
    words = (
        "Dokumentet kunde inte skapas på grund av ett oväntat fel. Försök igen. "
        "Om felet återkommer behöver systemansvarig titta i loggen."
    )

    def __init__(self, detail: str = "") -> None:
        super().__init__(self.words.format(detail=detail))
        self.detail = detail


class PdfTooSlow(PdfError):
    code = "slow"
    words = (
        "Det tog för lång tid att skapa dokumentet, så arbetet avbröts. Dela upp mycket långa "
        "tabeller och texter eller ta bort avsnitt och försök igen."
    )


class PdfTooMuchMemory(PdfError):
    code = "memory"
    words = (
        "Dokumentet behövde mer minne än vad som är tillåtet. Dela upp mycket långa tabeller "
        "och texter och försök igen."
    )


class PdfTooLarge(PdfError):
    code = "large"
    words = (
        "Dokumentet är för stort för att kunna skapas. Ta bort avsnitt eller bilder och försök "
        "igen."
    )


class PdfTooComplex(PdfError):
    code = "complex"
    words = (
        "Texten är för djupt nästlad (listor eller citat inuti varandra i många led) för att "
        "kunna skrivas ut. Förenkla den och försök igen."
    )


class PdfBlockedAddress(PdfError):
    code = "blocked"
    words = (
        "Dokumentet hänvisar till en adress som inte får hämtas ({detail}). Bilder och filer "
        "utifrån kan inte tas med. Ta bort hänvisningen och försök igen."
    )


class PdfMissingAlternative(PdfError):
    code = "alt"
    words = (
        "En bild saknar beskrivande text för den som inte ser bilden. Beskriv bilden och "
        "försök igen."
    )


BY_CODE: Mapping[str, type[PdfError]] = {
    kind.code: kind
    for kind in (
        PdfError,
        PdfTooSlow,
        PdfTooMuchMemory,
        PdfTooLarge,
        PdfTooComplex,
        PdfBlockedAddress,
        PdfMissingAlternative,
    )
}
