"""The first bytes of workbooks. Beside what unpacks them, which the child has no need to load."""

ZIP = b"PK\x03\x04"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # xls, and xlsx with a password


def looks_like_book(content: bytes) -> bool:
    return content.startswith((ZIP, OLE))
