from django.urls import path

from start import views

app_name = "start"

urlpatterns = [
    path("", views.overview, name="overview"),
    path("stil/", views.style, name="style"),
]
