"""One table of questions and answers, the same on both databases."""

import pytest

from deviations.models import Deviation
from deviations.search import search, stem, words
from tests.factories.deviations import make_case
from tests.factories.organisation import Organisation

TEXTS = {
    "brev": "Ett brev lades i fel kuvert. Mottagaren ringde upp.",
    "åsa": "ÅSA kom för sent till läkemedelsgenomgången på e-hälsan.",
    "plan": "Genomförandeplanen saknas. Barnen har inte hörts, utredningarna drar ut på tiden.",
    "kod": "Se https://exempel.se/a_b?c=1 och <b>fet</b> text, konto 12-34, 3,5 mg; {{ 7*7 }}.",
    "mas": "Massa anteckningar om mas/mar och asa.",
}

QUESTIONS = [
    ("brev", {"brev"}),
    ("BREV kuvert", {"brev"}),
    ("brevet", {"brev"}),
    ("fel mottagare", {"brev"}),
    ("kuv", {"brev"}),
    ("uvert", set()),
    ("åsa", {"åsa"}),
    ("ÅSA", {"åsa"}),
    ("A\u030asa", {"åsa"}),
    ("asa", {"mas"}),
    ("hälsan", {"åsa"}),
    ("e-hälsa", {"åsa"}),
    ("läkemedel", {"åsa"}),
    ("genomgången", set()),
    ("utredning", {"plan"}),
    ("utredningens", {"plan"}),
    ("barn", {"plan"}),
    ("genomförandeplaner", {"plan"}),
    ("exempel", {"kod"}),
    ("a_b", {"kod"}),
    ("12-34", {"kod"}),
    ("3,5", {"kod"}),
    ("7*7", {"kod"}),
    ("fet", {"kod"}),
    ("mas/mar", {"mas"}),
    ("mass", {"mas"}),
    ("' OR 1=1 --", set()),
    ('"brev" NOT kuvert', set()),
    ("brev AND", set()),
    ("(", set()),
    ("   ", set(TEXTS)),
    ("", set(TEXTS)),
]


@pytest.fixture
def cases(organisation: Organisation) -> dict[str, Deviation]:
    return {
        name: make_case(organisation.intake, title=f"Ärende {name}", description=text)
        for name, text in TEXTS.items()
    }


@pytest.mark.parametrize(("question", "expected"), QUESTIONS)
def test_a_question_has_its_answer(
    cases: dict[str, Deviation], question: str, expected: set[str]
) -> None:
    found = set(search(Deviation.objects.all(), question))
    expected_cases = {case for name, case in cases.items() if name in expected}
    assert found == expected_cases


@pytest.mark.parametrize(
    "question", ["AVV-{year}-0002", "avv-{year}-2", " AVV {year}-0002 ", "AVV-{year}-000"]
)
def test_a_case_number_or_its_beginning_finds_the_case(
    cases: dict[str, Deviation], question: str
) -> None:
    second = cases["åsa"]
    found = list(search(Deviation.objects.all(), question.format(year=second.year)))
    assert second in found
    assert len(found) == (len(cases) if question.endswith("000") else 1)


def test_a_changed_text_is_found_by_its_new_words_only(cases: dict[str, Deviation]) -> None:
    case = cases["brev"]
    case.description = "Dokumentet skickades till fel adress."
    case.save()
    assert list(search(Deviation.objects.all(), "adress")) == [case]
    assert not search(Deviation.objects.all(), "kuvert").exists()


def test_a_search_stays_within_what_it_was_given(cases: dict[str, Deviation]) -> None:
    assert not search(Deviation.objects.none(), "brev").exists()


def test_endings_are_cut_but_never_down_to_nothing() -> None:
    pairs = [("utredningarna", "utredning"), ("skolan", "skol"), ("barns", "barn"), ("ena", "ena")]
    assert [stem(word) for word, _ in pairs] == [expected for _, expected in pairs]


def test_a_very_long_question_is_cut_short() -> None:
    assert len(words("ord " * 5000)) == 8
