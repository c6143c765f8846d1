from django.apps import AppConfig


class IndicatorsConfig(AppConfig):
    name = "indicators"
    verbose_name = "Indikatorer"

    def ready(self) -> None:
        from imports import importer
        from indicators.importers import IndicatorImporter, ObservationImporter, SurveyImporter
        from indicators.kolada.fetching import FETCH, fetch
        from indicators.origins import birth
        from jobs.registry import register
        from organisation import births

        births.register("indicator", birth)
        register(FETCH, fetch)
        for one in (IndicatorImporter(), ObservationImporter(), SurveyImporter()):
            importer.register(one)
