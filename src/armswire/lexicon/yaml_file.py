"""One YAML file into plain values, faster than PyYAML's own construction and stricter about keys given twice."""

from __future__ import annotations

from importlib.resources.abc import Traversable
from typing import Any

import yaml

from armswire.errors import LexiconError

_STRING = "tag:yaml.org,2002:str"
_SEQUENCE = "tag:yaml.org,2002:seq"
_MAPPING = "tag:yaml.org,2002:map"

_Parser: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _DataLoader(_Parser):  # type: ignore[misc]  # the base is chosen at run time
    """Builds strings, lists and mappings directly; leaves numbers, truth values and null to PyYAML.

    Nine of ten nodes of our files are strings: this halves the time of loading the lexicon.
    """

    def __init__(self, stream: str) -> None:
        super().__init__(stream)
        self._tags: dict[str, str] = {}

    def resolve(self, kind: type[yaml.Node], value: str, implicit: tuple[bool, bool]) -> str:
        if kind is not yaml.ScalarNode or not implicit[0]:
            return str(super().resolve(kind, value, implicit))
        if value[:1] not in self.yaml_implicit_resolvers:
            return _STRING
        tag = self._tags.get(value)  # keys and truth values come again and again
        if tag is None:
            tag = self._tags[value] = str(super().resolve(kind, value, implicit))
        return tag

    def descend_resolver(self, parent: yaml.Node | None, index: object) -> None:
        """Nothing: PyYAML keeps track here of the path, for resolvers that depend on it; ours don't."""

    def ascend_resolver(self) -> None:
        """Nothing, as above."""

    def get_single_data(self) -> object:
        node = self.get_single_node()
        return None if node is None else self._value(node)

    def _value(self, node: yaml.Node) -> object:
        if node.tag == _STRING:
            return node.value
        if node.tag == _SEQUENCE:
            return [child.value if child.tag == _STRING else self._value(child) for child in node.value]
        if node.tag == _MAPPING:
            return self._mapping(node)
        return self.construct_object(node, deep=True)

    def _mapping(self, node: yaml.Node) -> dict[object, object]:
        values: dict[object, object] = {}
        for key_node, value_node in node.value:
            key = self._value(key_node)
            if not isinstance(key, str | int | float | bool | None):
                raise yaml.constructor.ConstructorError(None, None, "a key must be a word", key_node.start_mark)
            if key in values:
                raise yaml.constructor.ConstructorError(None, None, f"the key {key!r} twice", key_node.start_mark)
            values[key] = self._value(value_node)
        return values


def read_yaml(name: str, file: Traversable) -> object:
    """The values of a YAML file; `name` is what messages call it.

    Raises LexiconError for a file that cannot be read, is not UTF-8 or not YAML, or gives a key twice.
    """
    try:
        return yaml.load(file.read_text(encoding="utf-8"), Loader=_DataLoader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        place = f"{name}, line {mark.line + 1}" if mark is not None else name
        problem = f"is not YAML that we take: {getattr(error, 'problem', error)}"
        raise LexiconError(problem, place=place, remedy="Mend the syntax") from error
    except (OSError, UnicodeDecodeError) as error:
        raise LexiconError(f"cannot be read: {error}", place=name, remedy="Check the file; it must be UTF-8") from error
