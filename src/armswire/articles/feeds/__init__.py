"""Feeds and sitemaps → their entries, in one shape for whoever reads them from a file or watches them.

Takes the bytes of an RSS, Atom or JSON feed, a sitemap or an index of sitemaps; gives a `Feed` of `Entry` records;
leaves fetching to `fetching`. Reading starts in `parse.py`; `entry_article.py` makes articles of entries.
"""
