"""An article's text → the day on which it was published, by which rule, and how wide that is.

Start at `date_article.py`, which tries the rules in order.
"""
