"""Takes transfers, gives what many of them come to: flows, legs, stages by month. Leaves the drawing to others.

`rows` makes slim rows of each transfer when it is reconciled, so that `queries` can add up a hundred thousand of them
without decoding one.
"""
