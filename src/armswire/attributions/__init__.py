"""Cleaned text in, attributions out: who says (source), with which words (cue), what (content)."""
