"""Pictures of many transfers: takes what `register.flows` adds up, gives marks with words and links for the scripts.

Everything that a mark says, and where it leads, is made here, and the table beside a picture is made of the same marks:
the scripts of `static/pictures` only draw.
"""
