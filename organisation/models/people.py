from datetime import date
from typing import ClassVar

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.db.models import F, Q

from organisation.models.units import Unit
from organisation.querysets import MembershipQuerySet


class Role(models.TextChoices):
    STAFF = "staff", "Medarbetare"
    MANAGER = "manager", "Enhetschef"
    COORDINATOR = "coordinator", "Kvalitetssamordnare"
    LEX_SARAH = "lex_sarah", "Lex Sarah-ansvarig"
    INVESTIGATOR = "investigator", "Utredare"
    DECIDER = "decider", "Beslutsfattare"
    SECRETARY = "secretary", "Nämndsekreterare"
    AUDITOR = "auditor", "Revisor"
    ADMIN = "admin", "Systemadministratör"


class User(AbstractUser):
    title = models.CharField(
        "titel",
        max_length=80,
        blank=True,
        help_text="Skrivs ut vid anteckningar och beslut, till exempel socialsekreterare.",
    )

    class Meta(AbstractUser.Meta):
        verbose_name = "användare"
        verbose_name_plural = "användare"

    def __str__(self) -> str:
        return self.get_full_name() or self.username

    @property
    def post(self) -> str:
        """For what is printed and public: the title, and the name where no title is known."""
        return self.title or str(self)


class Membership(models.Model):
    """A person has a role at a unit and below it, between two dates (substitutes too)."""

    user = models.ForeignKey(
        User, on_delete=models.CASCADE, related_name="memberships", verbose_name="person"
    )
    role = models.CharField("roll", max_length=20, choices=Role)
    unit = models.ForeignKey(
        Unit, on_delete=models.PROTECT, related_name="memberships", verbose_name="enhet"
    )
    valid_from = models.DateField("gäller från", default=date(2000, 1, 1))
    valid_to = models.DateField("gäller till och med", null=True, blank=True)

    objects = MembershipQuerySet.as_manager()

    class Meta:
        verbose_name = "uppdrag"
        verbose_name_plural = "uppdrag"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["user", "role", "unit", "valid_from"],
                name="membership_once",
                violation_error_message="Personen har redan rollen vid enheten från det datumet.",
            ),
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gte=F("valid_from")),
                name="membership_valid_in_order",
                violation_error_message="Slutdatum kan inte ligga före startdatum.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user}: {self.get_role_display()}, {self.unit}"
