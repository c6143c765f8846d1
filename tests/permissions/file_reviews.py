"""File reviews at Eva's unit, above it, and at Erik's; one that Mona was asked to read."""

from typing import Any

from organisation.models import Unit, User
from risks.models import FileReview
from tests.factories.file_reviews import answer, answer_all, draw, make_file_control
from tests.factories.organisation import Organisation

Names = dict[str, Any]
Found = dict[str, dict[str, Names]]


def file_reviews(organisation: Organisation, people: dict[str, User]) -> Found:
    mona, nobody = people["mona"], people["nils"]
    places = {
        "own": organisation.intake,
        "above": organisation.ifo,
        "foreign": organisation.home_care,
    }
    found: Found = {"file_reviews": {"unknown": {"pk": 999_999}}}
    for number, (about, place) in enumerate(places.items(), start=11):
        for name, names in _of(place, f"E{number}", nobody, mona).items():
            found.setdefault(name, {})[about] = names
    asked = draw(make_file_control(organisation.intake, "E19"), readers=[mona])
    for page in ("file_reviews", "file_reviews:finish", "file_reviews:abandon"):
        found[page]["asked"] = {"pk": asked.pk}
    return found


def _of(place: Unit, code: str, first: User, second: User) -> dict[str, Names]:
    control = make_file_control(place, code)
    fresh, given_up = draw(control), draw(control)
    done, differing = draw(control, size=1), draw(control, size=1, twice=1)
    answer_all(done, first, "yes", "yes")
    _differ(differing, first, second)
    return {
        "file_reviews:draw": {"code": code},
        "file_reviews": {"pk": fresh.pk},
        "file_reviews:read": {"pk": fresh.pk, "place": 1},
        "file_reviews:differences": {"pk": differing.pk},
        "file_reviews:finish": {"pk": done.pk},
        "file_reviews:abandon": {"pk": given_up.pk},
    }


def _differ(review: FileReview, first: User, second: User) -> None:
    case = review.cases.get()
    answer(case, first, "yes", "yes")
    answer(case, second, "no", "yes", reading=2)
