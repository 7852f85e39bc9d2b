"""Follows feeds and sites: asks them as often as a plan says, and hands on what is new, each article once.

`plan` is the file that a person writes, `turns` whose turn it is, and that no host is asked twice at once.
"""
