"""Configuration only. Cases are never served here: the admin knows neither scope nor read log."""

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin

from organisation.models import (
    LegalReference,
    Membership,
    Process,
    QualityArea,
    QualityAreaMapping,
    QualityAreaSet,
    SmallNumberPolicy,
    Unit,
    User,
)


class MembershipInline(admin.TabularInline[Membership, User]):
    model = Membership
    extra = 1


@admin.register(User)
class PersonAdmin(UserAdmin[User]):
    inlines = (MembershipInline,)
    fieldsets = (*(UserAdmin.fieldsets or ()), ("Befattning", {"fields": ("title",)}))


@admin.register(Unit)
class UnitAdmin(admin.ModelAdmin[Unit]):
    list_display = ("name", "level", "operation", "parent", "valid_from", "valid_to")
    list_filter = ("level", "operation")
    search_fields = ("name", "slug")


@admin.register(LegalReference)
class LegalReferenceAdmin(admin.ModelAdmin[LegalReference]):
    list_display = ("duty", "act", "citation", "valid_from", "valid_to")
    list_filter = ("duty", "act")


@admin.register(SmallNumberPolicy)
class SmallNumberPolicyAdmin(admin.ModelAdmin[SmallNumberPolicy]):
    list_display = ("unit", "audience", "minimum_base", "minimum_count", "valid_from", "valid_to")


@admin.register(Process)
class ProcessAdmin(admin.ModelAdmin[Process]):
    list_display = ("number", "name", "kind", "target_group", "unit")


@admin.register(QualityArea)
class QualityAreaAdmin(admin.ModelAdmin[QualityArea]):
    list_display = ("name", "set", "order")
    list_filter = ("set",)


admin.site.register([QualityAreaSet, QualityAreaMapping])
admin.site.site_header = admin.site.site_title = "Inställningar"
