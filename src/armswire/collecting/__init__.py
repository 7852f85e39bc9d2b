"""Web addresses → articles. Asks politely, keeps what it is told to keep, and reads whatever kind of thing answers.

Joins `fetching`, which knows nothing of articles, and `articles`, which asks nobody.
"""
