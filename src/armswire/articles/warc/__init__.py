"""Archives of the web → their records, whole or named as damaged. Reading starts in `records.py`."""
