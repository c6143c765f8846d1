from django.apps import AppConfig


class DeviationsConfig(AppConfig):
    name = "deviations"
    verbose_name = "Avvikelser"

    def ready(self) -> None:
        from deviations.importers import DeviationImporter
        from deviations.origins import origins
        from imports import importer
        from measures.origins import register

        register("deviations", origins)
        importer.register(DeviationImporter())
