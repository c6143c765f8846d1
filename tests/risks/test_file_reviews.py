"""Aktgranskning: from a pasted list to the control's result."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from audit.models import Event
from organisation.models import User
from risks import tasks
from risks.models import Control, FileReview, FileReviewCase, Verdict
from risks.readings import tallied, unsettled
from risks.sampling import Listed, digest, draw
from risks.services import file_reviews
from risks.services.rows import IllegalStep
from risks.todo import todo
from tests.factories import file_reviews as make
from tests.factories.organisation import Organisation
from tests.factories.risks import make_control, make_result


@pytest.fixture
def files(organisation: Organisation) -> Control:
    """A control of files: at least 90 % must be good."""
    return make.make_file_control(organisation.intake)


@pytest.fixture
def eva_in(client: Client, eva: User) -> Client:
    client.force_login(eva)
    return client


def page(review: FileReview, name: str = "detail", *args: object) -> str:
    return reverse(f"file_reviews:{name}", args=[review.pk, *args])


def sent(**changes: object) -> dict[str, object]:
    return {
        "title": "Barn hörs, mars",
        "population_text": "avslutade utredningar",
        "references": "2026-0101; flicka\n2026-0102; pojke\n2026-0103",
        "sample_size": "2",
        "second_size": "1",
        "counted": "Framgår barnets inställning?\nFinns en plan?",
        "others": "Är planen aktuell?",
        "erase_on": timezone.localdate() + timedelta(days=30),
        **changes,
    }


def read(case: FileReviewCase, *answers: str, reading: int = 1) -> dict[str, object]:
    questions = case.review.questions.all()
    told = {f"fraga-{one.pk}": said for one, said in zip(questions, answers, strict=True)}
    return {"reading": reading, "sex": "female", **told}


class TestDrawing:
    def test_eva_pastes_a_list_and_a_sample_is_drawn(
        self, eva_in: Client, files: Control, mona: User
    ) -> None:
        url = reverse("file_reviews:draw", args=[files.code])

        answer = eva_in.post(url, sent(readers=[mona.pk]))

        review = FileReview.objects.get()
        assert answer["Location"] == page(review)
        assert (review.population, review.cases.count()) == (3, 2)
        assert review.cases.filter(read_twice=True).count() == 1
        assert list(review.questions.values_list("counts", flat=True)) == [True, True, False]
        assert list(review.readers.all()) == [mona]

    def test_a_list_of_thousands_is_taken_whole(self, eva_in: Client, files: Control) -> None:
        listed = "\n".join(f"SN 2026-{number:05d}; kvinna" for number in range(4_000))

        eva_in.post(reverse("file_reviews:draw", args=[files.code]), sent(references=listed))

        assert FileReview.objects.get().population == 4_000

    def test_the_protocol_is_enough_to_draw_the_sample_again(self, files: Control) -> None:
        review = make.draw(files, size=5)

        again = draw(make.LISTED, 5, review.seed)

        assert [one.reference for one in again] == list(
            review.cases.values_list("reference", flat=True)
        )
        assert review.list_digest == digest([one.reference for one in make.LISTED])

    @pytest.mark.parametrize(
        ("changes", "field"),
        [
            ({"references": "2026-0101\n2026-0101"}, "references"),
            ({"references": "20100102-2384"}, "references"),
            ({"references": ""}, "references"),
            ({"sample_size": "4"}, "sample_size"),
            ({"sample_size": "0"}, "sample_size"),
            ({"second_size": "3"}, "second_size"),
            ({"counted": ""}, "counted"),
            ({"counted": "Finns en plan?\nfinns en plan?"}, "counted"),
            ({"erase_on": "2020-01-01"}, "erase_on"),
            ({"erase_on": "2999-01-01"}, "erase_on"),
        ],
    )
    def test_what_cannot_be_drawn_is_told_and_the_list_stays(
        self, eva_in: Client, files: Control, changes: dict[str, object], field: str
    ) -> None:
        answer = eva_in.post(reverse("file_reviews:draw", args=[files.code]), sent(**changes))

        assert answer.status_code == 422
        form = answer.context["form"]
        assert field in form.errors
        assert form["references"].value() == sent(**changes)["references"]
        assert not FileReview.objects.exists()

    def test_a_control_that_is_not_of_files_has_no_sample(
        self, eva_in: Client, organisation: Organisation
    ) -> None:
        other = make_control(organisation.intake, "E2")

        answer = eva_in.get(reverse("file_reviews:draw", args=[other.code]))

        assert answer["Location"] == reverse("controls:detail", args=[other.code])

    def test_the_log_names_no_file(self, files: Control, eva: User) -> None:
        review = make.draw(files, by=eva)
        make.answer(review.cases.first() or FileReviewCase(), eva, "yes", "no")

        events = Event.objects.filter(object_type="risks.filereview")

        assert events.count() == 2
        references = [one.reference for one in make.LISTED]
        assert not any(ref in str(event.detail) for event in events for ref in references)


class TestReading:
    def test_one_file_leads_to_the_next(self, eva_in: Client, files: Control) -> None:
        review = make.draw(files, size=2)
        first = review.cases.get(place=1)

        answer = eva_in.post(page(review, "read", 1), read(first, "yes", "no"))

        assert answer["Location"] == page(review, "read", 2)
        first.refresh_from_db()
        assert (first.sex, first.answers.count()) == ("female", 2)
        last = eva_in.post(page(review, "read", 2), read(review.cases.get(place=2), "yes", "na"))
        assert last["Location"] == page(review)

    def test_every_question_is_answered(self, eva_in: Client, files: Control) -> None:
        review = make.draw(files)
        data = read(review.cases.get(place=1), "yes", "")

        answer = eva_in.post(page(review, "read", 1), data)

        assert answer.status_code == 422
        assert "Svara ja, nej" in answer.content.decode()

    def test_the_second_reader_does_not_see_what_the_first_answered(
        self, client: Client, files: Control, eva: User, karin: User
    ) -> None:
        review = make.draw(files, size=1, twice=1)
        make.answer(review.cases.get(), eva, "yes", "yes")
        client.force_login(karin)

        form = client.get(page(review, "read", 1)).context["form"]

        assert form["reading"].value() == 2
        assert [form[f"fraga-{one.pk}"].value() for one in review.questions.all()] == [None, None]

    def test_no_answer_is_shown_while_somebody_is_yet_to_read(
        self, eva_in: Client, files: Control, eva: User
    ) -> None:
        review = make.draw(files, size=2)
        make.answer(review.cases.get(place=1), eva, "yes", "no")
        assert eva_in.get(page(review)).context["page"].questions == []

        make.answer(review.cases.get(place=2), eva, "yes", "no")

        assert len(eva_in.get(page(review)).context["page"].questions) == 2

    def test_nobody_reads_the_same_file_twice(
        self, eva_in: Client, files: Control, eva: User, karin: User
    ) -> None:
        review = make.draw(files, size=1, twice=1)
        make.answer(review.cases.get(), eva, "yes", "yes")

        form = eva_in.get(page(review, "read", 1)).context["form"]

        assert form["reading"].value() == 1
        with pytest.raises(IllegalStep):
            make.answer(review.cases.get(), eva, "yes", "yes", reading=2)

    def test_who_was_late_keeps_the_answers_and_saves_them_as_the_second(
        self, client: Client, files: Control, eva: User, karin: User
    ) -> None:
        review = make.draw(files, size=1, twice=1)
        case = review.cases.get()
        make.answer(case, eva, "yes", "yes")
        client.force_login(karin)

        answer = client.post(page(review, "read", 1), read(case, "no", "yes"))

        assert answer.status_code == 422
        form = answer.context["form"]
        assert "räknas dina svar som den andra" in answer.content.decode()
        kept = [form[f"fraga-{one.pk}"].value() for one in review.questions.all()]
        assert (form["reading"].value(), kept) == ("2", ["no", "yes"])
        client.post(page(review, "read", 1), read(case, "no", "yes", reading=2))
        case.refresh_from_db()
        assert case.second_reader == karin

    def test_a_file_read_by_another_is_not_overwritten(
        self, client: Client, files: Control, eva: User, karin: User
    ) -> None:
        review = make.draw(files, size=1)
        case = review.cases.get()
        make.answer(case, eva, "yes", "yes")
        client.force_login(karin)

        client.post(page(review, "read", 1), read(case, "no", "no"))

        assert set(case.answers.values_list("answer", flat=True)) == {"yes"}

    def test_who_was_asked_reads_and_nobody_else_knows(
        self, client: Client, files: Control, mona: User, sara: User
    ) -> None:
        review = make.draw(files, readers=[mona])
        client.force_login(mona)
        assert client.get(page(review, "read", 1)).status_code == 200
        assert client.get(page(review, "finish")).status_code == 403

        client.force_login(sara)

        assert client.get(page(review)).status_code == 404

    def test_what_waits_stands_on_the_start_page(
        self, files: Control, eva: User, mona: User
    ) -> None:
        review = make.draw(files, size=2, readers=[mona], by=eva)
        assert [one.title for one in todo(mona)] == [
            "Granska 2\N{NO-BREAK SPACE}akter: Barn hörs, 2026-03"
        ]

        make.answer_all(review, eva, "yes", "yes")

        assert todo(mona) == []


class TestCounting:
    def test_a_file_is_good_when_nothing_that_counts_is_no(self, files: Control, eva: User) -> None:
        review = make.draw(files, size=4, others=["Är planen aktuell?"])
        told = (
            ("yes", "yes", "no"),
            ("yes", "na", "yes"),
            ("yes", "no", "yes"),
            ("na", "na", "yes"),
        )
        for case, answers in zip(review.cases.all(), told, strict=True):
            make.answer(case, eva, *answers)

        found = tallied(review)

        assert (found.good, found.judged) == (2, 3)
        first = found.questions[0].all
        assert (first.yes, first.no, first.not_applicable, first.base) == (3, 0, 1, 3)

    def test_answers_are_counted_by_sex(self, files: Control, eva: User) -> None:
        listed = [Listed("a", "female"), Listed("b", "female"), Listed("c", "male")]
        review = make.draw(files, size=3, listed=listed, counted=["Hörs barnet?"])
        for case in review.cases.all():
            said = "yes" if case.sex == "female" else "no"
            make.answer(case, eva, said, sex=case.sex)

        [question] = tallied(review).questions

        assert (question.by_sex["female"].yes, question.by_sex["male"].no) == (2, 1)
        assert sum(one.base for one in question.by_sex.values()) == question.all.base

    def test_agreement_is_the_share_of_answers_that_were_the_same(
        self, eva_in: Client, files: Control, eva: User, karin: User
    ) -> None:
        review = make.draw(files, size=2, twice=2)
        for case in review.cases.all():
            make.answer(case, eva, "yes", "yes")
            second = "no" if case.place == 1 else "yes"
            make.answer(case, karin, second, "yes", reading=2)

        found = tallied(review)

        assert (found.same, found.compared) == (3, 4)
        shown = eva_in.get(page(review)).context["page"].agreement
        assert shown == "75\N{NO-BREAK SPACE}% (3 av 4)"

    def test_a_difference_is_settled_and_the_joint_answer_counts(
        self, eva_in: Client, files: Control, eva: User, karin: User
    ) -> None:
        review = make.draw(files, size=1, twice=1)
        case = review.cases.get()
        make.answer(case, eva, "yes", "yes")
        make.answer(case, karin, "no", "yes", reading=2)
        assert tallied(review).good == 1
        [differing] = unsettled(review)

        eva_in.post(page(review, "differences"), {f"svar-{case.pk}-{differing.question.pk}": "no"})

        assert unsettled(review) == []
        assert tallied(review).good == 0

    def test_reading_again_opens_what_was_settled(
        self, files: Control, eva: User, karin: User
    ) -> None:
        review = make.draw(files, size=1, twice=1)
        case = review.cases.get()
        make.answer(case, eva, "yes", "yes")
        make.answer(case, karin, "no", "yes", reading=2)
        [one] = unsettled(review)
        key = (case.pk, one.question.pk)
        file_reviews.settle(actor=eva, review=review, answers={key: "no"})

        make.answer(case, eva, "yes", "yes")

        assert len(unsettled(review)) == 1

    def test_settling_nothing_asks_for_something(
        self, eva_in: Client, files: Control, eva: User, karin: User
    ) -> None:
        review = make.draw(files, size=1, twice=1)
        make.answer(review.cases.get(), eva, "yes", "yes")
        make.answer(review.cases.get(), karin, "no", "yes", reading=2)

        assert eva_in.post(page(review, "differences"), {"save": "1"}).status_code == 422


class TestFinishing:
    @pytest.fixture
    def finished(self, files: Control, eva: User) -> FileReview:
        """Two of three files are good."""
        review = make.draw(files)
        make.answer_all(review, eva, "yes", "yes")
        make.answer(review.cases.get(place=1), eva, "no", "yes")
        return review

    def said(self, **changes: object) -> dict[str, object]:
        empty = dict.fromkeys(("comment", "verdict", "motive"), "")
        return {"carried_out_on": timezone.localdate(), **empty, **changes}

    def test_the_answers_become_the_controls_result(
        self, eva_in: Client, finished: FileReview
    ) -> None:
        answer = eva_in.post(page(finished, "finish"), self.said(comment="En akt saknar samtal."))

        result = finished.control.results.get()
        assert answer["Location"] == reverse("controls:detail", args=[finished.control.code])
        assert (result.numerator, result.denominator) == (2, 3)
        assert result.verdict == Verdict.ACTION
        assert result.sample == (
            "3 av 20 akter, slumpmässigt: utredningar som avslutades januari–mars"
        )
        finished.refresh_from_db()
        assert (finished.status, finished.result) == ("finished", result)

    def test_the_numbers_cannot_be_typed(self, eva_in: Client, finished: FileReview) -> None:
        eva_in.post(page(finished, "finish"), self.said(numerator="3", denominator="3"))

        result = finished.control.results.get()
        assert (result.numerator, result.denominator) == (2, 3)

    def test_the_references_are_gone_when_it_is_finished(
        self, eva_in: Client, finished: FileReview
    ) -> None:
        eva_in.post(page(finished, "finish"), self.said())

        assert set(finished.cases.values_list("reference", flat=True)) == {""}
        assert "2026-00" not in eva_in.get(page(finished)).content.decode()

    def test_a_verdict_against_the_threshold_needs_its_motive(
        self, eva_in: Client, finished: FileReview
    ) -> None:
        answer = eva_in.post(page(finished, "finish"), self.said(verdict="approved"))

        assert answer.status_code == 422
        assert "motive" in answer.context["form"].errors
        finished.refresh_from_db()
        assert finished.is_open

    def test_a_day_that_has_a_result_is_asked_about(
        self, eva_in: Client, finished: FileReview
    ) -> None:
        make_result(finished.control, timezone.localdate())

        answer = eva_in.post(page(finished, "finish"), self.said())

        assert answer.status_code == 422
        assert "same_day" in answer.context["form"].fields
        assert eva_in.post(page(finished, "finish"), self.said(same_day="again")).status_code == 302

    def test_while_a_file_is_unread_it_cannot_be_finished(
        self, eva_in: Client, files: Control, eva: User
    ) -> None:
        review = make.draw(files)
        make.answer(review.cases.get(place=1), eva, "yes", "yes")

        shown = eva_in.get(page(review, "finish"), follow=True).content.decode()

        assert "2 akter är inte granskade" in shown
        with pytest.raises(IllegalStep):
            file_reviews.finish(actor=eva, review=review, carried_out_on=timezone.localdate())

    def test_while_two_differ_it_cannot_be_finished(
        self, files: Control, eva: User, karin: User
    ) -> None:
        review = make.draw(files, size=1, twice=1)
        make.answer(review.cases.get(), eva, "yes", "yes")
        make.answer(review.cases.get(), karin, "no", "yes", reading=2)

        assert "1 svar skiljer sig" in file_reviews.what_is_missing(review)

    def test_where_nothing_applied_there_is_nothing_to_count(
        self, files: Control, eva: User
    ) -> None:
        review = make.draw(files, size=1)
        make.answer_all(review, eva, "na", "na")

        assert "inget att räkna" in file_reviews.what_is_missing(review)

    def test_given_up_keeps_the_answers_and_erases_the_references(
        self, eva_in: Client, finished: FileReview
    ) -> None:
        eva_in.post(page(finished, "abandon"))

        finished.refresh_from_db()
        assert finished.status == "abandoned"
        assert set(finished.cases.values_list("reference", flat=True)) == {""}
        assert not finished.control.results.exists()
        assert eva_in.get(page(finished, "read", 1))["Location"] == page(finished)


def test_references_that_are_kept_too_long_are_erased(files: Control, eva: User) -> None:
    late, held = make.draw(files), make.draw(files)
    FileReview.objects.filter(pk=late.pk).update(erase_on=timezone.localdate())

    tasks.erase_references()

    assert set(late.cases.values_list("reference", flat=True)) == {""}
    assert "" not in held.cases.values_list("reference", flat=True)
    late.refresh_from_db()
    assert late.is_open
    assert Event.objects.filter(object_id=str(late.pk), detail__erased=1).exists()


def test_the_page_asks_as_often_for_twenty_files_as_for_one(
    eva_in: Client, files: Control, eva: User, karin: User
) -> None:
    def queries(size: int) -> int:
        review = make.draw(files, size=size, twice=size)
        for case in review.cases.all():
            make.answer(case, eva, "yes", "yes")
            make.answer(case, karin, "no", "yes", reading=2)
        eva_in.get(page(review))
        with CaptureQueriesContext(connection) as captured:
            eva_in.get(page(review))
        return len(captured)

    assert queries(1) == queries(20)


def test_the_controls_page_leads_to_its_file_reviews(eva_in: Client, files: Control) -> None:
    review = make.draw(files)

    shown = eva_in.get(reverse("controls:detail", args=[files.code])).content.decode()

    assert page(review) in shown
    assert reverse("file_reviews:draw", args=[files.code]) in shown
