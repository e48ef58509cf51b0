"""Reads an export with the tools that its readers use, and fails where one of them reads something else.

    cargo run --package xtask --features parquet -- export --format yaml,csv,jsonl,sqlite,parquet --out OUT PATH...
    python3 tests/readers/check.py OUT

Every reader must see the same rows: those of the CSV tables.
"""

import csv
import json
import subprocess
import sys
from pathlib import Path

import duckdb
import jsonschema
import pandas
import yaml
from frictionless import Package, validate

ESCAPE = "'"


def main(out: Path) -> None:
    package = check_frictionless(out / "csv" / "datapackage.json")
    tables = {resource.name: read_csv(out / "csv", resource) for resource in package.resources}
    assert all(tables.values()), "the articles must give every table a row"
    ids = [row["article_id"] for row in tables["articles"]]

    records = check_json_lines(out / "jsonl", ids)
    check_yaml(out / "yaml", records)
    check_datasette(out / "sqlite" / "onrecord.db", tables)
    check_pandas(out, tables)
    check_duckdb(out, tables)
    print(f"{len(ids)} articles, {sum(map(len, tables.values()))} rows: every reader reads the same")


def check_frictionless(descriptor: Path) -> Package:
    """Types, required values, keys and references of every CSV table."""
    report = validate(str(descriptor))
    assert report.valid, report.to_summary()
    checked = sum(task.stats["rows"] for task in report.tasks)
    print(f"frictionless: {len(report.tasks)} tables, {checked} rows valid")
    return Package(str(descriptor))


def read_csv(folder: Path, resource) -> list[dict]:
    """The rows with the types of the descriptor, and the apostrophes that stop formulas taken off."""

    def value(field, cell: str):
        if cell == "":
            return None
        if field.type == "integer":
            return int(cell)
        if field.type == "boolean":
            return {"true": True, "false": False}[cell]
        return cell.removeprefix(ESCAPE)

    with open(folder / resource.path, encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return [{field.name: value(field, row[field.name]) for field in resource.schema.fields} for row in rows]


def check_json_lines(folder: Path, ids: list[str]) -> dict[str, dict]:
    """Each line against the schema beside it."""
    schema = json.loads((folder / "coverage.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    text = (folder / "coverage.jsonl").read_text(encoding="utf-8")
    records = [json.loads(line) for line in text.splitlines()]
    for record in records:
        validator.validate(record)
        assert not set(record) - set(schema["properties"]), "the schema lacks a property"
    assert [record["article"]["id"] for record in records] == ids
    print(f"jsonschema: {len(records)} lines valid")
    return {record["article"]["id"]: record for record in records}


def check_yaml(folder: Path, records: dict[str, dict]) -> None:
    """PyYAML reads YAML 1.1; it must read what the JSON says."""
    for name, record in records.items():
        with open(folder / f"{name}.yaml", encoding="utf-8") as file:
            assert yaml.load(file, getattr(yaml, "CSafeLoader", yaml.SafeLoader)) == record, name
    print(f"PyYAML: {len(records)} files say what the lines say")


def check_datasette(database: Path, tables: dict[str, list[dict]]) -> None:
    command = [sys.executable, "-m", "datasette"]
    inspected = subprocess.run([*command, "inspect", str(database)], check=True, capture_output=True, text=True)
    counts = json.loads(inspected.stdout)["onrecord"]["tables"]
    for name, rows in tables.items():
        assert counts[name]["count"] == len(rows), name

    def get(path: str):
        got = subprocess.run([*command, str(database), "--get", path], check=True, capture_output=True, text=True)
        return json.loads(got.stdout)

    for name in ("statements", "recommendations"):
        page = get(f"/onrecord/{name}.json?_search=the&_shape=objects")
        assert page["filtered_table_rows_count"] > 0, f"no full-text search of {name}"
    for view in ("latest_grades", "who_said_most", "open_asks", "statement_inspections"):
        assert get(f"/onrecord/{view}.json?_shape=array"), view
    print(f"datasette: {len(tables)} tables with as many rows as in CSV, search and views answer")


def same(rows: list[dict], read: pandas.DataFrame, name: str, reader: str) -> None:
    """Values and order, whatever the reader has for empty ones and for days."""
    assert list(read.columns) == list(rows[0]), f"{reader}: columns of {name}"
    assert len(read) == len(rows), f"{reader}: rows of {name}"

    def plain(value):
        if pandas.isna(value):
            return None
        return value.strftime("%Y-%m-%d") if hasattr(value, "strftime") else value

    for column in read.columns:
        found = [plain(value) for value in read[column].astype(object)]
        assert found == [row[column] for row in rows], f"{reader}: {name}.{column}"


def check_pandas(out: Path, tables: dict[str, list[dict]]) -> None:
    for name, rows in tables.items():
        same(rows, pandas.read_parquet(out / "parquet" / f"{name}.parquet"), name, "pandas, Parquet")
        cells = pandas.read_csv(out / "csv" / f"{name}.csv", dtype=str, keep_default_na=False)
        assert len(cells) == len(rows), f"pandas, CSV: {name}"
    lines = pandas.read_json(out / "jsonl" / "coverage.jsonl", lines=True)
    assert len(lines) == len(tables["articles"])
    print("pandas: Parquet, CSV and JSON Lines read")


def check_duckdb(out: Path, tables: dict[str, list[dict]]) -> None:
    for name, rows in tables.items():
        same(rows, duckdb.read_parquet(str(out / "parquet" / f"{name}.parquet")).df(), name, "DuckDB, Parquet")
        cells = duckdb.read_csv(str(out / "csv" / f"{name}.csv"), header=True).df()
        assert len(cells) == len(rows), f"DuckDB, CSV: {name}"
    lines = duckdb.read_json(str(out / "jsonl" / "coverage.jsonl"), format="newline_delimited")
    assert len(lines.df()) == len(tables["articles"])
    print("DuckDB: Parquet, CSV and JSON Lines read")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
