"""What a web page says of itself → facts: title, outlet, authors, section, language, canonical address, day.

Takes the tree of a page, gives `PageFacts`; leaves the article's text to others. Reading starts in `page_facts.py`.
"""
