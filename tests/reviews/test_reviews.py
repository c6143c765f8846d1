"""A review: described, changed, answered, and what it leads to."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from audit.models import Event
from lib.versions import EditedByAnother
from measures.models import Measure
from organisation.models import QualityArea, QualityAreaSet, Role, User
from reviews import services
from reviews.forms import FindingForm
from reviews.models import Finding, Recommendation, Review
from tests.factories.organisation import Organisation, give_role
from tests.factories.reviews import make_finding, make_recommendation, make_review


def page(review: Review, name: str = "detail", *args: object) -> str:
    return reverse(f"reviews:{name}", args=[review.code, *args])


def sent(review: Review, **changes: object) -> dict[str, object]:
    empty = (
        *("theme", "ordered_by", "performed_by", "diary_number", "responsible", "period_from"),
        *("period_to", "sample_size", "sample", "methods", "reported_on", "result", "equality"),
        *("answer_due_on", "answered_on", "answer", "to_board_on", "closed_on"),
    )
    own = {"kind": review.kind, "title": review.title, "started_on": review.started_on}
    place = {"unit": review.unit_id, "units": [], "version": review.version}
    return {**dict.fromkeys(empty, ""), **own, **place, **changes}


def refused(client: Client, url: str, data: dict[str, object]) -> dict[str, list[str]]:
    answer = client.post(url, data)
    assert answer.status_code == 422
    errors: dict[str, list[str]] = dict(answer.context["form"].errors)
    return errors


def test_eva_registers_an_audit_and_comes_to_its_page(
    eva_in: Client, organisation: Organisation
) -> None:
    blank = Review(kind="audit", title="Orosanmälningar", unit=organisation.intake)
    blank.started_on = date(2023, 1, 23)
    data = sent(blank, code="G7", units=[organisation.intake.pk], ordered_by="Revisorerna")
    del data["version"]

    answer = eva_in.post(reverse("reviews:create"), data)

    made = Review.objects.get()
    assert answer["Location"] == page(made)
    assert (made.code, made.ordered_by) == ("G7", "Revisorerna")
    assert list(made.units.all()) == [organisation.intake]
    assert Event.objects.filter(object_type="reviews.review", action="create").exists()


def test_the_next_code_is_suggested(eva_in: Client, organisation: Organisation) -> None:
    make_review(organisation.home_care, "g41")

    form = eva_in.get(reverse("reviews:create")).context["form"]

    assert form["code"].value() == "G42"


def test_a_code_is_used_once_whatever_the_case_of_its_letters(
    eva_in: Client, review: Review
) -> None:
    data = sent(review, code="g1")

    assert "Koden används redan" in refused(eva_in, reverse("reviews:create"), data)["code"][0]


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"period_from": "2023-05-01", "period_to": "2023-04-01"}, "period_to"),
        ({"started_on": "2023-05-01", "reported_on": "2023-04-01"}, "reported_on"),
        ({"answered_on": "2023-05-01"}, "answer"),
        ({"answer": "Åtgärdat."}, "answered_on"),
        ({"answer_due_on": "2023-05-01", "closed_on": "2023-06-01"}, "closed_on"),
        ({"started_on": ""}, "started_on"),
        ({"sample_size": "-4"}, "sample_size"),
    ],
)
def test_what_cannot_be_is_told_at_its_field(
    eva_in: Client, review: Review, changes: dict[str, object], field: str
) -> None:
    assert field in refused(eva_in, page(review, "edit"), sent(review, **changes))


def test_of_two_who_change_it_the_second_sees_both_texts(eva_in: Client, review: Review) -> None:
    mine = sent(review, title="Min rubrik")
    services.update_review(
        actor=None, pk=review.pk, version=review.version, changes={"title": "Deras rubrik"}
    )

    answer = eva_in.post(page(review, "edit"), mine)

    assert answer.status_code == 409
    assert {(d.mine, d.saved) for d in answer.context["differences"]} == {
        ("Min rubrik", "Deras rubrik")
    }
    review.refresh_from_db()
    assert review.title == "Deras rubrik"


def test_who_looked_at_it_is_compared_too(
    eva_in: Client, organisation: Organisation, review: Review
) -> None:
    mine = sent(review, units=[organisation.intake.pk])
    services.update_review(
        actor=None, pk=review.pk, version=review.version, changes={"theme": "Skydd"}
    )

    labels = {d.label for d in eva_in.post(page(review, "edit"), mine).context["differences"]}

    assert labels == {"Tema", "Granskade verksamheter"}


def test_the_page_shows_strengths_before_what_is_lacking(eva_in: Client, review: Review) -> None:
    make_finding(review, "Väntan är lång.", kind=Finding.Kind.DEFICIT)
    make_finding(review, "Barnet hörs.")

    rows = eva_in.get(page(review)).context["findings"]

    assert [(row.kind, row.text) for row in rows] == [
        ("Styrka", "Barnet hörs."),
        ("Brist", "Väntan är lång."),
    ]


def test_a_finding_is_added_changed_and_removed(eva_in: Client, review: Review) -> None:
    eva_in.post(page(review, "finding_add"), {"kind": "idea", "text": "Lika mall."})
    made = review.findings.get()
    changed = {"kind": "idea", "text": "En mall.", "quality_area": "", "version": 1}
    eva_in.post(page(review, "finding", made.pk), changed)
    made.refresh_from_db()
    assert made.text == "En mall."

    eva_in.post(page(review, "finding_remove", made.pk))

    assert not review.findings.exists()
    actions = Event.objects.filter(object_type="reviews.finding").order_by("pk")
    assert [event.action for event in actions] == ["create", "change", "delete"]


def test_a_finding_is_told_by_the_organisations_own_quality_areas(
    organisation: Organisation, review: Review
) -> None:
    everybodys = QualityAreaSet.objects.create(name="Nationella")
    own = QualityAreaSet.objects.create(name="Egna", unit=organisation.municipality)
    QualityArea.objects.create(set=everybodys, name="Trygghet")
    area = QualityArea.objects.create(set=own, name="Bemötande")

    field = FindingForm(instance=Finding(review=review)).fields["quality_area"]

    assert list(field.queryset) == [area]  # type: ignore[attr-defined]


def test_recommendations_are_numbered_in_their_order(eva: User, review: Review) -> None:
    for text in ("Först", "Sedan"):
        services.add_recommendation(actor=eva, review=review, text=text, level="unit")

    numbers = list(review.recommendations.values_list("number", "text"))

    assert numbers == [(1, "Först"), (2, "Sedan")]


def test_a_manager_answers_what_is_asked_of_her_unit_in_a_review_above(
    eva_in: Client, organisation: Organisation
) -> None:
    above = make_review(organisation.ifo)
    hers = make_recommendation(above, unit=organisation.intake)
    everybodys = make_recommendation(above)
    answer = {
        "version": 1,
        "text": "Något annat än det som rekommenderades",
        "level": "unit",
        "unit": organisation.intake.pk,
        "response": "agreed",
        "answer": "",
        "answered_on": timezone.localdate(),
    }

    assert eva_in.post(page(above, "recommendation", hers.pk), answer).status_code == 302
    hers.refresh_from_db()
    assert hers.response == Recommendation.Response.AGREED
    assert hers.text == everybodys.text
    assert eva_in.get(page(above, "recommendation", everybodys.pk)).status_code == 403


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"answer": "Det är gjort."}, "response"),
        ({"response": "declined", "answered_on": "2023-06-01"}, "answer"),
        ({"response": "agreed"}, "answered_on"),
    ],
)
def test_an_answer_says_whether_why_and_when(
    eva_in: Client, review: Review, changes: dict[str, object], field: str
) -> None:
    row = make_recommendation(review)
    empty = dict.fromkeys(("unit", "response", "answer", "answered_on"), "")
    data = {"version": 1, "text": row.text, "level": "unit", **empty, **changes}

    assert field in refused(eva_in, page(review, "recommendation", row.pk), data)


def test_a_recommendation_with_measures_is_not_removed(
    eva_in: Client, eva: User, organisation: Organisation, review: Review
) -> None:
    row = make_recommendation(review)
    fields = {"title": "Ny rutin", "kind": "routine", "unit": organisation.intake}
    measure = services.add_measure(actor=eva, owner=row, **fields)

    answer = eva_in.post(page(review, "recommendation_remove", row.pk), follow=True)

    assert "Koppla bort dem först" in answer.content.decode()
    services.unlink_measure(actor=eva, owner=row, measure=measure)
    eva_in.post(page(review, "recommendation_remove", row.pk))
    assert not review.recommendations.exists()
    assert Measure.objects.get() == measure


def test_a_measure_of_a_recommendation_tells_where_it_came_from(
    eva_in: Client, eva: User, review: Review
) -> None:
    row = make_recommendation(review)
    data = {"ny-title": "Ny rutin", "ny-kind": "routine", "ny-unit": review.unit_id}
    empty = dict.fromkeys(("ny-due_on", "ny-responsible", "ny-description"), "")

    eva_in.post(page(review, "recommendation_measure", row.pk), data | empty)

    measure = row.measures.get()
    assert measure.origin == "granskning"
    shown = eva_in.get(reverse("measures:detail", args=[measure.pk])).content.decode()
    assert f'<a href="{page(review)}">' in shown


def test_a_measure_that_is_there_already_is_linked(
    eva_in: Client, eva: User, review: Review
) -> None:
    measure = services.add_measure(
        actor=eva, owner=review, title="Ny rutin", kind="routine", unit=review.unit
    )
    row = make_recommendation(review)
    url = page(review, "recommendation_measure", row.pk)

    eva_in.post(url, {"measure": measure.pk, "link": "1"})

    assert list(row.measures.all()) == [measure]


def test_saving_over_another_version_writes_nothing(review: Review) -> None:
    with pytest.raises(EditedByAnother):
        services.update_review(actor=None, pk=review.pk, version=7, changes={"title": "Ny"})


def test_a_reader_without_the_right_sees_no_buttons(
    client: Client, dag: User, review: Review
) -> None:
    client.force_login(dag)

    shown = client.get(page(review)).content.decode()

    assert "Ändra" not in shown
    assert "Lägg till" not in shown


def test_a_manager_elsewhere_knows_nothing_of_it(
    client: Client, erik: User, organisation: Organisation, review: Review
) -> None:
    client.force_login(erik)
    assert client.get(page(review)).status_code == 404

    give_role(erik, Role.MANAGER, organisation.intake)

    assert client.get(page(review)).status_code == 200


def test_a_review_made_by_mistake_is_removed(eva_in: Client, review: Review) -> None:
    answer = eva_in.post(page(review, "remove"))

    assert answer["Location"] == reverse("reviews:list")
    assert not Review.objects.exists()


def test_a_review_that_found_something_stays(eva_in: Client, review: Review) -> None:
    make_finding(review)

    shown = eva_in.post(page(review, "remove"), follow=True).content.decode()

    assert "Det finns iakttagelser här" in shown
    assert Review.objects.exists()
