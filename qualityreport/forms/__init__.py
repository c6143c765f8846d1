"""Parse and check; services write."""

from qualityreport.forms.reports import (
    NewStandingTextForm,
    ReportForm,
    SectionForm,
    StandingTextForm,
)

__all__ = ["NewStandingTextForm", "ReportForm", "SectionForm", "StandingTextForm"]
