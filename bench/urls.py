from django.urls import path

from bench.bare import bare_list
from config.urls import handler500, urlpatterns

__all__ = ["handler500", "urlpatterns"]

urlpatterns = [path("bare/", bare_list), *urlpatterns]
