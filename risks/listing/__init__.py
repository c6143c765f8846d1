from risks.listing.controls import ControlListing
from risks.listing.risks import RiskListing

__all__ = ["ControlListing", "RiskListing"]
