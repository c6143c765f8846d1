"""Configuration only. Cases are never served here: the admin knows neither scope nor read log."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.models import Group
from django.db.models import Model
from django.http import HttpRequest

from audit.models import Event
from audit.services import record
from organisation.models import (
    Duty,
    LegalReference,
    Membership,
    Process,
    QualityArea,
    QualityAreaMapping,
    QualityAreaSet,
    Referral,
    RiskScale,
    RiskScaleStep,
    ServiceArea,
    SmallNumberPolicy,
    TargetGroup,
    Unit,
    User,
)

if TYPE_CHECKING:
    Base = admin.ModelAdmin[Any]
else:
    Base = object


def _log(
    request: HttpRequest, action: Event.Action, row: Model, fields: Iterable[str] = ()
) -> None:
    """Who gave whom which right must be known, and Django's own log can be rewritten."""
    detail = {"fields": list(fields)}
    unit = getattr(row, "unit", None)
    record(actor=request.user, action=action, obj=row, label=str(row), unit=unit, detail=detail)


class Logged(Base):
    """Every change of a setting is an event, in the transaction of the change."""

    def log_addition(self, request: HttpRequest, obj: Model, message: Any) -> Any:
        _log(request, Event.Action.CREATE, obj)
        return super().log_addition(request, obj, message)

    def log_change(self, request: HttpRequest, obj: Model, message: Any) -> Any:
        own = (part.get("changed", {}) for part in message if isinstance(part, dict))
        _log(request, Event.Action.CHANGE, obj, (name for c in own for name in c.get("fields", ())))
        return super().log_change(request, obj, message)

    def log_deletions(self, request: HttpRequest, queryset: Any) -> Any:
        for row in queryset:
            _log(request, Event.Action.DELETE, row)
        return super().log_deletions(request, queryset)

    def save_formset(self, request: HttpRequest, form: Any, formset: Any, change: bool) -> None:
        super().save_formset(request, form, formset, change)
        for row in formset.new_objects:
            _log(request, Event.Action.CREATE, row)
        for row, fields in formset.changed_objects:
            _log(request, Event.Action.CHANGE, row, fields)
        for row in formset.deleted_objects:
            _log(request, Event.Action.DELETE, row)


class Kept(Logged):
    """Ended by a date, never deleted: the page that asks would list the cases that hang on it."""

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False


class MembershipInline(admin.StackedInline[Membership, User]):
    model = Membership
    extra = 0


@admin.register(User)
class PersonAdmin(Kept, UserAdmin[User]):
    """What a person may do follows from the memberships; Django's own groups are not used."""

    inlines = (MembershipInline,)
    filter_horizontal = ()
    list_display = ("username", "first_name", "last_name", "title", "is_active")
    list_filter = ("is_active", "is_staff")
    fieldsets = (
        (None, {"fields": ("username", "password")}),
        ("Personen", {"fields": ("first_name", "last_name", "title", "email")}),
        ("Kontot", {"fields": ("is_active", "is_staff", "is_superuser", "last_login")}),
    )
    readonly_fields = ("last_login",)


@admin.register(Unit)
class UnitAdmin(Kept, admin.ModelAdmin[Unit]):
    list_display = ("name", "level", "operation", "parent", "valid_from", "valid_to")
    list_filter = ("level", "operation")
    search_fields = ("name", "slug")

    def get_readonly_fields(self, request: HttpRequest, obj: Unit | None = None) -> tuple[str, ...]:
        """A unit is not moved, because its history would move with it: it ends and is succeeded."""
        return ("parent",) if obj else ()


@admin.register(LegalReference)
class LegalReferenceAdmin(Logged, admin.ModelAdmin[LegalReference]):
    list_display = ("duty", "act", "citation", "valid_from", "valid_to")
    list_filter = ("duty", "act")


@admin.register(SmallNumberPolicy)
class SmallNumberPolicyAdmin(Kept, admin.ModelAdmin[SmallNumberPolicy]):
    """A rule that has been in force stays with its motive: it is ended, and a new one is made."""

    list_display = ("unit", "audience", "minimum_base", "minimum_count", "valid_from", "valid_to")

    def get_readonly_fields(
        self, request: HttpRequest, obj: SmallNumberPolicy | None = None
    ) -> tuple[str, ...]:
        if obj is None:
            return ()
        return (
            *("unit", "audience", "minimum_base", "minimum_count"),
            *("counts_shown_down_to", "motive", "valid_from"),
        )


@admin.register(ServiceArea)
class ServiceAreaAdmin(Kept, admin.ModelAdmin[ServiceArea]):
    list_display = ("name", "unit", "order")


@admin.register(TargetGroup)
class TargetGroupAdmin(Logged, admin.ModelAdmin[TargetGroup]):
    list_display = ("name", "age_from", "age_to", "unit")


@admin.register(Duty)
class DutyAdmin(Logged, admin.ModelAdmin[Duty]):
    list_display = ("role", "unit", "order")


@admin.register(Referral)
class ReferralAdmin(Logged, admin.ModelAdmin[Referral]):
    list_display = ("way", "url", "contact")


class RiskScaleStepInline(admin.TabularInline[RiskScaleStep, RiskScale]):
    model = RiskScaleStep
    extra = 0


@admin.register(RiskScale)
class RiskScaleAdmin(Logged, admin.ModelAdmin[RiskScale]):
    """A new scale begins on a day: what was assessed before keeps the one it was assessed by."""

    inlines = (RiskScaleStepInline,)
    list_display = ("unit", "steps", "medium_from", "high_from", "valid_from")


@admin.register(Process)
class ProcessAdmin(Kept, admin.ModelAdmin[Process]):
    list_display = ("number", "name", "kind", "target_group", "unit")


@admin.register(QualityArea)
class QualityAreaAdmin(Logged, admin.ModelAdmin[QualityArea]):
    list_display = ("name", "set", "order")
    list_filter = ("set",)


@admin.register(QualityAreaSet, QualityAreaMapping)
class OtherAdmin(Logged, admin.ModelAdmin[Any]):
    pass


admin.site.site_header = admin.site.site_title = "Inställningar"
admin.site.unregister(Group)
