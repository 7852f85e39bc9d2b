"""Asks other machines for pages and feeds: only where that is safe, and never for more than was wanted.

An address comes from a feed, a page or a redirect, so it is as hostile as a text: it may name this machine, a printer
in the same house, or an endless stream. `addresses` says what may be asked, `network` holds every connection to it,
`limits` how much and how long, `fetcher` fetches, `robots` asks each host first what it wants.
"""
