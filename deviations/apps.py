from django.apps import AppConfig


class DeviationsConfig(AppConfig):
    name = "deviations"
    verbose_name = "Avvikelser"

    def ready(self) -> None:
        from deviations.origins import origins
        from measures.origins import register

        register("deviations", origins)
