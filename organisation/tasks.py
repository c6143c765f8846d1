import logging

from celery import shared_task
from django.core.mail import send_mail

from organisation.models import User

log = logging.getLogger(__name__)


@shared_task(name="organisation.tasks.send_letter")  # type: ignore[untyped-decorator]
def send_letter(receiver_id: int, subject: str, body: str) -> None:
    address = User.objects.values_list("email", flat=True).get(pk=receiver_id)
    try:
        send_mail(subject, body, None, [address])
    except OSError as error:  # smtplib's errors are among them
        log.warning("mail to user %s was not sent: %s", receiver_id, type(error).__name__)
