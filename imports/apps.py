from django.apps import AppConfig


class ImportsConfig(AppConfig):
    name = "imports"
    verbose_name = "Import"

    def ready(self) -> None:
        from imports.work import HANDLERS
        from jobs.registry import register

        for kind, handler in HANDLERS.items():
            register(kind, handler)
