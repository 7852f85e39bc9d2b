"""Armswire: news articles into an evidence-backed register of international arms transfers and military aid."""

__version__ = "0.1.0"
