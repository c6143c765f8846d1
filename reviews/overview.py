"""The providers of a year, by service, with how far the year's follow-up has come."""

from dataclasses import dataclass

from django.http import QueryDict
from django.urls import reverse
from django.utils import timezone

from lib.listing import address
from lib.numbers import counted
from lib.periods import Period
from organisation.access import line_of
from organisation.models import User
from reviews import statistics
from reviews.forms import ProviderFilterForm
from reviews.models import Contract, ProviderFollowUp, RequirementResult
from reviews.querysets import READERS
from reviews.words import arithmetic


@dataclass(frozen=True)
class FoundContract:
    contract: Contract
    follow_up: ProviderFollowUp | None
    lacking: int

    @property
    def url(self) -> str:
        return reverse("providers:detail", args=[self.contract.provider_id])

    @property
    def standing(self) -> str:
        if self.follow_up is None:
            return "Inte registrerad"
        if not self.follow_up.was_carried_out:
            return self.follow_up.get_not_because_display()
        if self.lacking:
            return f"Åtgärd krävs, {counted(self.lacking, 'krav', 'krav')}"
        return "Uppföljd"

    @property
    def tone(self) -> str:
        if self.follow_up is None:
            return "waiting"
        if not self.follow_up.was_carried_out:
            return "muted"
        return "late" if self.lacking else "done"


@dataclass(frozen=True)
class ServiceSection:
    name: str
    sum: str
    rows: list[FoundContract]


class ProviderListing:
    """By the year that the address asks for, else this one."""

    def __init__(self, user: User, query: QueryDict) -> None:
        self.query = query
        self.units = line_of(user, *READERS)
        this_year = timezone.localdate().year
        contracts = Contract.objects.within(self.units).select_related("provider")
        every = list(contracts.order_by("provider__name", "starts_on", "pk"))
        first = min((one.starts_on.year for one in every), default=this_year)
        years = range(this_year, min(first, this_year) - 1, -1)
        self.form = ProviderFilterForm(query, year=[(year, str(year)) for year in years])
        self.form.is_valid()
        wanted = self.form.cleaned_data
        self.year: int = wanted.get("year") or this_year
        self.words: str = (wanted.get("q") or "").casefold()
        self.rows = self._found([one for one in every if self._is_wanted(one)])

    def _is_wanted(self, one: Contract) -> bool:
        text = f"{one.provider.name} {one.service}".casefold()
        return one.is_in_force(self.year) and self.words in text

    @property
    def filtered(self) -> bool:
        return bool(self.words)

    def address(self, **changes: str) -> str:
        return address(self.query, **changes)

    def _found(self, contracts: list[Contract]) -> list[FoundContract]:
        ids = [contract.pk for contract in contracts]
        made = ProviderFollowUp.objects.filter(contract_id__in=ids, year=self.year)
        known = {row.contract_id: row for row in made}
        lacking = RequirementResult.objects.filter(
            follow_up__in=[row.pk for row in known.values()],
            result=RequirementResult.Result.ACTION,
        )
        counts: dict[int, int] = {}
        for contract_id in lacking.values_list("follow_up__contract_id", flat=True):
            counts[contract_id] = counts.get(contract_id, 0) + 1
        found = [FoundContract(c, known.get(c.pk), counts.get(c.pk, 0)) for c in contracts]
        return sorted(found, key=lambda one: one.contract.service.casefold())

    def services(self) -> list[ServiceSection]:
        """Each with the sum that closes, of all its providers however the list is narrowed."""
        period = Period.of(self.year, None)
        sums = {one.service.casefold(): one for one in statistics.services(self.units, period)}
        by_service: dict[str, list[FoundContract]] = {}
        for row in self.rows:
            by_service.setdefault(row.contract.service.casefold(), []).append(row)
        return [
            ServiceSection(rows[0].contract.service, arithmetic(sums[key]), rows)
            for key, rows in by_service.items()
            if key in sums
        ]
