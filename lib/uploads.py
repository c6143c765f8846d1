"""Files on their way in."""

from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import TemporaryFileUploadHandler


class CappedUploadHandler(TemporaryFileUploadHandler):
    """On disk, and no more of it than any form takes: whoever sends 60 MB or 60 GB is told so by
    the form, which is given the true size and an empty file."""

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        super().new_file(*args, **kwargs)
        self.beyond = False

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        self.beyond = self.beyond or start + len(raw_data) > settings.UPLOAD_CAP
        if not self.beyond:
            super().receive_data_chunk(raw_data, start)

    def file_complete(self, file_size: int) -> "UploadedFile[Any] | None":
        file = super().file_complete(file_size)
        if self.beyond and file is not None:
            file.seek(0)
            file.truncate()
        return file
