"""Forms speak to everybody: label, help, error, field, in that order and tied together."""

import re
from typing import Any

import pytest
from crispy_forms.utils import render_crispy_form
from django import forms
from django.core.files.uploadedfile import SimpleUploadedFile

from start.forms import SampleForm

RIGHT = {
    "title": "Fel mottagare",
    "unit": "intake",
    "occurred_on": "2026-03-02",
    "description": "Brevet gick till fel adress.",
    "grade": "risk",
    "confirmed": "on",
}


def rendered(data: dict[str, Any] | None = None) -> str:
    return str(render_crispy_form(SampleForm(data)))


def part(html: str, name: str) -> str:
    """From one field's wrapper to the next."""
    return html.split(f'id="div_id_{name}"')[1].split('id="div_id_')[0]


def test_label_help_error_and_field_stand_in_that_order() -> None:
    title = part(rendered({}), "title")
    marks = ["<label", "field__help", "field__error", "<input"]
    assert [title.index(mark) for mark in marks] == sorted(title.index(mark) for mark in marks)


@pytest.mark.parametrize("typed", ["", "SN 2026/0117"])
def test_what_is_folded_stands_open_once_it_holds_something(typed: str) -> None:
    folded = rendered({**RIGHT, "reference": typed}).split("<details")[1].split(">")[0]
    assert ("open" in folded) == bool(typed)


def test_help_and_error_are_read_with_the_field() -> None:
    title = part(rendered({}), "title")
    assert 'aria-describedby="id_title_helptext id_title_error"' in title
    assert 'aria-invalid="true"' in title


def test_what_may_be_left_empty_says_so() -> None:
    html = rendered()
    assert "(valfritt)" in part(html, "people")
    assert "(valfritt)" not in part(html, "title")


@pytest.mark.parametrize("name", ["grade", "causes", "seen_at"])
def test_several_boxes_share_a_legend(name: str) -> None:
    assert "<fieldset" in part(rendered(), name)


def test_a_box_of_its_own_has_its_label_after_it() -> None:
    confirmed = part(rendered(), "confirmed")
    assert confirmed.index("<input") < confirmed.index("<label")


def test_a_file_field_has_a_label_of_its_own() -> None:
    assert '<label for="id_attachment">' in part(rendered(), "attachment")


def test_every_link_of_the_error_summary_leads_to_a_field() -> None:
    html = rendered({"email": "eva@", "causes": ["annat"]})
    summary = html.split("data-error-summary")[1].split("</div>")[0]
    targets = re.findall(r'href="#([^"]+)"', summary)
    assert len(targets) == 8
    assert [target for target in targets if f'id="{target}"' not in html] == []


def test_a_form_without_errors_has_no_summary() -> None:
    assert "data-error-summary" not in rendered(RIGHT)


def test_what_was_typed_stands_when_something_else_is_wrong() -> None:
    html = rendered({"description": "Tre sidor text", "email": "eva@"})
    assert "Tre sidor text</textarea>" in html
    assert 'value="eva@"' in html


def test_what_was_typed_is_text_and_never_markup() -> None:
    html = rendered({"description": "</textarea><script>alert(1)</script>{{ 7*7 }}"})
    assert "<script>" not in html
    assert "{{ 7*7 }}" in html


def test_a_form_with_a_file_is_sent_as_multipart() -> None:
    assert 'enctype="multipart/form-data"' in rendered()


def test_several_buttons_tell_which_was_pressed() -> None:
    html = rendered()
    assert 'name="save" value="Spara" class="button button--primary"' in html
    assert 'name="draft" value="Spara utkast" class="button"' in html


def test_errors_that_belong_to_no_field_come_first() -> None:
    form = SampleForm({**RIGHT, "email": "eva@"})
    form.add_error(None, "Ärendet är låst.")
    summary = str(render_crispy_form(form)).split("data-error-summary")[1]
    assert summary.index("Ärendet är låst.") < summary.index("E-post")


def test_a_formset_shows_each_row_with_its_fields() -> None:
    class RowForm(forms.Form):
        name = forms.CharField(label="Namn")

    formset = forms.formset_factory(RowForm, extra=2)()
    html = str(render_crispy_form(formset, SampleForm().helper.__class__()))
    assert html.count("formset-row") == 2
    assert 'name="form-TOTAL_FORMS"' in html


def test_the_sample_is_right_when_filled_in() -> None:
    upload = {"attachment": SimpleUploadedFile("brev.txt", b"Hej")}
    assert SampleForm(RIGHT, upload).is_valid()
