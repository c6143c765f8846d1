from datetime import timedelta

import pytest
from django.utils import timezone

from jobs.progress import time_left


@pytest.mark.parametrize(
    ("seconds", "percent", "said"),
    [
        (10, 5, ""),
        (10, 90, "Några sekunder kvar"),
        (20, 50, "Ungefär 20 sekunder kvar"),
        (300, 50, "Ungefär 5 minuter kvar"),
        (10, 100, ""),
    ],
)
def test_what_is_left_is_told_by_what_it_has_taken(seconds: int, percent: int, said: str) -> None:
    assert time_left(timezone.now() - timedelta(seconds=seconds), percent) == said
