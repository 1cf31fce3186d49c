"""Figures as every benchmark here reports them."""

from typing import Any

Figure = dict[str, Any]  # a value, its unit, its target, and whether it was reached
Figures = dict[str, Figure]


def figure(value: float, unit: str, *, most: float | None = None, least: float | None = None) -> Figure:
    """One of them, with the most or the least that it should be."""
    reached = (most is None or value <= most) and (least is None or value >= least)
    return {"value": round(value, 2), "unit": unit, "target": most if most is not None else least, "reached": reached}


def percentile(values: list[float], part: float) -> float:
    """The value that this part of all lies below; infinity where there is none."""
    ordered = sorted(values) or [float("inf")]
    return ordered[min(len(ordered) - 1, int(len(ordered) * part))]
