"""Files → Article. Reads what came in and leaves it unchanged.

Takes paths, folders and standard input; gives one Article, or one ArticleError, for each thing that came in;
leaves cleaning and understanding to others. Reading starts in `read.py`.
"""
