"""What the claims of one transfer do not agree on: questions with sides, one module for each kind of question.

Reading starts at `find.py`. Nobody is right here; a side is what it says, on whose word, in which claims. A change over
time is no dispute: what was denied in January and was done in May is true both times.
"""
