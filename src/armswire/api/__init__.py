"""The register for programs: REST under `/api/v1`, described by OpenAPI. Takes requests, gives JSON.

Leaves queries to `register`, safety to `serving`.
"""
