from django.apps import AppConfig


class QualityReportConfig(AppConfig):
    name = "qualityreport"
    verbose_name = "Rapporter"

    def ready(self) -> None:
        from jobs.registry import register
        from qualityreport import build

        register(build.BUILD, build.build)
        register(build.CERTIFY, build.certify)
        register(build.DECISION_SHEET, build.decision_sheet)
