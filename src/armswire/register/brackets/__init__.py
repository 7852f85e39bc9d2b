"""Numbers, years, sums and designations of a transfer as trade registers print them, and why some are in brackets."""
