"""Every code of a doubt has its row in docs/problems.md, and every row its code."""

import ast
import re
from pathlib import Path

REPO = Path(__file__).resolve().parents[1]


def _names_a_code(called: ast.expr) -> bool:
    """Whether the first thing that is handed on is a code: `Problem("…", …)`, or a date's `point.note("…", …)`."""
    return ast.unparse(called) in ("Problem", "point.note")


def codes_in_the_code() -> set[str]:
    found = set()
    for folder in ("archiver", "spiders", "pipelines"):
        for file in (REPO / folder).rglob("*.py"):
            text = file.read_text(encoding="utf-8")
            for node in ast.walk(ast.parse(text)) if "Problem(" in text or ".note(" in text else ():
                if isinstance(node, ast.Call) and _names_a_code(node.func):
                    first = node.args[0] if node.args else None
                    if isinstance(first, ast.Constant) and isinstance(first.value, str):
                        found.add(first.value)
                    else:
                        assert not isinstance(first, ast.JoinedStr), (
                            f"{file}:{node.lineno}: a code that nobody can grep"
                        )
    return found


def test_every_code_is_explained_and_every_explanation_has_its_code():
    rows = re.findall(r"^\| `([a-z0-9-]+)` \|", (REPO / "docs/problems.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert len(rows) == len(set(rows))
    assert set(rows) == codes_in_the_code()
