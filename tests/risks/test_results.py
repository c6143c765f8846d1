"""What a control found: recorded, judged by the threshold, corrected by a new row."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from organisation.models import User
from risks import services
from risks.models import Control, ControlResult, Verdict
from tests.factories.organisation import Organisation
from tests.factories.risks import make_control, make_result

TODAY = timezone.localdate()
YESTERDAY = TODAY - timedelta(days=1)
COMMENT = "Två akter saknade datum."


@pytest.fixture
def eva_in(client: Client, eva: User) -> Client:
    client.force_login(eva)
    return client


@pytest.fixture
def count(organisation: Organisation) -> Control:
    return make_control(organisation.intake, "E2", measured="count", threshold=3, better="at_most")


@pytest.fixture
def words(organisation: Organisation) -> Control:
    return make_control(organisation.intake, "E3", measured="words", threshold=None)


def found(**changes: object) -> dict[str, object]:
    sent: dict[str, object] = {
        "carried_out_on": TODAY,
        "numerator": "19",
        "denominator": "34",
        "comment": COMMENT,
        "verdict": "",
    }
    return sent | changes


def record(client: Client, control: Control, **changes: object) -> Any:
    return client.post(reverse("controls:record", args=[control.code]), found(**changes))


def correct(client: Client, result: ControlResult, **changes: object) -> Any:
    address = reverse("controls:correct", args=[result.control.code, result.pk])
    return client.post(address, found(**changes))


def errors(answer: Any) -> dict[str, str]:
    form = answer.context["form"]
    return {field: " ".join(messages) for field, messages in form.errors.items()}


# Judged by the threshold ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("numerator", "verdict"), [("30", Verdict.ACTION), ("31", Verdict.APPROVED)]
)
def test_the_verdict_follows_from_the_threshold(
    eva_in: Client, eva: User, control: Control, numerator: str, verdict: str
) -> None:
    """30 of 34 is 88 per cent, 31 is 91."""
    record(eva_in, control, numerator=numerator)

    result = control.results.get()
    assert (result.verdict, result.motive, result.author) == (verdict, "", eva)


def test_a_share_that_only_rounds_to_the_threshold_does_not_reach_it(
    eva_in: Client, control: Control
) -> None:
    """224 of 250 is 89,6 per cent."""
    record(eva_in, control, numerator="224", denominator="250")

    assert control.results.get().verdict == Verdict.ACTION


@pytest.mark.parametrize(("number", "verdict"), [("3", "approved"), ("4", "action")])
def test_a_count_is_held_against_its_highest(
    eva_in: Client, count: Control, number: str, verdict: str
) -> None:
    record(eva_in, count, count=number)

    assert count.results.get().verdict == verdict


def test_another_verdict_than_the_thresholds_needs_a_motive(
    eva_in: Client, control: Control
) -> None:
    answer = record(eva_in, control, verdict="approved")

    assert errors(answer) == {
        "motive": "Gränsvärdet ger ”åtgärd krävs”. Skriv varför bedömningen är en annan."
    }

    record(eva_in, control, verdict="approved", motive="Bara fyra akter, alla från samma dag.")
    result = control.results.get()
    assert (result.verdict, result.motive[:4]) == (Verdict.APPROVED, "Bara")


def test_a_motive_is_not_kept_where_there_is_nothing_to_explain(
    eva_in: Client, control: Control
) -> None:
    record(eva_in, control, verdict="action", motive="Som väntat.")

    assert control.results.get().motive == ""


def test_without_a_threshold_the_verdict_is_chosen(eva_in: Client, words: Control) -> None:
    answer = record(eva_in, words)

    assert errors(answer) == {"verdict": "Välj om resultatet är godkänt eller kräver åtgärd."}

    record(eva_in, words, verdict="approved")
    assert words.results.get().verdict == Verdict.APPROVED


def test_what_is_told_in_words_has_words(eva_in: Client, words: Control) -> None:
    answer = record(eva_in, words, verdict="approved", comment="")

    assert list(errors(answer)) == ["comment"]


def test_a_round_where_nothing_was_to_be_checked_is_told_in_words(
    eva_in: Client, control: Control
) -> None:
    record(eva_in, control, numerator="", denominator="", verdict="approved")

    result = control.results.get()
    assert (result.denominator, result.verdict) == (None, Verdict.APPROVED)


def test_a_share_reported_elsewhere_is_taken_with_its_source(
    eva_in: Client, control: Control
) -> None:
    share = {"numerator": "", "denominator": "", "reported_share": "94,5"}

    assert list(errors(record(eva_in, control, **share))) == ["source"]

    record(eva_in, control, **share, source="Verksamhetsberättelsen 2023")
    result = control.results.get()
    assert (str(result.reported_share), result.verdict) == ("94.50", Verdict.APPROVED)


def test_the_form_asks_only_for_what_the_control_is_measured_by(
    eva_in: Client, count: Control, words: Control
) -> None:
    def fields(control: Control) -> set[str]:
        address = reverse("controls:record", args=[control.code])
        return set(eva_in.get(address).context["form"].fields)

    common = {"carried_out_on", "sample", "comment", "verdict"}
    assert fields(count) == common | {"count", "motive"}
    assert fields(words) == common


# What cannot be taken ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("changes", "field", "said"),
    [
        ({"numerator": "35"}, "numerator", "kan inte vara mer än 34"),
        ({"numerator": "0", "denominator": "0"}, "denominator", "Ingenting granskades."),
        ({"numerator": "19 av 34"}, "numerator", "19 här och 34 i fältet för hur många"),
        ({"numerator": "19,5"}, "numerator", "utan decimaler"),
        ({"numerator": "-1"}, "numerator", "negativt"),
        ({"numerator": "ca 20"}, "numerator", "exakt tal"),
        ({"denominator": ""}, "denominator", "Ange båda talen"),
        ({"numerator": ""}, "numerator", "Ange båda talen"),
        ({"denominator": "9" * 12}, "denominator", "för stort"),
        ({"reported_share": "56 %", "source": "X"}, "reported_share", "utan procenttecken"),
        ({"reported_share": "101", "source": "X"}, "reported_share", "mellan 0 och 100"),
        ({"reported_share": "56", "source": "X"}, "reported_share", "inte båda"),
        ({"carried_out_on": TODAY + timedelta(days=1)}, "carried_out_on", "framtiden"),
        ({"carried_out_on": "2020-01-14"}, "carried_out_on", "gäller från 2020-01-15"),
        ({"verdict": "x"}, "verdict", "giltigt alternativ"),
    ],
)
def test_it_is_told_at_the_field_and_nothing_typed_is_lost(
    eva_in: Client, control: Control, changes: dict[str, Any], field: str, said: str
) -> None:
    answer = record(eva_in, control, **changes)

    assert (answer.status_code, list(errors(answer))) == (422, [field])
    assert said in errors(answer)[field]
    assert COMMENT in answer.content.decode()
    assert not control.results.exists()


def test_numbers_are_taken_as_people_write_them(eva_in: Client, control: Control) -> None:
    record(eva_in, control, numerator="1 234", denominator="2\u00a0000")

    result = control.results.get()
    assert (result.numerator, result.denominator) == (1234, 2000)


def test_a_control_that_has_ended_takes_no_result(
    eva_in: Client, organisation: Organisation
) -> None:
    ended = make_control(organisation.intake, closed_on=YESTERDAY)

    answer = record(eva_in, ended)

    assert errors(answer) == {"carried_out_on": f"Egenkontrollen upphörde {YESTERDAY}."}


# The same day --------------------------------------------------------------------------------


def test_a_second_result_of_the_day_is_asked_about(eva_in: Client, control: Control) -> None:
    make_result(control, TODAY, 34, 34, verdict=Verdict.APPROVED)

    answer = record(eva_in, control)

    assert (answer.status_code, control.results.count()) == (422, 1)
    assert errors(answer) == {
        "same_day": f"Det finns redan ett resultat från {TODAY}: 100\u00a0% (34 av 34)."
    }
    assert COMMENT in answer.content.decode()


def test_it_may_be_a_correction(eva_in: Client, control: Control) -> None:
    wrong = make_result(control, TODAY, 34, 34, verdict=Verdict.APPROVED)

    record(eva_in, control, same_day="corrects")

    assert control.results.get(replaced_by__isnull=True).replaces == wrong


def test_it_may_be_a_round_of_its_own(eva_in: Client, control: Control) -> None:
    make_result(control, TODAY)

    record(eva_in, control, same_day="again")

    assert control.results.filter(replaces__isnull=True).count() == 2


def test_an_answer_about_a_day_without_a_result_records_a_new_one(
    eva_in: Client, control: Control
) -> None:
    """The day was changed after the question."""
    make_result(control, TODAY)

    record(eva_in, control, same_day="corrects", carried_out_on=YESTERDAY)

    assert control.results.filter(replaces__isnull=True).count() == 2


def test_a_second_click_does_not_record_twice(eva_in: Client, control: Control) -> None:
    record(eva_in, control)
    record(eva_in, control)

    assert control.results.count() == 1


# Corrected -----------------------------------------------------------------------------------


def test_a_correction_is_a_new_row_and_the_old_one_stays(
    eva_in: Client, karin: User, control: Control
) -> None:
    wrong = make_result(control, TODAY, 34, 34, verdict=Verdict.APPROVED, author=karin)

    correct(eva_in, wrong)

    made = control.results.get(replaces=wrong)
    wrong.refresh_from_db()
    assert (made.numerator, made.verdict) == (19, Verdict.ACTION)
    assert (wrong.numerator, wrong.verdict) == (34, Verdict.APPROVED)


def test_the_form_holds_what_was_recorded(eva_in: Client, control: Control) -> None:
    result = make_result(control, YESTERDAY, 19, 34, comment=COMMENT)

    address = reverse("controls:correct", args=[control.code, result.pk])
    page = eva_in.get(address).content.decode()

    assert 'value="19"' in page
    assert COMMENT in page
    assert f'value="{YESTERDAY}"' in page


def test_a_result_that_somebody_has_corrected_is_not_corrected_again(
    eva_in: Client, karin: User, control: Control
) -> None:
    wrong = make_result(control, TODAY, 34, 34, verdict=Verdict.APPROVED)
    services.correct_result(
        actor=karin, result=wrong, carried_out_on=TODAY, numerator=20, denominator=34, verdict=""
    )

    answer = correct(eva_in, wrong)

    assert "redan rättat av någon annan" in errors(answer)["__all__"]
    assert COMMENT in answer.content.decode()


def test_a_result_of_another_control_is_not_corrected_here(
    eva_in: Client, control: Control, count: Control
) -> None:
    other = make_result(count, TODAY, None, None, count=2)

    address = reverse("controls:correct", args=[control.code, other.pk])

    assert eva_in.get(address).status_code == 404


# Onward --------------------------------------------------------------------------------------


def test_a_result_that_calls_for_action_leads_to_the_measure(
    eva_in: Client, control: Control
) -> None:
    answer = record(eva_in, control)

    assert answer.headers["Location"] == reverse("controls:measure", args=["E1"])


def test_an_approved_result_leads_back_to_the_control(eva_in: Client, control: Control) -> None:
    answer = record(eva_in, control, numerator="34")

    assert answer.headers["Location"] == reverse("controls:detail", args=["E1"])
