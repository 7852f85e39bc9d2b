"""Article → Document. Takes the words of an article out of what surrounds them, and parts them into sentences.

Takes an Article, gives a Document whose every character leads back to the article's text; knows nothing about arms.
Reading starts in `build.py`.
"""
