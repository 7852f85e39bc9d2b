"""Works articles into what follows from the claims, in two steps, each of which can be interrupted after any portion.

`place` puts the claims of some articles into neighbourhoods: new ones, or those that they are alike to, which may so
become one. `settle` reconciles neighbourhoods that have changed. When very many articles come in, each neighbourhood is
reconciled once, not with every portion of them.
"""
