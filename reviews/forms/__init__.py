from reviews.forms.filters import ProviderFilterForm, ReviewFilterForm
from reviews.forms.follow_ups import FollowUpForm
from reviews.forms.providers import ContractForm, PlanForm, ProviderForm, RequirementForm
from reviews.forms.reviews import FindingForm, RecommendationForm, ReviewForm

__all__ = [
    "ContractForm",
    "FindingForm",
    "FollowUpForm",
    "PlanForm",
    "ProviderFilterForm",
    "ProviderForm",
    "RecommendationForm",
    "RequirementForm",
    "ReviewFilterForm",
    "ReviewForm",
]
