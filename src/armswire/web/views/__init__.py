"""Records in the shape that templates lay out: pure functions, frozen results."""
