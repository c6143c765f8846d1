"""The registrator's pages and those of retention, in a namespace of their own."""

from django.urls import path

import deviations.urls  # noqa: F401 -- the converter of case numbers
from deviations.views import diary as view

diary = (
    [
        path("diarium/", view.card_list, name="list"),
        path("diarium/excel/", view.export, name="export"),
        path("diarium/<case:number>/", view.card_page, name="card"),
    ],
    "diary",
)
