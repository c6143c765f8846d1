from django.urls import path

from qualityreport import views, views_standing

app_name = "qualityreport"

urlpatterns = [
    path("", views.report_list, name="list"),
    path("ny/", views.create, name="create"),
    path("staende-texter/", views_standing.standing_list, name="standing_list"),
    path("staende-texter/ny/", views_standing.standing_new, name="standing_new"),
    path("staende-texter/<int:pk>/", views_standing.standing_text, name="standing_text"),
    path("<int:pk>/", views.detail, name="detail"),
    path("<int:pk>/avsnitt/<slug:key>/", views.section, name="section"),
    path("<int:pk>/siffror/", views.figures, name="figures"),
    path("<int:pk>/kontroller/", views.findings, name="findings"),
    path("<int:pk>/dolda-uppgifter/", views.hidden_figures, name="hidden"),
    path("<int:pk>/forhandsgranska/", views.whole_preview, name="preview"),
    path("<int:pk>/bygg/", views.build, name="build"),
    path("<int:pk>/version/<int:number>/", views.version, name="version"),
    path("<int:pk>/version/<int:number>/lage/", views.status, name="status"),
    path("<int:pk>/version/<int:number>/forsok-igen/", views.retry, name="retry"),
    path("<int:pk>/version/<int:number>/avbryt/", views.cancel, name="cancel"),
    path("<int:pk>/version/<int:number>/pdf/", views.download, name="download"),
]
