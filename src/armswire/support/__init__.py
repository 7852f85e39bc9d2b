"""The support test: whether the words that are given as the evidence of a value are what the value rests on."""
