"""A person's controls as a calendar feed: codes and days, nothing else (design.md 5)."""

from datetime import date, datetime, timedelta

from icalendar import Calendar, Event

from organisation.models import User
from risks.models import Control
from risks.people import mine
from risks.schedule import WAITING, Occasion, State, occasions
from risks.wheel import happened_to

PRODUCT = "-//Kvalitet//Egenkontroller//SV"


def feed(user: User, today: date, now: datetime, host: str) -> bytes:
    """This year's and the next year's occasions; those made or called off are left out."""
    controls = list(Control.objects.visible_to(user).open_on(today).filter(mine(user)))
    held = happened_to(controls)
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", "Egenkontroller")
    for control in controls:
        for year in (today.year, today.year + 1):
            for occasion in occasions(control, held[control.pk], year, today):
                if occasion.state in WAITING:
                    calendar.add_component(_event(control, occasion, now, host))
    return bytes(calendar.to_ical())


def _event(control: Control, occasion: Occasion, now: datetime, host: str) -> Event:
    event = Event()
    event.add("uid", f"{control.pk}-{occasion.on.isoformat()}@{host}")
    event.add("dtstamp", now)
    event.add("dtstart", occasion.on)
    event.add("dtend", occasion.on + timedelta(days=1))
    late = " (försenad)" if occasion.state == State.MISSED else ""
    event.add("summary", f"Egenkontroll {control.code} senast{late}")
    event.add("transp", "TRANSPARENT")
    return event
