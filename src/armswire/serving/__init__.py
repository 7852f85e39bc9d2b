"""What pages and API need to stand on: registers borrowed by threads, safety of every answer, who is let in.

Takes requests and lends registers; gives refusals and headers. Leaves to `web` and `api` what is shown.
"""
