"""Claims of one transfer into its way from hand to hand; the act is in `find.py`."""
