"""One call from its folder to its decision and documents: plain steps, without Prefect.

The commands that only compute call these steps; the flows put the same steps in order.
"""
