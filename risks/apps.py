from django.apps import AppConfig


class RisksConfig(AppConfig):
    name = "risks"
    verbose_name = "Risker och egenkontroller"

    def ready(self) -> None:
        from measures.origins import register
        from risks.origins import origins

        register("risks", origins)
