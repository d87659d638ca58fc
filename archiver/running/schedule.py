"""When each site is crawled: spread over the night, and printed as what cron or systemd wants. Pure."""

from __future__ import annotations

import shlex
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from pathlib import Path

from archiver.errors import UsageError
from archiver.shapes import ICT


@dataclass(frozen=True, slots=True)
class Slot:
    """One site's place in the night."""

    site: str
    """Slug of the archive."""
    at: time
    """On Vietnam's clock."""
    limit: float
    """Seconds after which its run must be over."""


def slots(limits: Mapping[str, float], start: str, end: str) -> list[Slot]:
    """A place for every site of *limits* (slug to its longest time) between *start* and *end*, evenly, by name.

    >>> [(slot.site, slot.at.isoformat("minutes")) for slot in slots({"b": 60, "a": 60, "c": 60}, "23:30", "01:00")]
    [('a', '23:30'), ('b', '00:00'), ('c', '00:30')]
    """
    begin, until = time.fromisoformat(start), time.fromisoformat(end)
    midnight = datetime(2000, 1, 1, tzinfo=ICT)
    first, last = datetime.combine(midnight, begin), datetime.combine(midnight, until)
    if last <= first:
        last += timedelta(days=1)
    step = (last - first) / max(1, len(limits))
    return [
        Slot(site, (first + number * step).time().replace(second=0, microsecond=0), limits[site])
        for number, site in enumerate(sorted(limits))
    ]


def next_due(slot: Slot, now: datetime) -> datetime:
    """The next time that *slot* comes after *now*.

    >>> from datetime import UTC
    >>> next_due(Slot("a", time(0, 30), 60), datetime(2026, 11, 24, 18, 0, tzinfo=UTC)).isoformat()
    '2026-11-26T00:30:00+07:00'
    """
    today = datetime.combine(now.astimezone(ICT).date(), slot.at, ICT)
    return today if today > now else today + timedelta(days=1)


def cron(plan: Sequence[Slot], *, program: str, root: Path, machine: datetime) -> str:
    """Lines for `crontab -`. *machine*: a moment on the machine's own clock, whose zone cron goes by."""
    lines = [
        f"# archiver: {len(plan)} site(s), {plan[0].at:%H:%M} to {plan[-1].at:%H:%M} in Vietnam; cron: UTC{machine:%z}",
        "# Whatever is mailed needs a look: a run that went well says nothing. Put a MAILTO= line above.",
    ]
    for slot in plan:
        there = datetime.combine(machine.astimezone(ICT).date(), slot.at, ICT).astimezone(machine.tzinfo)
        command = [program, "crawl", slot.site, "--root", str(root), "--max-time", f"{slot.limit:.0f}"]
        # An unescaped % ends a cron command.
        lines.append(f"{there.minute} {there.hour} * * * {shlex.join(command)}".replace("%", r"\%"))
    return "\n".join(lines) + "\n"


SERVICE = """\
# archiver@.service
[Unit]
Description=archiver: crawl %I
Wants=network-online.target
After=network-online.target

[Service]
Type=oneshot
ExecStart={program} crawl %I --root {root}
# 4: another run holds the lock, which is nobody's fault.
SuccessExitStatus=4
TimeoutStartSec={limit}
TimeoutStopSec=60
KillMode=mixed
Nice=10
IOSchedulingClass=idle
MemoryMax=1G
TasksMax=64
# Secrets (ARCHIVER_NOTIFY, ARCHIVER_HEALTHCHECK) stand there, readable for root alone.
EnvironmentFile=-/etc/archiver/secrets
DynamicUser=no
User={user}
UMask=0027
NoNewPrivileges=yes
CapabilityBoundingSet=
ProtectSystem=strict
ReadWritePaths={root}
ProtectHome={home}
PrivateTmp={private_tmp}
PrivateDevices=yes
ProtectKernelTunables=yes
ProtectKernelModules=yes
ProtectKernelLogs=yes
ProtectControlGroups=yes
ProtectClock=yes
ProtectHostname=yes
ProtectProc=invisible
RestrictAddressFamilies=AF_INET AF_INET6 AF_UNIX
RestrictNamespaces=yes
RestrictRealtime=yes
RestrictSUIDSGID=yes
LockPersonality=yes
MemoryDenyWriteExecute=yes
SystemCallArchitectures=native
SystemCallFilter=@system-service
"""

TIMER = """\
# archiver-{unit}.timer
[Unit]
Description=archiver: {site} every night

[Timer]
OnCalendar=*-*-* {at}:00 Asia/Ho_Chi_Minh
RandomizedDelaySec=120
Persistent=yes
Unit=archiver@{escaped}.service

[Install]
WantedBy=timers.target
"""


def systemd(plan: Sequence[Slot], *, program: str, root: Path, user: str) -> dict[str, str]:
    """File name to text, for /etc/systemd/system: one service for all, one timer a site."""
    for path in (program, str(root)):
        if any(character.isspace() or character in "%\"'\\" for character in path):
            raise UsageError(f"{path!r}: systemd units need a path without blanks and quotes. Move it, or use --cron")
    limit = max(slot.limit for slot in plan)
    # A root, or a program, that stands where these would put an empty folder must be seen.
    home = "read-only" if _stands_in(("/home/", "/root/"), program, root) else "yes"
    private_tmp = "no" if _stands_in(("/tmp/", "/var/tmp/"), program, root) else "yes"  # noqa: S108 - whose they are
    units = {
        "archiver@.service": SERVICE.format(
            program=program, root=root, limit=f"{limit + 600:.0f}", user=user, home=home, private_tmp=private_tmp
        )
    }
    for slot in plan:
        escaped = slot.site.replace("-", r"\x2d")  # systemd-escape: '-' would stand for '/'
        units[f"archiver-{slot.site}.timer"] = TIMER.format(
            unit=slot.site, site=slot.site, at=f"{slot.at:%H:%M}", escaped=escaped
        )
    return units


def _stands_in(folders: tuple[str, ...], *paths: str | Path) -> bool:
    return any(f"{path}/".startswith(folders) for path in paths)
