from django.urls import path

from measures import views

app_name = "measures"
urlpatterns = [
    path("", views.measure_list, name="list"),
    path("excel/", views.export, name="export"),
    path("<int:pk>/", views.detail, name="detail"),
    path("<int:pk>/andra/", views.edit, name="edit"),
    path("<int:pk>/folj-upp/", views.follow_up, name="follow_up"),
]
