"""Runs the recipes of the README as they stand there, on a folder of saved web pages.

    cargo build --package onrecord
    PATH="target/debug:$PATH" python3 tests/readers/recipes.py README.md tests/pages

Needs `onrecord` and what tests/readers/requirements.txt names on the PATH. Each recipe must have something to show.
"""

import ast
import csv
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

SECTION = re.compile(r"^## Recipes\n(.*?)^## ", re.MULTILINE | re.DOTALL)
BLOCK = re.compile(r"^```(console|python)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
ADDRESS = re.compile(r"<(http://localhost:[^>]+)>")
SECONDS = 30


def main(readme: Path, pages: Path) -> None:
    recipes = SECTION.search(readme.read_text(encoding="utf-8")).group(1)
    (address,) = ADDRESS.findall(recipes)
    pages = pages.resolve()
    with tempfile.TemporaryDirectory() as scratch:
        os.chdir(scratch)
        shutil.copytree(pages, "pages", ignore=lambda folder, names: [n for n in names if not n.endswith(".html")])
        blocks = BLOCK.findall(recipes)
        assert {language for language, _ in blocks} == {"console", "python"}, "a kind of recipe is gone"
        for language, text in blocks:
            run_console(text, address) if language == "console" else run_python(text)
        check_tables(Path("records/csv"))


def run_console(text: str, address: str) -> None:
    for line in text.splitlines():
        command = line.removeprefix("$ ")
        assert command != line, f"no command: {line}"
        print(f"$ {command}", flush=True)
        if command.startswith("datasette "):
            visit(command, address)
        else:
            subprocess.run(command, shell=True, check=True, stdout=subprocess.DEVNULL)


def visit(server: str, address: str) -> None:
    """Starts a server, and asks for the rows of the page that the README names."""
    process = subprocess.Popen(server.split(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        rows = fetch(address + ".csv").splitlines()
    finally:
        process.terminate()
        process.wait()
    assert len(rows) > 1, f"{address} is empty"
    print(f"  {address}: {len(rows) - 1} rows")


def fetch(address: str) -> str:
    end = time.monotonic() + SECONDS
    while True:
        try:
            with urllib.request.urlopen(address) as answer:
                return answer.read().decode("utf-8")
        except OSError as error:
            if time.monotonic() > end:
                raise AssertionError(f"{address} does not answer: {error}") from error
            time.sleep(0.2)


def run_python(text: str) -> None:
    """As a notebook does: the value of the last line is shown."""
    *body, last = ast.parse(text).body
    names: dict = {}
    exec(compile(ast.Module(body, []), "README.md", "exec"), names)
    shown = eval(compile(ast.Expression(last.value), "README.md", "eval"), names)
    assert len(shown) > 0, f"nothing to show: {text}"
    print(shown.to_string(max_colwidth=40))


def check_tables(folder: Path) -> None:
    for name in ("articles", "inspections", "ratings", "statements"):
        with open(folder / f"{name}.csv", encoding="utf-8", newline="") as file:
            assert list(csv.DictReader(file)), f"{name}.csv has no row"


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
