from django.apps import AppConfig


class DeviationsConfig(AppConfig):
    name = "deviations"
    verbose_name = "Avvikelser"

    def ready(self) -> None:
        from deviations.archive import build as archive
        from deviations.build import PACKAGE, build
        from deviations.importers import DeviationImporter
        from deviations.origins import birth, origins
        from imports import importer
        from jobs.registry import register as register_job
        from measures.origins import register
        from organisation import births

        register("deviations", origins)
        births.register("deviation", birth)
        importer.register(DeviationImporter())
        register_job(PACKAGE, build)
        register_job(archive.ARCHIVE, archive.build)
        register_job(archive.REMOVE_FILES, archive.remove_files)
        register_job(archive.REMOVE_EXPORT, archive.remove_files)
