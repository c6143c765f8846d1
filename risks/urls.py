"""Three registers, three namespaces: config/urls.py gives each its place."""

from django.urls import path, register_converter

from lib.codes import CodeConverter
from organisation.models import Process
from risks.models import Control, Risk
from risks.views import chain, file_reviews, lists, matrix, processes, wheel
from risks.views import controls as control
from risks.views import measures as measure
from risks.views import risks as risk

register_converter(CodeConverter, "code")

OF_RISK, OF_CONTROL, OF_PROCESS = {"model": Risk}, {"model": Control}, {"model": Process}

risks = (
    [
        path("", lists.risk_list, name="list"),
        path("excel/", lists.export_risks, name="export"),
        path("ny/", risk.create, name="create"),
        path("kedjan/", chain.chain, name="chain"),
        path("kedjan/excel/", chain.export, name="chain_export"),
        path("matris/", matrix.matrix, name="matrix"),
        path("<code:code>/", risk.detail, name="detail"),
        path("<code:code>/andra/", risk.edit, name="edit"),
        path("<code:code>/bedom/", risk.assess, name="assess"),
        path("<code:code>/avsluta/", risk.close, name="close"),
        path("<code:code>/kommentera/", risk.comment, name="comment"),
        path("<code:code>/atgard/", measure.measure, OF_RISK, name="measure"),
        path("<code:code>/atgard/<int:pk>/koppla-bort/", measure.unlink, OF_RISK, name="unlink"),
    ],
    "risks",
)
controls = (
    [
        path("", lists.control_list, name="list"),
        path("excel/", lists.export_controls, name="export"),
        path("ny/", control.create, name="create"),
        path("arshjul/", wheel.wheel, name="wheel"),
        path("arshjul/excel/", wheel.export, name="wheel_export"),
        path("kalender/", wheel.calendar, name="calendar"),
        path("kalender/<str:secret>.ics", wheel.calendar_feed, name="feed"),
        path("<code:code>/", control.detail, name="detail"),
        path("<code:code>/andra/", control.edit, name="edit"),
        path("<code:code>/resultat/", control.record, name="record"),
        path("<code:code>/resultat/<int:pk>/ratta/", control.correct, name="correct"),
        path("<code:code>/stall-in/", wheel.skip, name="skip"),
        path("<code:code>/stall-in/<int:pk>/angra/", wheel.take_up, name="take_up"),
        path("<code:code>/atgard/", measure.measure, OF_CONTROL, name="measure"),
        path("<code:code>/atgard/<int:pk>/koppla-bort/", measure.unlink, OF_CONTROL, name="unlink"),
    ],
    "controls",
)
file_review = (
    [
        path("ny/<code:code>/", file_reviews.draw, name="draw"),
        path("<int:pk>/", file_reviews.detail, name="detail"),
        path("<int:pk>/akt/<int:place>/", file_reviews.read, name="read"),
        path("<int:pk>/skillnader/", file_reviews.differences, name="differences"),
        path("<int:pk>/klar/", file_reviews.finish, name="finish"),
        path("<int:pk>/avbryt/", file_reviews.abandon, name="abandon"),
    ],
    "file_reviews",
)
process = (
    [
        path("", processes.process_list, name="list"),
        path("excel/", processes.export, name="export"),
        path("ny/", processes.create, name="create"),
        path("<int:code>/", processes.detail, name="detail"),
        path("<int:code>/andra/", processes.edit, name="edit"),
        path("<int:code>/atgard/", measure.measure, OF_PROCESS, name="measure"),
        path("<int:code>/atgard/<int:pk>/koppla-bort/", measure.unlink, OF_PROCESS, name="unlink"),
    ],
    "processes",
)
