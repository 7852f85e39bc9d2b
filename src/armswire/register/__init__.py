"""The register: claims with their evidence in one SQLite file, and the transfers that they add up to.

Takes articles, claims and rejections (`record.py` is the act), gives claims, transfers, disputes and positions
(`queries.py`). Claims are only ever added; what they add up to is computed from them and can be re-run from nothing.
Leaves to others how claims are read and how the register is shown.
"""
