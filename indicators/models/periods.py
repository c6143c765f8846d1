from datetime import date

from django.db import models


class ReportingPeriod(models.TextChoices):
    """A part of a year with the name it has in reports. All of them begin on 1 January, but for
    the quarters and months."""

    WHOLE_YEAR = "VB", "VB"
    INTERIM_1 = "DA1", "DÅ1"
    INTERIM_2 = "DA2", "DÅ2"
    TERTIAL_1 = "T1", "T1"
    TERTIAL_2 = "T2", "T2"
    QUARTER_1 = "Q1", "kvartal 1"
    QUARTER_2 = "Q2", "kvartal 2"
    QUARTER_3 = "Q3", "kvartal 3"
    QUARTER_4 = "Q4", "kvartal 4"
    MONTH_1 = "M01", "januari"
    MONTH_2 = "M02", "februari"
    MONTH_3 = "M03", "mars"
    MONTH_4 = "M04", "april"
    MONTH_5 = "M05", "maj"
    MONTH_6 = "M06", "juni"
    MONTH_7 = "M07", "juli"
    MONTH_8 = "M08", "augusti"
    MONTH_9 = "M09", "september"
    MONTH_10 = "M10", "oktober"
    MONTH_11 = "M11", "november"
    MONTH_12 = "M12", "december"

    @property
    def last_month(self) -> int:
        return LAST_MONTHS[self]

    def last_day(self, year: int) -> date:
        month = self.last_month
        return date(year, 12, 31) if month == 12 else date(year, month + 1, 1) - date.resolution

    @property
    def from_new_year(self) -> bool:
        return self[0] not in "QM"

    @property
    def in_full(self) -> str:
        """ "DÅ2, januari–augusti": for those who choose."""
        last = MONTHS[self.last_month - 1]
        if self[0] == "M":
            return self.label
        first = MONTHS[0 if self.from_new_year else self.last_month - 3]
        return f"{self.label}, {first}–{last}"

    @property
    def in_print(self) -> str:
        """ "Helår", "Delår 2": for those who do not know the abbreviations."""
        return PRINTED.get(self, self.label.capitalize())

    @classmethod
    def choices_by_kind(cls) -> list[tuple[str, list[tuple[str, str]]]]:
        kinds = {"Helår och delår": "VD", "Tertial": "T", "Kvartal": "Q", "Månad": "M"}
        return [
            (kind, [(period.value, period.in_full) for period in cls if period[0] in letters])
            for kind, letters in kinds.items()
        ]


PRINTED: dict[str, str] = {
    ReportingPeriod.WHOLE_YEAR: "Helår",
    ReportingPeriod.INTERIM_1: "Delår 1",
    ReportingPeriod.INTERIM_2: "Delår 2",
    ReportingPeriod.TERTIAL_1: "Tertial 1",
    ReportingPeriod.TERTIAL_2: "Tertial 2",
}
MONTHS = (
    *("januari", "februari", "mars", "april", "maj", "juni"),
    *("juli", "augusti", "september", "oktober", "november", "december"),
)
# The first interim report closes in April and the second in August, as the tertials do.
LAST_MONTHS: dict[str, int] = {
    ReportingPeriod.WHOLE_YEAR: 12,
    ReportingPeriod.INTERIM_1: 4,
    ReportingPeriod.INTERIM_2: 8,
    ReportingPeriod.TERTIAL_1: 4,
    ReportingPeriod.TERTIAL_2: 8,
    **{f"Q{number}": 3 * number for number in range(1, 5)},
    **{f"M{number:02d}": number for number in range(1, 13)},
}
