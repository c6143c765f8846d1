"""What goes in and out of the renderer."""

from dataclasses import dataclass

STAGES = ("start", "parse", "layout", "pdf", "finish")


@dataclass(frozen=True)
class Attachment:
    """A file carried inside the PDF; the relationship is Data, so it belongs to the document."""

    name: str
    content: bytes | str
    description: str

    def __post_init__(self) -> None:
        if not self.name or "/" in self.name or "\\" in self.name or not self.name.isprintable():
            raise ValueError(f"An attachment is named by a plain file name, not {self.name!r}.")

    @property
    def data(self) -> bytes:
        return self.content.encode() if isinstance(self.content, str) else self.content


@dataclass(frozen=True)
class Limits:
    """Sizes in bytes, times in seconds."""

    memory: int = 2 * 1024**3
    cpu: int = 300
    deadline: float = 600
    file_size: int = 100 * 1024**2
    html_size: int = 20 * 1024**2


@dataclass(frozen=True)
class Rendered:
    content: bytes
    pages: int
