"""Many units of work on one machine or many: a plan on disk, and an engine that carries it out.

The unit is chosen so that doing it twice does no harm: a site for crawling (what its run makes is sealed, or mended by
the next), a piece of a sealed file for reading it again. Engines may lose workers, even themselves; the plan does not.
"""
