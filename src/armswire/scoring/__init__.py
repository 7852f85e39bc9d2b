"""How well claims agree with gold: the figures of the claim scheme.

Takes claims and gold as JSON, gives figures; leaves reading to the pipeline.
"""
