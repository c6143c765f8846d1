from organisation.models.people import Membership, Role, User
from organisation.models.policies import LegalReference, SmallNumberPolicy
from organisation.models.quality import Process, QualityArea, QualityAreaMapping, QualityAreaSet
from organisation.models.units import Unit, UnitClosure

__all__ = [
    "LegalReference",
    "Membership",
    "Process",
    "QualityArea",
    "QualityAreaMapping",
    "QualityAreaSet",
    "Role",
    "SmallNumberPolicy",
    "Unit",
    "UnitClosure",
    "User",
]
