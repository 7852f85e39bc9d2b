"""The knowledge: actors, items, outlets and the words of a language, read from data files.

Takes the files under `data/`, gives looked-up entries; never decides about a text.
"""
