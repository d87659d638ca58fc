"""What holds for every test: a machine that others use is slow, and that is no fault of what is tested."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

# By default Hypothesis fails an example of more than 200 ms, and a test whose first ten take longer than a second.
settings.register_profile("busy", settings(), deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("busy")
