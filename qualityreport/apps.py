from django.apps import AppConfig


class QualityReportConfig(AppConfig):
    name = "qualityreport"
    verbose_name = "Rapporter"

    def ready(self) -> None:
        from jobs.registry import register
        from qualityreport.build import BUILD, build

        register(BUILD, build)
