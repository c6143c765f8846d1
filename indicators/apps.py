from django.apps import AppConfig


class IndicatorsConfig(AppConfig):
    name = "indicators"
    verbose_name = "Indikatorer"

    def ready(self) -> None:
        from imports import importer
        from indicators.importers import IndicatorImporter, ObservationImporter, SurveyImporter
        from indicators.kolada.fetching import FETCH, fetch
        from jobs.registry import register

        register(FETCH, fetch)
        for one in (IndicatorImporter(), ObservationImporter(), SurveyImporter()):
            importer.register(one)
