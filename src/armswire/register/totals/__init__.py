"""Transfers into totals: the least and the most of things and sums; the rules stand in `reckoning`."""
