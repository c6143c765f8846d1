from django.contrib import admin
from django.contrib.auth import views as auth
from django.urls import include, path

from config import health
from config.login import LoginView, LogoutView, settings_door, signed_in
from deviations.diary_urls import diary
from reviews import urls as reviews
from risks import urls as registers

admin.site.site_header = admin.site.site_title = "Kvalitet: inställningar"
admin.site.index_title = "Inställningar"
admin.site.site_url = "/"

urlpatterns = [
    path("livez", health.livez),
    path("readyz", health.readyz),
    path("logga-in/", LoginView.as_view(), name="login"),
    path("inloggad/", signed_in, name="signed_in"),
    path("logga-ut/", LogoutView.as_view(), name="logout"),
    path("losenord/", auth.PasswordChangeView.as_view(), name="password_change"),
    path("losenord/klart/", auth.PasswordChangeDoneView.as_view(), name="password_change_done"),
    path("admin/login/", settings_door, name="settings_door"),
    path("admin/", admin.site.urls),
    path("avvikelser/", include("deviations.urls")),
    path("avvikelser/", include(diary)),
    path("synpunkter/", include("deviations.open_urls")),
    path("atgarder/", include("measures.urls")),
    path("risker/", include(registers.risks)),
    path("egenkontroller/", include(registers.controls)),
    path("processer/", include(registers.process)),
    path("aktgranskningar/", include(registers.file_review)),
    path("granskningar/", include(reviews.review_urls)),
    path("utforare/", include(reviews.provider_urls)),
    path("indikatorer/", include("indicators.urls")),
    path("import/", include("imports.urls")),
    path("rapporter/", include("qualityreport.urls")),
    path("", include("start.urls")),
]

handler500 = "config.errors.server_error"
