from django.urls import path

from imports import views

app_name = "imports"
urlpatterns = [
    path("", views.index, name="index"),
    path("fil/<int:pk>/", views.batch, name="batch"),
    path("fil/<int:pk>/lage/", views.status, name="status"),
    path("fil/<int:pk>/fel/", views.problems, name="problems"),
    path("fil/<int:pk>/bekrafta/", views.confirm, name="confirm"),
    path("fil/<int:pk>/ta-bort/", views.discard, name="discard"),
    path("fil/<int:pk>/angra/", views.undo, name="undo"),
    path("<slug:importer>/", views.upload, name="upload"),
    path("<slug:importer>/mall/", views.template, name="template"),
]
