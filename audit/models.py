from django.db import models
from django.utils import timezone

from audit.querysets import EventQuerySet


class Event(models.Model):
    """One thing that someone did or saw.

    Names stand beside ids, so that the log outlives what it describes. Append-only: the database
    refuses every change (audit/guard.py).
    """

    class Action(models.TextChoices):
        CREATE = "create", "Skapade"
        CHANGE = "change", "Ändrade"
        DELETE = "delete", "Tog bort"
        READ = "read", "Läste"
        LIST = "list", "Visade lista"
        SEARCH = "search", "Sökte"
        EXPORT = "export", "Exporterade"
        DOWNLOAD = "download", "Laddade ner"
        LOGIN = "login", "Loggade in"
        LOGIN_FAILED = "login_failed", "Misslyckad inloggning"
        LOGOUT = "logout", "Loggade ut"
        DENIED = "denied", "Nekades åtkomst"
        PURGE = "purge", "Gallrade loggen"
        BUILD = "build", "Startade ett arbete"

    at = models.DateTimeField("tidpunkt", default=timezone.now, editable=False)
    actor_id = models.BigIntegerField("användarens id", null=True)
    actor_name = models.CharField("användare", max_length=200, blank=True)
    action = models.CharField("händelse", max_length=20, choices=Action.choices)
    object_type = models.CharField("objekttyp", max_length=100, blank=True)
    object_id = models.CharField("objektets id", max_length=64, blank=True)
    label = models.CharField("beteckning", max_length=200, blank=True)
    unit_id = models.BigIntegerField("enhetens id", null=True)
    unit_name = models.CharField("enhet", max_length=200, blank=True)
    changes = models.JSONField("ändrade fält", default=dict, blank=True)
    detail = models.JSONField("uppgifter", default=dict, blank=True)
    reason = models.TextField("skäl", blank=True)
    request_id = models.CharField("anropets id", max_length=64, blank=True)
    ip = models.GenericIPAddressField("ip-adress", null=True)

    objects = EventQuerySet.as_manager()

    class Meta:
        verbose_name = "logghändelse"
        verbose_name_plural = "logghändelser"
        indexes = [
            models.Index(fields=["actor_id", "at"], name="audit_event_actor_at"),
            models.Index(fields=["object_type", "object_id", "at"], name="audit_event_object_at"),
        ]

    def __str__(self) -> str:
        what = self.label or f"{self.object_type} {self.object_id}".strip()
        return f"{self.actor_name}: {self.get_action_display()} {what}".strip()


class Seal(models.Model):
    """One link of the hash chain over events, in the order of sealing (audit/chain.py).

    A number and not a foreign key leads to the event: the seal of the last purged event stays as
    the chain's new beginning.
    """

    position = models.PositiveBigIntegerField("plats i kedjan", primary_key=True)
    event_id = models.PositiveBigIntegerField("händelsens id", unique=True)
    digest = models.CharField("händelsens kontrollsumma", max_length=64)
    link = models.CharField("länk", max_length=64)
    sealed_at = models.DateTimeField("förseglad", default=timezone.now)

    class Meta:
        verbose_name = "försegling"
        verbose_name_plural = "förseglingar"
        ordering = ["position"]

    def __str__(self) -> str:
        return f"{self.position}:{self.link}"


class Door(models.Model):
    """While a row stands here the triggers let deletions through.

    Only `services.opened_door` writes it, and takes it away in the same transaction: no other
    transaction ever sees the door open.
    """

    opened_at = models.DateTimeField("öppnad", default=timezone.now)

    class Meta:
        verbose_name = "öppnad gallring"
        verbose_name_plural = "öppnade gallringar"

    def __str__(self) -> str:
        return f"{self.opened_at:%Y-%m-%d %H:%M}"
