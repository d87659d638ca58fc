"""How unlikely is what a night brought, given the nights before? Closed forms; nothing is drawn, nothing is fitted.

Rates that are themselves only known from a few nights are not taken for certain: shares are judged by the
beta-binomial distribution, counts by the negative binomial (a Poisson whose rate varies), so that a young archive
doubts itself before it doubts the site.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import exp, lgamma, log, prod, sqrt


def steadiness(nights: Sequence[tuple[int, int]], *, most: float = 300.0) -> float:
    """How many articles' worth of certainty the share of *nights* (found, of) deserves: 4 to *most*.

    Shares that differ from night to night by more than chance explains tell less than their sum of articles would.
    By the method of moments: the variance between nights beyond the binomial one. Each night lends 4 at most.

    >>> steadiness([(10, 10)] * 20), steadiness([(0, 10), (10, 10)] * 10)
    (80.0, 4.0)
    """
    total = sum(of for _, of in nights)
    if not total:
        return 0.0
    share = sum(found for found, _ in nights) / total
    most = min(most, float(total), 4.0 * len(nights))  # a few nights have not shown how uneven they can be
    told = [(found / of, of) for found, of in nights if of >= 3]
    if len(told) < 3 or share in (0.0, 1.0):
        return most
    weights = sum(of for _, of in told)
    within = share * (1 - share) * len(told) / weights
    between = sum(of * (rate - share) ** 2 for rate, of in told) / weights - within
    between -= within * sqrt(2 / len(told))  # one standard error of that very estimate: noise is not unevenness
    if between <= 0:
        return most
    return max(4.0, min(most, share * (1 - share) / between - 1))


def share_at_most(filled: int, of: int, *, usual_filled: float, usual_of: float) -> float:
    """The chance of *filled* or fewer among *of*, when earlier nights had *usual_filled* among *usual_of*.

    >>> share_at_most(0, 3, usual_filled=98, usual_of=100) < 1e-4 < share_at_most(2, 3, usual_filled=98, usual_of=100)
    True
    >>> share_at_most(0, 3, usual_filled=2, usual_of=2) > 1e-2
    True
    """
    a, b = usual_filled + 0.5, usual_of - usual_filled + 0.5  # Jeffreys' prior
    return min(1.0, sum(_beta_binomial(k, of, a, b) for k in range(filled + 1)))


def share_at_least(filled: int, of: int, *, usual_filled: float, usual_of: float) -> float:
    """The chance of *filled* or more among *of*."""
    return share_at_most(of - filled, of, usual_filled=usual_of - usual_filled, usual_of=usual_of)


def together(chances: Sequence[float]) -> float:
    """The chance of nights as odd as these together: Fisher's method for one or two.

    >>> together([0.01]), together([0.01, 0.01]) < 0.002
    (0.01, True)
    """
    product = max(prod(chances), 1e-300)
    return product if len(chances) == 1 else min(1.0, product * (1 - log(product)))


def _beta_binomial(k: int, n: int, a: float, b: float) -> float:
    return exp(
        lgamma(n + 1) - lgamma(k + 1) - lgamma(n - k + 1)
        + lgamma(k + a) + lgamma(n - k + b) - lgamma(n + a + b)
        + lgamma(a + b) - lgamma(a) - lgamma(b)
    )  # fmt: skip


def count_at_most(seen: int, mean: float, size: float) -> float:
    """The chance of *seen* or fewer events where *mean* are usual; *size* small: very uneven, large: Poisson.

    >>> round(count_at_most(0, 3.0, 1e6), 3), round(count_at_most(0, 3.0, 1.0), 3)
    (0.05, 0.25)
    """
    if mean <= 0:
        return 1.0
    chance = size / (size + mean)
    return min(
        1.0,
        sum(
            exp(lgamma(k + size) - lgamma(k + 1) - lgamma(size) + size * log(chance) + k * log(1 - chance))
            for k in range(seen + 1)
        ),
    )


def count_at_least(seen: int, mean: float, size: float) -> float:
    """The chance of *seen* or more events."""
    return 1.0 - count_at_most(seen - 1, mean, size) if seen > 0 else 1.0


def unevenness(counts: Sequence[float]) -> float:
    """The *size* for `count_at_most` that fits *counts*: at least 0.01, at most 1000 (as even as Poisson).

    >>> unevenness([2, 2, 2, 2, 2, 2]), unevenness([0, 0, 0, 0, 0, 12]) < 1
    (1000.0, True)
    """
    if len(counts) < 2:
        return 1.0
    mean = sum(counts) / len(counts)
    spread = sum((count - mean) ** 2 for count in counts) / (len(counts) - 1)
    return 1000.0 if spread <= mean * 1.001 else max(0.01, min(1000.0, mean * mean / (spread - mean)))
