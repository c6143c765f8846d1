"""Two versions side by side, what has changed since, and what a correction says of itself."""

import pytest
from django.test import Client
from django.urls import reverse

from lib.refusals import Refused
from organisation.models import User
from qualityreport import services
from qualityreport.comparing import Change, as_lines, changes
from qualityreport.models import Report, ReportVersion, VersionState
from qualityreport.render import html
from qualityreport.render import report as rendered
from tests.factories.organisation import Organisation
from tests.factories.reports import make_version, write
from tests.qualityreport.conftest import investigated


def differences(before: ReportVersion, after: ReportVersion) -> list[tuple[str, str, str]]:
    assert before.snapshot and after.snapshot
    found = changes(before.snapshot["document"], after.snapshot["document"])
    return [(change.place, change.before, change.after) for change in found]


def test_a_changed_text_is_shown_before_and_after(report: Report) -> None:
    write(report, "syfte", "<p>Vi följer upp.</p>")
    before = make_version(report)
    write(report, "syfte", "<p>Vi följer upp året.</p>")
    after = make_version(report)
    assert differences(before, after) == [("Syfte", "Vi följer upp.", "Vi följer upp året.")]


def test_a_changed_figure_is_shown_in_its_row(report: Report, organisation: Organisation) -> None:
    before = make_version(report)
    investigated(organisation.intake, "risk")
    after = make_version(report)
    rows = [change for change in differences(before, after) if "Inkomna" in change[1]]
    assert any("Inkomna: 0" in old and "Inkomna: 1" in new for _, old, new in rows)


def test_equal_versions_differ_in_nothing(report: Report, cases: None) -> None:
    assert differences(make_version(report), make_version(report)) == []


def test_what_came_and_went_is_marked_and_never_markup(report: Report) -> None:
    write(report, "syfte", "<p>Ett &lt;b&gt; tal.</p>")
    before = make_version(report)
    write(report, "syfte", "<p>Ett annat tal.</p>")
    assert before.snapshot
    (change,) = changes(
        before.snapshot["document"],
        make_version(report).snapshot["document"],  # type: ignore[index]
    )
    assert change.marked == ("Ett <del>&lt;b&gt;</del> tal.", "Ett <ins>annat</ins> tal.")


def test_a_correction_of_a_long_text_shows_what_differs_and_a_few_words_around() -> None:
    words = [f"ord{number}" for number in range(200)]
    after = [*words[:150], "nytt", *words[150:]]
    (line,) = as_lines([Change("Syfte", "Text", " ".join(words), " ".join(after))])
    assert line["before"] == f"… {' '.join(words[142:158])} …"
    assert line["after"] == f"… {' '.join(words[142:150])} nytt {' '.join(words[150:158])} …"


def test_a_correction_that_ends_differently_shows_its_end() -> None:
    (line,) = as_lines([Change("Syfte", "Text", "Vi följer upp.", "Vi följer upp. Varje år.")])
    assert (line["before"], line["after"]) == ("Vi följer upp.", "Vi följer upp. Varje år.")


def test_the_page_compares_the_two_newest(client: Client, karin: User, report: Report) -> None:
    for text in ("Ett.", "Två.", "Tre."):
        write(report, "syfte", f"<p>{text}</p>")
        make_version(report)
    client.force_login(karin)
    page = client.get(reverse("qualityreport:compare", args=[report.pk]))
    assert (page.context["before"].number, page.context["after"].number) == (2, 3)
    older = client.get(reverse("qualityreport:compare", args=[report.pk]), {"fran": "1"})
    assert older.context["changes"][0].before == "Ett."


def test_what_changed_since_the_version_is_told(
    client: Client, karin: User, report: Report
) -> None:
    version = make_version(report)
    client.force_login(karin)
    url = reverse("qualityreport:since", args=[report.pk, version.number])
    assert "säger detsamma" in client.get(url).text
    write(report, "syfte", "<p>Nytt.</p>")
    assert [change.after for change in client.get(url).context["changes"]] == ["Nytt."]


def test_a_delivered_report_is_corrected_only_with_a_reason(report: Report, karin: User) -> None:
    make_version(report, VersionState.PUBLISHED)
    with pytest.raises(Refused, match="skälet"):
        services.request_build(report=report, actor=karin)


def test_a_correction_prints_its_reason_and_what_it_changed(report: Report) -> None:
    write(report, "syfte", "<p>Vi följer upp 2022.</p>")
    make_version(report, VersionState.PUBLISHED)
    write(report, "syfte", "<p>Vi följer upp 2023.</p>")
    correction = make_version(report, reason="Fel år i syftet")
    assert correction.snapshot
    text = html(correction.snapshot["document"])
    assert "Fel år i syftet" in text
    assert "Vi följer upp 2022." in text
    assert rendered(correction.snapshot["document"]).pages > 1
