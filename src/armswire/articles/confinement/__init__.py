"""Files whose libraries nothing bounds, taken apart in a process with little memory, no files and no network.

`ask.py` is this side, `worker.py` the other one, `jobs.py` says what can be asked.
"""
