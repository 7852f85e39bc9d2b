"""The databases that can hold a register. What differs between them is known here, and nowhere else."""
