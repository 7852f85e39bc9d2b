"""Lists as people ask for them: filtered, sorted, a page at a time, with the counts by which they can be narrowed.

`transfer_filter.py` says which transfers are wanted, `facets.py` what there is among them, `words.py` finds claims and
articles by their words, `paging.py` cuts a list into pages that stay right while articles are added.
"""
