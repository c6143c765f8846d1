"""config.settings with one page more: the bare view that the list is measured against."""

from config.settings import *  # noqa: F403

ROOT_URLCONF = "bench.urls"
