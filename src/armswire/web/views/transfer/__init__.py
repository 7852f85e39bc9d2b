"""A transfer as its page and its dossier show it: each module makes one part, `whole.py` puts them together."""
