from django.apps import AppConfig


class RisksConfig(AppConfig):
    name = "risks"
    verbose_name = "Risker och egenkontroller"

    def ready(self) -> None:
        from imports import importer
        from measures.origins import register
        from risks.importers import (
            ControlImporter,
            MeasureImporter,
            ProcessImporter,
            RiskImporter,
        )
        from risks.origins import origins

        register("risks", origins)
        for one in (ProcessImporter(), RiskImporter(), ControlImporter(), MeasureImporter()):
            importer.register(one)
