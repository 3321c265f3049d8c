"""Wire shapes of guides."""

from mashangban.domains.guides.schemas.items import (
    GuideBasis,
    GuideContent,
    GuideDone,
    GuideForm,
    GuideHead,
    GuideHeadsQuery,
    GuideMaterial,
    GuideRow,
    GuidesQuery,
    GuideStage,
    GuideStep,
    GuideView,
    GuideWindow,
    GuideWithdrawal,
    GuideWork,
)

__all__ = [
    "GuideBasis",
    "GuideContent",
    "GuideDone",
    "GuideForm",
    "GuideHead",
    "GuideHeadsQuery",
    "GuideMaterial",
    "GuideRow",
    "GuideStage",
    "GuideStep",
    "GuideView",
    "GuideWindow",
    "GuideWithdrawal",
    "GuideWork",
    "GuidesQuery",
]
