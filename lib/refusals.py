"""What a register does not allow, told to the person who asked for it."""


class Refused(Exception):
    """`field` is where the message belongs in a form, when it belongs to one field."""

    def __init__(self, words: str, field: str | None = None) -> None:
        super().__init__(words)
        self.field = field
