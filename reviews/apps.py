from django.apps import AppConfig


class ReviewsConfig(AppConfig):
    name = "reviews"
    verbose_name = "Granskningar och utförare"

    def ready(self) -> None:
        from measures.origins import register
        from organisation import births
        from reviews.origins import birth, origins

        register("reviews", origins)
        births.register("review", birth)
