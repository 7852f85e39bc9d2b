"""AnnotatedDocument → Claims and Rejections.

A frame of transfer and the operators stacked on it are composed into stage, polarity, certainty and roles, slot by
slot; never looks at another document or at the database.
"""
