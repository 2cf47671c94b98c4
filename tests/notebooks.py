"""The notebooks of `examples/`: their cells are run as a notebook runs them, and what they show is written into them.

    python tests/notebooks.py --write

needs no Jupyter: a cell is a piece of Python whose last expression is shown, as HTML where it offers that.
"""

from __future__ import annotations

import ast
import json
import os
import sys
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parents[1] / "examples"


def played(path: Path) -> str:
    """The text of a notebook with the outputs that its cells have now."""
    notebook = json.loads(path.read_text(encoding="utf-8"))
    names: dict[str, Any] = {"__name__": "__main__"}
    count = 0
    for cell in notebook["cells"]:
        if cell["cell_type"] == "code":
            count += 1
            cell["execution_count"] = count
            cell["outputs"] = outputs("".join(cell["source"]), names, count)
    return json.dumps(notebook, ensure_ascii=False, indent=1) + "\n"


def outputs(source: str, names: dict[str, Any], count: int) -> list[dict[str, Any]]:
    """What a cell shows: its last expression, unless that is nothing."""
    tree = ast.parse(source)
    last = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
    exec(compile(tree, "<cell>", "exec"), names)
    value = eval(compile(ast.Expression(last.value), "<cell>", "eval"), names) if isinstance(last, ast.Expr) else None
    if value is None:
        return []
    data = {"text/plain": repr(value).splitlines(keepends=True)}
    if hasattr(value, "_repr_html_"):
        data = {"text/html": [value._repr_html_()], **data}
    return [{"data": data, "execution_count": count, "metadata": {}, "output_type": "execute_result"}]


def main() -> None:
    """Writes the outputs into the notebooks, or shows them."""
    os.environ |= {"COLUMNS": "80", "NO_COLOR": "1"}
    for path in sorted(FOLDER.glob("*.ipynb")):
        text = played(path)
        if "--write" in sys.argv:
            path.write_text(text, encoding="utf-8")
        else:
            sys.stdout.write(text)


if __name__ == "__main__":
    main()
