"""The words of the house: plain types that know their own arithmetic and nothing of the world."""
