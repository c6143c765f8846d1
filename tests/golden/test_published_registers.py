"""The published figures of indicators, surveys, risks and controls, found in print.

A percentage that was published wrongly is printed right (demo/README.md).
"""

import re

import pytest

from tests.golden.reading import flowing, table

pytestmark = pytest.mark.django_db

PREVENTION = "Indikatorer, förebyggande arbete"
CHILDREN = "Indikatorer, stöd till barn och unga"
ADULTS = "Indikatorer, myndighetsutövning för vuxna"
LEAVING = "Indikatorer, stöd för att lämna kriminella grupperingar"
VIOLENCE = "Indikatorer, insatser mot våld i nära relationer"
PSYCHIATRY = "Indikatorer, stöd vid psykisk funktionsnedsättning"
OUTPATIENT = "Indikatorer, öppenvård för barn och unga"
TIMES = "Indikatorer, statistik och kvalitetsregister"

ACTION = "Egenkontroller som lett till åtgärder"
APPROVED = "Godkända egenkontroller"


def risks(text: str) -> str:
    """All the risk tables together."""
    parts = re.split(r"Tabell \d+\. ", text)[1:]
    found = [part for part in parts if part.startswith("Risker, ") and "Källa:" in part]
    return flowing(" ".join(part.partition("Källa:")[0] for part in found))


class TestIndicatorsOf2023:
    @pytest.mark.parametrize(
        "figures", ["470 1 193 1 894 760 840", "143 120 162 200 220", "1 137 – 1 931"]
    )
    def test_early_support(self, figures: str, report_2023: str) -> None:
        """the year before, the second interim, the year, milestone and long-term target"""
        assert figures in table(report_2023, PREVENTION)

    @pytest.mark.parametrize(
        ("title", "counts", "share"),
        [
            (CHILDREN, "285 av 1 384", "21 %"),
            (CHILDREN, "37 av 40", "93 %"),
            (CHILDREN, "14 av 14", "100 %"),
            (CHILDREN, "9 av 26", "35 %"),
            (CHILDREN, "24 av 26", "92 %"),
            (CHILDREN, "91 av 166", "55 %"),
            (CHILDREN, "35 av 46", "76 %"),
            (ADULTS, "308 av 517", "60 %"),
            (VIOLENCE, "4 av 6", "67 %"),
            (VIOLENCE, "26 av 33", "79 %"),
            (PSYCHIATRY, "99 av 108", "92 %"),
        ],
    )
    def test_a_share_stands_with_its_numbers(
        self, title: str, counts: str, share: str, report_2023: str
    ) -> None:
        assert counts in table(report_2023, title)
        assert f"({share})" in table(report_2023, title)

    def test_the_staff(self, report_2023: str) -> None:
        """published in the text: turnover from 17 to 9 %, six in the pool and then nine"""
        assert re.search(r"Personalomsättning 17 % ?\d 9 % ?\d", table(report_2023, TIMES))
        assert re.search(r"Medarbetare i resurspoolen 6 9 ", table(report_2023, TIMES))
        assert "sjönk från 17 % till 9 %" in flowing(report_2023)

    def test_the_share_of_285_is_not_cut_off(self, report_2023: str) -> None:
        assert "20 %" not in table(report_2023, CHILDREN)

    def test_a_reported_share_stands_with_its_source(self, report_2023: str) -> None:
        assert "23 %" in table(report_2023, CHILDREN)
        assert "tidigare" in table(report_2023, CHILDREN)

    def test_those_who_broke_off_are_told(self, report_2023: str) -> None:
        assert "7 är inte mätta." in flowing(report_2023)

    def test_others_had_eighty_six(self, report_2023: str) -> None:
        assert "Riket: 86 %." in flowing(report_2023)

    def test_parts_add_up(self, report_2023: str) -> None:
        said = flowing(report_2023)

        assert "Av de 34 är 16 kontakter efter anmälan och 18 egna uppsökande kontakter." in said
        assert "Av de 20 är 10 deltagare i Kriminalitet som livsstil" in said

    def test_two_of_four_is_hidden(self, report_2023: str) -> None:
        assert "för få svar" in table(report_2023, LEAVING)
        assert not re.search(r"(?<!\d)2 av 4(?!\d)", flowing(report_2023))

    def test_no_target_is_not_zero(self, report_2023: str) -> None:
        """three indicators, a milestone and a long-term target each"""
        printed = table(report_2023, LEAVING)

        assert printed.count("ej fastställt") == 6
        assert not re.search(r"(?<!\S)0(?!\S)", printed)


