"""How a register of an older version becomes one of this version: one file for each change, run when it is opened."""
