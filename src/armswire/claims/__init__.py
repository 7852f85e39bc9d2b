"""AnnotatedDocument → Claims and Rejections; never looks at another document or at the database.

Reading starts at `extract.py`. Words of transfer (`frames`) with who and what stands in their roles (`arguments`,
`participants`, `item_phrases`) are composed with the operators over them (`stacking`, `composition`, `algebra/`),
judged (`judging`), completed from the text around them (`context`, `anaphora`), and written as claims (`writing`).
"""
