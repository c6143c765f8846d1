from organisation.models.areas import Duty, RiskScale, RiskScaleStep, ServiceArea, TargetGroup
from organisation.models.people import Membership, Role, User
from organisation.models.policies import LegalReference, SmallNumberPolicy
from organisation.models.quality import Process, QualityArea, QualityAreaMapping, QualityAreaSet
from organisation.models.referrals import Referral
from organisation.models.units import Unit, UnitClosure

__all__ = [
    "Duty",
    "LegalReference",
    "Membership",
    "Process",
    "QualityArea",
    "QualityAreaMapping",
    "QualityAreaSet",
    "Referral",
    "RiskScale",
    "RiskScaleStep",
    "Role",
    "ServiceArea",
    "SmallNumberPolicy",
    "TargetGroup",
    "Unit",
    "UnitClosure",
    "User",
]
