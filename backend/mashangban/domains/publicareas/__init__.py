"""Faults of an estate's public areas (lifts, lights, roads, garages), also by the protocol Open311 GeoReport v2."""