class TestSurveysOf2023:
    @pytest.mark.parametrize("figures", ["33 15 45 %", "245 102 42 %", "43 32 74 %", "17 12 71 %"])
    def test_distributed_answered_and_rate(self, figures: str, report_2023: str) -> None:
        assert figures in table(report_2023, "Brukarundersökningar 2023")

    def test_the_rate_of_102_is_not_rounded_up(self, report_2023: str) -> None:
        assert "43 %" not in table(report_2023, "Brukarundersökningar 2023")

    @pytest.mark.parametrize(
        ("title", "figures"),
        [
            ("Egen brukarundersökning, barn och unga", "93 % (37 av 40)"),
            ("Egen brukarundersökning, vårdnadshavare", "82 %"),
            ("Nationell brukarundersökning, placerade barn", "100 % (15 av 15)"),
            ("Nationell brukarundersökning, placerade barn", "87 %"),
            ("Nationell brukarundersökning, deltagare", "100 % (32 av 32)"),
            ("Nationell brukarundersökning, deltagare", "81 % (26 av 32) 82 % 94 %"),
            ("Individbaserad uppföljning, SU-kvinnofrid", "83 %"),
            ("Individbaserad uppföljning, SU-kvinnofrid", "77 %"),
            ("Funktionell beteendeintervention", "91 %"),
        ],
    )
    def test_what_was_answered(self, title: str, figures: str, report_2023: str) -> None:
        assert figures in table(report_2023, title)

    def test_too_few_answers_are_not_told(self, report_2023: str) -> None:
        assert flowing(report_2023).count("Färre än fem har svarat") == 2


class TestRisksAndControlsOf2023:
    @pytest.mark.parametrize(
        ("level", "title"),
        [
            ("3 Medel", "Våld i nära relation"),
            ("9 Hög", "Stödet till familjen"),
            ("4 Medel", "Familjer går miste"),
            ("2 Låg", "Hög personal"),
            ("9 Hög", "Barn får vänta"),
            ("9 Hög", "Barn med"),
            ("3 Medel", "Barnens situation"),
            ("3 Medel", "Vårdplaner"),
            ("6 Hög", "Unga med"),
        ],
    )
    def test_a_level_stands_before_its_risk(self, level: str, title: str, report_2023: str) -> None:
        assert f"{level} {title}" in risks(report_2023)

    def test_ten_measures_are_done_and_four_go_on(self, report_2023: str) -> None:
        assert len(re.findall(r"\bKlar\b", risks(report_2023))) == 10
        assert len(re.findall(r"\bPågående\b", risks(report_2023))) == 4

    def test_the_plan_goes_on_in_both_tables(self, report_2023: str) -> None:
        """Of the four measures of the controls three go on; the plan is one of them."""
        assert len(re.findall(r"\bPågående\b", table(report_2023, ACTION))) == 3
        assert "14 åtgärder mot riskerna är 10 klara och 4 pågår" in flowing(report_2023)

    def test_a_risk_is_handled_by_its_control(self, report_2023: str) -> None:
        assert risks(report_2023).count("Hanteras genom egenkontroll") == 1

    @pytest.mark.parametrize(
        ("title", "figures"),
        [
            (ACTION, "982 av 1 384, 71 %"),
            (ACTION, "100 %"),
            (ACTION, "mål minst 90 %"),
            (APPROVED, "94 %"),
            (APPROVED, "augusti 2023"),
        ],
    )
    def test_results_of_controls(self, title: str, figures: str, report_2023: str) -> None:
        assert figures in table(report_2023, title)

    def test_nine_offered_and_six_assessed_are_two_groups(self, report_2023: str) -> None:
        said = flowing(report_2023)

        assert "stöd av någon enhet var 9. Det är fler än de 6" in said


