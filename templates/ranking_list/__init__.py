"""The ranking list: places, points, the minimum line and the limit line."""
