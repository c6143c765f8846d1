"""Every form of the product, who sends it, and what a proper person sends."""

from tests.proper_forms import (
    cases,
    config,
    file_reviews,
    indicators,
    measures,
    registers,
    reports,
    reviews,
)
from tests.proper_forms.cases import report
from tests.proper_forms.config import PASSWORD
from tests.proper_forms.form import Form

FORMS = [
    form
    for register in (cases, measures, registers, file_reviews, reviews, indicators, reports, config)
    for form in register.FORMS
]

__all__ = ["FORMS", "PASSWORD", "Form", "report"]
