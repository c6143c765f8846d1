"""Two registers, two namespaces: config/urls.py gives each its place."""

from typing import Any

reviews: tuple[list[Any], str] = ([], "reviews")
providers: tuple[list[Any], str] = ([], "providers")
