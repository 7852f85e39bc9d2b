"""Whose word it is: speakers, the press, who passes whose word on."""
