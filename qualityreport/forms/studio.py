"""Beside the text: who writes it until when, and what is said of it."""

from typing import Any

from django import forms

from lib.fields import DayField, SeveralField, TextField
from lib.forms import offer
from lib.versioned import form_helper
from organisation.choices import holders_around
from organisation.models import Role, User
from qualityreport.models import Report, Section

WRITERS = (Role.COORDINATOR, Role.MANAGER, Role.LEX_SARAH, Role.DECIDER, Role.STAFF)
READ = (Role.COORDINATOR, Role.MANAGER, Role.LEX_SARAH, Role.DECIDER)


class AssignForm(forms.Form):
    owner = forms.ModelChoiceField(
        label="Ansvarig",
        queryset=User.objects.none(),
        required=False,
        empty_label="Ingen: samordnaren skriver",
        help_text="Ser avsnittet på sin startsida och kan skriva i det.",
    )
    due_on = DayField(label="Klar senast", planned=True, required=False)

    def __init__(self, *args: Any, section: Section, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {"owner": section.owner_id, "due_on": section.due_on})
        super().__init__(*args, **kwargs)
        offer(self, "owner", holders_around(section.report.unit, WRITERS))
        self.helper = form_helper("owner", "due_on")


class CommentForm(forms.Form):
    remark = TextField(
        label="Kommentar",
        rows=3,
        longest=4000,
        help_text="Skrivs inte ut. Rensas när rapporten är beslutad.",
    )
    mentions = SeveralField(
        label="Till",
        queryset=User.objects.none(),
        required=False,
        help_text="Ser den på startsidan.",
    )

    def __init__(self, *args: Any, report: Report, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "mentions", holders_around(report.unit, READ))
        self.helper = form_helper("remark", "mentions", submit="Kommentera")
