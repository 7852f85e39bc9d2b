"""The slots of a claim beside its parties: items, sum, date, end use."""
