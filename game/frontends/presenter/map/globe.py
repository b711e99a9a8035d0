"""Positions on the globe, flattened about a centre in Lambert's azimuthal equal-area projection."""

import math

EARTH = 6371.0088
"""The mean radius of the earth in kilometres."""

Position = tuple[float, float]
"""Latitude and longitude in degrees, north and east positive."""


def project(latitude: float, longitude: float, centre: Position) -> tuple[float, float]:
    """Returns a position in radii of the earth east and north of the centre; the antipode lies at distance 2."""
    p, c, turn = math.radians(latitude), math.radians(centre[0]), math.radians(longitude - centre[1])
    east = math.cos(p) * math.sin(turn)
    north = math.cos(c) * math.sin(p) - math.sin(c) * math.cos(p) * math.cos(turn)
    toward = math.sin(c) * math.sin(p) + math.cos(c) * math.cos(p) * math.cos(turn)
    share = math.sqrt(2 / max(1e-9, 1 + toward))
    return share * east, share * north
