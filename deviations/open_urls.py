"""What anybody may open, without signing in."""

from django.urls import path

from deviations.views import public

app_name = "open"
urlpatterns = [
    path("", public.complain, name="complain"),
    path("tack/", public.received, name="received"),
]
