"""The registrator's pages and those of retention, in a namespace of their own."""

from django.urls import path

import deviations.urls  # noqa: F401 -- the converter of case numbers
from deviations.views import diary as view
from deviations.views import retention

diary = (
    [
        path("diarium/", view.card_list, name="list"),
        path("diarium/excel/", view.export, name="export"),
        path("diarium/<case:number>/", view.card_page, name="card"),
        path("gallring/", retention.due, name="due"),
        path("gallring/export/<int:pk>/", retention.archive, name="archive"),
        path("gallring/export/<int:pk>/status/", retention.archive_status, name="archive_status"),
        path("gallring/export/<int:pk>/igen/", retention.archive_retry, name="archive_retry"),
        path("gallring/export/<int:pk>/hamta/", retention.download, name="archive_download"),
        path("gallring/export/<int:pk>/radera/", retention.remove, name="archive_remove"),
        path("gallring/export/<int:pk>/gallra/", retention.purge, name="purge"),
        path("gallring/protokoll/", retention.protocols, name="protocols"),
        path("gallring/protokoll/<int:pk>/", retention.protocol, name="protocol"),
    ],
    "diary",
)
