"""How reports are handled: configuration alone, never a report."""

from django.contrib import admin

from organisation.admin import Logged
from qualityreport.models import AttestStep, ReportRules


@admin.register(AttestStep)
class AttestStepAdmin(Logged, admin.ModelAdmin[AttestStep]):
    list_display = ("unit", "kind", "order", "title", "role", "level")
    list_filter = ("kind",)


@admin.register(ReportRules)
class ReportRulesAdmin(Logged, admin.ModelAdmin[ReportRules]):
    list_display = ("unit", "file_name", "days_to_summons")
