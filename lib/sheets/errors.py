"""What is wrong with a file, in words for the person who sent it. Without Django: the child has
none."""


class SheetError(Exception):
    """The file as a whole cannot be read."""


class CellError(ValueError):
    """What stands in one cell cannot be understood."""


TOO_BIG = "Filen är större än 20 MB. Dela upp den, till exempel ett år i varje fil."
TOO_WIDE = (
    "Filen är för stor, eller har innehåll långt utanför tabellen. Kopiera tabellen till en ny,"
    " tom arbetsbok och försök igen."
)
TOO_LONG = "Filen har fler än 100 000 rader. Dela upp den, till exempel ett år i varje fil."
TOO_MANY_COLUMNS = "Filen har fler än 200 kolumner. Ta bort dem som inte ska läsas in."
EMPTY = "Filen är tom."
UNKNOWN = (
    "Det här är ingen fil som går att läsa in. Spara registret som Excel (.xlsx), OpenDocument"
    " (.ods) eller CSV och försök igen."
)
DOCUMENT = (
    "Det här är ett dokument och inget kalkylblad. Kopiera tabellen till Excel och spara den"
    " som .xlsx."
)
BROKEN = "Filen är skadad och går inte att öppna. Öppna den i Excel, spara om den och försök igen."
LOCKED = "Filen är skyddad med lösenord. Ta bort lösenordet i Excel och försök igen."
LETTERS = (
    "Filens bokstäver går inte att tyda. Spara den som ”CSV UTF-8” eller som Excel (.xlsx) och"
    " försök igen."
)
HEADINGS = (
    "Hittar inte tabellens rubriker. De ska stå på en rad bland de tjugo första, med samma namn"
    " som i mallen."
)
QUOTES = (
    "Citattecknen i filen går inte ihop vid rad {row}. Spara den som Excel (.xlsx) och försök igen."
)
