"""The pages: what the register holds, to look at and to judge in a browser."""
