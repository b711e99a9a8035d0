"""The page about the format says what the models say, and its examples are right."""

import sys
from pathlib import Path

import pytest
from pydantic import BaseModel, TypeAdapter

from game.scenario.loader import read

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tools"))

import make_format_docs as maker  # noqa: E402

WORDS = maker.rows()
MODELS = list(dict.fromkeys(maker.models()))
KEYS = [(model, name) for model in MODELS for name in model.model_fields]
SHORTENED = "(shortened here)"


def test_the_committed_page_is_what_the_tool_makes() -> None:
    assert maker.PAGE.read_text("utf-8") == maker.page()


def test_every_row_of_words_is_about_a_key_that_exists() -> None:
    keys = {
        key
        for model in MODELS
        for key in (f"{model.__name__}.{field.alias or name}" for name, field in model.model_fields.items())
    }
    shared = {"*." + key.split(".")[1] for key in keys}
    assert set(WORDS) <= keys | shared


@pytest.mark.parametrize(("model", "name"), KEYS, ids=[f"{model.__name__}.{name}" for model, name in KEYS])
def test_every_example_is_what_its_key_takes(model: type[BaseModel], name: str) -> None:
    field = model.model_fields[name]
    key = field.alias or name
    example, meaning = maker.row(model, key, WORDS)
    root, faults = read(example, "example")
    assert root and not faults
    value = root.plain
    assert isinstance(value, dict) and list(value) == [key]
    if SHORTENED not in meaning:
        kind: object = field.rebuild_annotation()
        TypeAdapter(kind).validate_python(value[key])
