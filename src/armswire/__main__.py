"""`python -m armswire`."""

from __future__ import annotations

from armswire.cli.main import main

main()
