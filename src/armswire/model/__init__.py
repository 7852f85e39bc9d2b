"""The nouns that every arrow carries: small, frozen, without I/O.

Takes nothing, gives the types; leaves to others how they are found, stored and shown.
"""
