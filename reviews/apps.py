from django.apps import AppConfig


class ReviewsConfig(AppConfig):
    name = "reviews"
    verbose_name = "Granskningar och utförare"

    def ready(self) -> None:
        from measures.origins import register
        from reviews.origins import origins

        register("reviews", origins)
