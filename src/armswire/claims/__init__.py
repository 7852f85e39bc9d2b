"""AnnotatedDocument → Claims and Rejections; never looks at another document or at the database.

Reading starts at `extract.py`, which names the steps in order; `writing.py` fills the claims. The rooms, each importing
only from those before it: `parse`, `parties`, `frames`, `operators` (with `algebra/`), `attribution`, `readings`,
`discourse`, `slots`.
"""
