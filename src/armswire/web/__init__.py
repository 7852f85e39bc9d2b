"""Pages for the browser: takes records of the register, gives HTML that works without scripts.

`pages/` has a module for each page, `views/` puts records into the shape that a template lays out, `static/` holds
style and scripts. Leaves queries to `register`, words to `wording`, safety to `serving`.
"""
