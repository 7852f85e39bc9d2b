"""How well the installed version reads."""

from __future__ import annotations

from fastapi import APIRouter

from armswire.api.answering import Answers
from armswire.api.responses.quality import Quality, tell_quality
from armswire.scoring.measured import load_measured, load_names


def quality_routes(_answers: Answers) -> APIRouter:
    """Where the figures are."""
    routes = APIRouter(tags=["quality"])

    @routes.get("/quality")
    def get_quality() -> Quality:
        """What was measured, by group of texts: counts by stage, polarity and slot, shares, and first readings."""
        return tell_quality(load_measured(), load_names())

    return routes
