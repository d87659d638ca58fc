"""Bounds that keep a walk from walking for ever: one for each sort of address, not one depth for all.

A sort of address (`canonical.pattern`) may be asked as long as it yields: an article, or addresses of articles that
were not known. What yields nothing time after time is left, named in the report, and tried again another night.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

PATIENCE = 10
"""Barren answers in a row before a sort of address is left, while it has never yielded anything."""
PATIENCE_AT_MOST = 40
"""The same for a sort that has yielded much. Between the two it grows by one for each two that yielded."""
FILTERS = 3
"""Pages in a row on which a filter of a list showed nothing new, before it is left: filters come last."""
TWINS = 12
"""Answers in a row that repeat a page already seen, before a sort of address is left."""
WORDS = 4
"""So many times the patience for all words of a folder ('/gioi-thieu/*') as for one sort of address."""
REMEMBERED_AT_MOST = 500
"""Sorts that were left, of which the next night is told."""


def _times(sort: str) -> int:
    return WORDS if sort.endswith("/*") else 1


@dataclass(slots=True)
class Tally:
    """What one sort of address has given so far."""

    asked: int = 0
    yielded: int = 0
    barren: float = 0
    """Answers in a row that gave nothing new."""
    twins: float = 0
    """Those of them, in a row, that repeated a page already seen."""
    row: int = 0
    """How many answers that were."""
    example: str = ""
    recalled: bool = False
    """An earlier night left this sort."""

    @property
    def patience(self) -> int:
        """Barren answers in a row that are still borne."""
        return min(PATIENCE_AT_MOST, PATIENCE + self.yielded // 2)

    def spent(self, times: int = 1) -> str | None:
        """Why this sort is left, or None while it is worth asking with so many *times* the usual patience."""
        if self.twins >= TWINS * times:
            return f"{self.row} answers in a row repeated a page already seen"
        if self.barren >= self.patience * times:
            return f"{self.row} answers in a row gave nothing new"
        return None


@dataclass
class Budgets:
    """The tallies of a run.

    >>> budgets = Budgets()
    >>> for month in range(1, 11):
    ...     budgets.note("/lich?thang", f"http://a.vn/lich?thang={month}", yielded=False)
    >>> budgets.refusal("/lich?thang")
    '10 answers in a row gave nothing new'
    >>> budgets.refusal("/tin/9") is None
    True
    """

    tallies: dict[str, Tally] = field(default_factory=dict)
    left: dict[str, int] = field(default_factory=dict)
    """Sorts that were left, and how many addresses of them were not asked."""
    patterns_at_most: int = 20_000
    lost_causes: dict[str, tuple[int, str]] = field(default_factory=dict)
    """What made addresses hopeless, how many, and one of them."""

    def refusal(self, pattern: str, *, listed: bool = False) -> str | None:
        """Why an address of *pattern* should not be asked now, or None. What a listing names is asked far longer."""
        tally = self.tallies.get(pattern)
        return tally.spent((4 if listed else 1) * _times(pattern)) if tally else None

    def opened(self, pattern: str) -> None:
        """What an address of *pattern* led to has yielded: a month of a calendar, whose days hold the articles."""
        tally = self.tallies.get(pattern)
        if tally is not None:
            tally.barren = tally.twins = 0

    def remembered(self) -> list[list[str | float]]:
        """What the next night should know: the sorts that were left, or would be, for `recall`.

        >>> tonight, tomorrow = Budgets(), Budgets()
        >>> for number in range(10):
        ...     tonight.note("/go/9", f"http://a.vn/go/{number}", yielded=False)
        >>> tomorrow.recall(tonight.remembered())
        >>> tomorrow.refusal("/go/9") is None
        True
        >>> tomorrow.note("/go/9", "http://a.vn/go/77", yielded=False)
        >>> tomorrow.refusal("/go/9")
        '10 answers in a row gave nothing new'
        """
        spent: list[list[str | float]] = [
            [sort, tally.yielded, tally.row, tally.example]
            for sort, tally in self.tallies.items()
            if not sort.startswith(("filter ", "click ")) and tally.spent(_times(sort)) is not None
        ]
        return spent[-REMEMBERED_AT_MOST:]

    def recall(self, remembered: Iterable[list[str | float]]) -> None:
        """Take up what an earlier night learned: of each such sort one more is asked, since it may have changed."""
        for sort, yielded, row, example in remembered:
            tally = Tally(yielded=int(yielded), row=int(row) - 1, example=str(example), recalled=True)
            tally.barren = tally.patience * _times(str(sort)) - 1
            self.tallies[str(sort)] = tally

    def was_left(self, sort: str) -> bool:
        """Whether *sort* was left, tonight or on an earlier night, and has not been taken up again."""
        tally = self.tallies.get(sort)
        return tally is not None and (tally.recalled or sort in self.left)

    def barren_filter(self, names: tuple[str, ...]) -> str | None:
        """The name of a filter, of those that an address has, that shows nothing new whatever its value; or None.

        Where two filters have shown nothing, or one the very list that it should narrow, and none has ever shown
        anything, one look at each other one is enough.
        """
        filters = [tally for name, tally in self.tallies.items() if name.startswith("filter ")]
        deaf = any(tally.twins >= FILTERS for tally in filters)
        idle = deaf or sum(tally.barren >= FILTERS for tally in filters) >= 2
        idle = idle and not any(tally.yielded for tally in filters)
        for name in names:
            tally = self.tallies.get(f"filter {name}")
            if tally is not None and tally.barren >= (1 if idle else FILTERS):
                return f"filter {name}"
        return None

    def refuse(self, pattern: str) -> None:
        """One address of *pattern* was left alone."""
        self.left[pattern] = self.left.get(pattern, 0) + 1

    def note(self, pattern: str, url: str, *, yielded: bool, twin: bool = False, weight: float = 1.0) -> None:
        """An answer came for *url*: did it yield an article, or the address of one; does it repeat a page seen?

        *weight* is how much a barren answer weighs: a listing whose items are all known tells less than an empty page,
        a page that says the words of the last one with other numbers tells more.
        """
        tally = self.tallies.get(pattern)
        if tally is None:
            if len(self.tallies) >= self.patterns_at_most:  # bounded: a site that makes up sorts makes up no memory
                self.tallies.pop(next(iter(self.tallies)))
            tally = self.tallies[pattern] = Tally(example=url)
        tally.asked += 1
        if yielded:
            tally.yielded += 1
            tally.barren = tally.twins = tally.row = 0
            tally.recalled = False
            self.left.pop(pattern, None)
            return
        tally.row += 1
        tally.barren += weight
        tally.twins = tally.twins + weight if twin else 0

    def hopeless(self, why: str, url: str) -> None:
        """*url* was not noted because of its very look."""
        why = why.partition(":")[0]
        count, example = self.lost_causes.get(why, (0, url))
        self.lost_causes[why] = (count + 1, example)

    def hit(self) -> list[str]:
        """The bounds that were hit, for the report."""
        return [
            f"trap: {pattern}: {self.tallies[pattern].spent(_times(pattern)) or 'showed nothing new'};"
            f" {count} more of them not asked, such as those beside {self.tallies[pattern].example}"
            for pattern, count in sorted(self.left.items())
            if pattern in self.tallies and self.tallies[pattern].barren
        ] + [
            f"trap: {why}: {count} addresses not asked, such as {example[:200]}"
            for why, (count, example) in sorted(self.lost_causes.items())
        ]