class TestOf2021:
    def test_days_of_three_years(self, report_2021: str) -> None:
        assert "115 dagar 111 dagar" in table(report_2021, TIMES)
        assert "i genomsnitt 111 dagar. För två år sedan var det 119 och förra året 115." in (
            flowing(report_2021)
        )

    def test_the_index_is_that_of_the_country(self, report_2021: str) -> None:
        assert "4,2 ej fastställt" in table(report_2021, PREVENTION)
        assert "Riket: 4,2." in flowing(report_2021)

    @pytest.mark.parametrize("share", ["16 %", "21 %", "33 %", "77 %"])
    def test_within_ninety_days(self, share: str, report_2021: str) -> None:
        assert share in table(report_2021, CHILDREN)

    def test_within_ninety_days_from_one_interim_to_another(self, report_2021: str) -> None:
        said = flowing(report_2021)

        assert "Barnenheten avslutade 21 % av utredningarna inom nittio dagar, mot 16 %" in said
        assert "från 50 % vid första delåret 2020 till 77 %" in said

    @pytest.mark.parametrize("share", ["48 %", "72 %", "43 %"])
    def test_in_the_time_that_was_set(self, share: str, report_2021: str) -> None:
        """A raised figure beside each says where it was published."""
        assert re.search(rf"{share} \d 75 % ej fastställt", table(report_2021, OUTPATIENT))

    @pytest.mark.parametrize("figures", ["79 15 19 %", "45 12 27 %"])
    def test_who_answered(self, figures: str, report_2021: str) -> None:
        assert figures in table(report_2021, "Brukarundersökningar 2021")

    @pytest.mark.parametrize(
        ("title", "figures"),
        [
            ("Nationell brukarundersökning, vårdnadshavare", "47 % (7 av 15)"),
            ("Nationell brukarundersökning, vårdnadshavare", "50 %"),
            ("Nationell brukarundersökning, placerade barn", "100 % (12 av 12)"),
            ("Nationell brukarundersökning, placerade barn", "27 %"),
        ],
    )
    def test_what_was_answered(self, title: str, figures: str, report_2021: str) -> None:
        assert figures in table(report_2021, title)

    def test_a_risk_was_already_known(self, report_2021: str) -> None:
        assert "risken bedöms till 9 (hög)" in flowing(report_2021)


class TestReviewsAndProviders:
    def test_the_followed_up_providers_of_2021_add_up_in_words_and_table(
        self, report_2021: str
    ) -> None:
        """thirteen are ten and two and one"""
        assert (
            "13 utförare: 10 följdes upp (6 uppfyller kraven och 4 behöver åtgärda brister), 2 hade"
            " inga kunder från kommunen och 1 var nystartad." in flowing(report_2021)
        )
        printed = table(report_2021, "Uppföljning av utförare, familjerådgivning")
        for row in ("Uppföljda 10", "uppfyller kraven 6", "behöver åtgärda brister 4"):
            assert row in printed
        assert "Utförare 13" in printed

    def test_nothing_was_audited_in_2021_and_that_is_said(self, report_2021: str) -> None:
        words = "Inga revisioner eller andra externa granskningar gjordes 2021."
        assert words in flowing(report_2021)

    def test_all_eleven_providers_of_2023_meet_the_demands(self, report_2023: str) -> None:
        words = "11 utförare: 11 följdes upp (alla uppfyller kraven)."
        assert words in flowing(report_2023)

    def test_two_audits_and_three_reviews_of_our_own_in_2023(self, report_2023: str) -> None:
        printed = flowing(report_2023)
        assert "2 externa granskningar blev klara 2023." in printed
        assert "3 egna granskningar blev klara 2023." in printed
