"""Exports: a register as files for others. Takes an open register, gives bytes; never asks the database itself.

The same register gives the same bytes in every format.
"""
