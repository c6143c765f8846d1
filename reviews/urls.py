"""Two registers, each with addresses of its own: /granskningar/ and /utforare/."""

from django.urls import path, register_converter

from lib.codes import CodeConverter
from reviews.views import measures, providers, reviews

register_converter(CodeConverter, "review_code")

OF = "<review_code:code>/"

review_urls = (
    [
        path("", reviews.review_list, name="list"),
        path("excel/", reviews.export, name="export"),
        path("ny/", reviews.create, name="create"),
        path(OF, reviews.detail, name="detail"),
        path(f"{OF}andra/", reviews.edit, name="edit"),
        path(f"{OF}ta-bort/", reviews.remove, name="remove"),
        path(f"{OF}iakttagelse/", reviews.add_finding, name="finding_add"),
        path(f"{OF}iakttagelse/<int:pk>/", reviews.finding, name="finding"),
        path(f"{OF}iakttagelse/<int:pk>/ta-bort/", reviews.remove_finding, name="finding_remove"),
        path(f"{OF}rekommendation/", reviews.add_recommendation, name="recommendation_add"),
        path(f"{OF}rekommendation/<int:pk>/", reviews.recommendation, name="recommendation"),
        path(
            f"{OF}rekommendation/<int:pk>/ta-bort/",
            reviews.remove_recommendation,
            name="recommendation_remove",
        ),
        path(
            f"{OF}rekommendation/<int:pk>/atgard/",
            measures.of_recommendation,
            name="recommendation_measure",
        ),
        path(
            f"{OF}rekommendation/<int:recommendation>/atgard/<int:pk>/koppla-bort/",
            measures.unlink_recommendation,
            name="recommendation_unlink",
        ),
        path(f"{OF}atgard/", measures.of_review, name="measure"),
        path(f"{OF}atgard/<int:pk>/koppla-bort/", measures.unlink_review, name="unlink"),
    ],
    "reviews",
)

FOLLOWED = "<int:provider>/uppfoljning/"

provider_urls = (
    [
        path("", providers.provider_list, name="list"),
        path("excel/", providers.export, name="export"),
        path("ny/", providers.create, name="create"),
        path("krav/", providers.requirements, name="requirements"),
        path("krav/ny/", providers.add_requirement, name="requirement_add"),
        path("krav/<int:pk>/", providers.requirement, name="requirement"),
        path("krav/<int:pk>/ta-bort/", providers.remove_requirement, name="requirement_remove"),
        path("<int:pk>/", providers.detail, name="detail"),
        path("<int:pk>/andra/", providers.edit, name="edit"),
        path("<int:pk>/ta-bort/", providers.remove, name="remove"),
        path("<int:pk>/avtal/", providers.add_contract, name="contract_add"),
        path("<int:provider>/avtal/<int:pk>/", providers.contract, name="contract"),
        path(
            "<int:provider>/avtal/<int:pk>/ta-bort/",
            providers.remove_contract,
            name="contract_remove",
        ),
        path("<int:provider>/avtal/<int:pk>/<int:year>/", providers.follow_up, name="follow_up"),
        path(f"{FOLLOWED}<int:pk>/atgardsplan/", providers.add_plan, name="plan_add"),
        path("<int:provider>/atgardsplan/<int:pk>/", providers.plan, name="plan"),
        path(
            "<int:provider>/atgardsplan/<int:pk>/ta-bort/",
            providers.remove_plan,
            name="plan_remove",
        ),
        path(f"{FOLLOWED}<int:pk>/ta-bort/", providers.remove_follow_up, name="follow_up_remove"),
        path(f"{FOLLOWED}<int:pk>/atgard/", measures.of_follow_up, name="measure"),
        path(
            f"{FOLLOWED}<int:follow_up>/atgard/<int:pk>/koppla-bort/",
            measures.unlink_follow_up,
            name="unlink",
        ),
    ],
    "providers",
)
