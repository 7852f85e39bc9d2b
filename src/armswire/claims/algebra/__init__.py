"""What each kind of operator makes of the meaning that it governs: functions from meaning to meaning.

`toward` holds those that lead toward a transfer, `away` those that turn away from it and back, `stance` those that say
how somebody stands to what is said; `applied` what all of them are given.
"""
