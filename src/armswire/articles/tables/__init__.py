"""Rows of tables (CSV, Parquet) → articles. What columns mean is in the lexicon."""
