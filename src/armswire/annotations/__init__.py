"""Document → AnnotatedDocument: tokens, actors, items, quantities, sums, dates.

Takes a cleaned document, gives what stands where in it and which lexicon entry found it; never joins mentions into
a statement.
"""
