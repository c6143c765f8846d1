from django.urls import path

from start import handover_views, views

app_name = "start"

urlpatterns = [
    path("", views.overview, name="overview"),
    path("lamna-over/", handover_views.handover, name="handover"),
    path("stil/", views.style, name="style"),
]
