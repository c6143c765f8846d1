"""What of outcomes and surveys may not be told under a policy on small numbers, and why."""

from indicators.protection.outcomes import Place, hidden, place_of
from indicators.protection.sheet import Hidden
from indicators.protection.surveys import AnswerPlace, hidden_answers

__all__ = ["AnswerPlace", "Hidden", "Place", "hidden", "hidden_answers", "place_of"]
