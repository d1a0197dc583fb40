"""The contract of layers: a further one is a module of its own and one line where they are listed, and everything else follows."""

from __future__ import annotations

import re
import shutil
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import ClassVar, Self

import pytest

from duidu.anchors.document import Document
from duidu.layers import layers as listing
from duidu.layers.contract import AddressedCorpus, Edit, Gone, Layer
from duidu.model.faults import Fault
from duidu.project.conversion.convert import convert
from duidu.read import beside
from duidu.read import schemas as read_schemas
from duidu.read.corpus import Corpus
from duidu.read.folder import is_ours
from duidu.read.yamldata import YamlFile
from tests.projects import ROOT, Project

TEXT = "某市委关于某事的决定\n一、提高认识\n某事很重要。应当依照《某法》办理。\n二、抓好落实\n各级要认真对待。\n"


@dataclass(frozen=True)
class Laws(Layer[str]):
    """The laws that a text names: the whole of a layer, as its own module would have it."""

    documents: tuple[Document, ...]
    name: ClassVar[str] = "laws"

    @classmethod
    def collect(cls, corpus: AddressedCorpus) -> Self:
        return cls(corpus.documents)

    def at(self, document: Document, anchor: str) -> Sequence[str]:
        return ["1. 所指的是《某法》*"] if "《某法》" in document.text(anchor) else []

    def faults(self) -> Iterator[Fault]:
        for document in self.documents:
            if any(self.at(document, anchor) for anchor in document.units):
                yield Fault(PurePosixPath("source", document.id, "text.txt"), 3, 6, "REF001", "《某法》不在目录里", "加上它", warning=True)


@pytest.fixture
def corpus(project: Project) -> Project:
    project.add("city", TEXT)
    return project


def test_a_further_layer_is_collected_shown_and_its_faults_are_reported(corpus: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    without = {page.path: page.text for page in convert(corpus.root).files}
    monkeypatch.setattr(listing, "LAYERS", [*listing.LAYERS, Laws])  # the one line
    conversion = convert(corpus.root)
    assert [fault.code for fault in conversion.faults if fault.code.startswith("REF")] == ["REF001"]
    changed = [page for page in conversion.files if page.text != without[page.path] and page.path.suffix == ".md"]
    assert [page.path.name for page in changed] == ["1.md"]
    assert '<p class="row laws" data-s="h1-p1-t2">1. 所指的是《某法》&#42;</p>' in changed[0].text


@dataclass(frozen=True)
class Remarks(Layer[str]):
    """A layer that people write in a file of its own."""

    files: Mapping[str, YamlFile]
    name: ClassVar[str] = "remarks"

    @classmethod
    def collect(cls, corpus: AddressedCorpus) -> Self:
        return cls({source.meta.id: source.beside[cls.name] for source in corpus.written.sources})

    def at(self, document: Document, anchor: str) -> Sequence[str]:
        return [row["text"] for row in self.files[document.id].data or () if row["unit"] == anchor]

    def faults(self) -> Iterator[Fault]:
        return iter(())

    def confirmed(self, document: Document, units: Collection[str], day: str) -> Iterator[Edit]:
        file = self.files[document.id]
        here = [at for at, row in enumerate(file.data or ()) if not units or row["unit"] in units]
        yield Edit(file, [((at, "read"), f'"{day}"') for at in here])

    @classmethod
    def retired(cls, written: Corpus, gone: Gone) -> Iterator[Edit]:
        file = written.source(gone.document).beside[cls.name]
        lost = [at for at, row in enumerate(file.data or ()) if row["unit"] in gone.replaced]
        yield Edit(file, removed=[(at,) for at in lost], said=[f"评论　第 {at + 1} 条已删" for at in lost])


SCHEMA = """{"besideText": true, "type": ["array", "null"], "items": {"type": "object", "required": ["unit", "text"],
    "properties": {"unit": {"type": "string"}, "text": {"type": "string"}, "read": {"type": "string"}}}}"""


@pytest.fixture
def schemas(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The tool's, and that of the further layer."""
    folder = shutil.copytree(read_schemas.SCHEMAS, tmp_path_factory.mktemp("schemas") / "schemas")
    (folder / "remarks.schema.json").write_text(SCHEMA)
    for module in (read_schemas, beside):
        monkeypatch.setattr(module, "SCHEMAS", folder)
    beside.beside_names.cache_clear()
    yield
    beside.beside_names.cache_clear()


@pytest.mark.usefixtures("schemas")
def test_what_people_write_for_it_needs_a_schema_and_no_reader(corpus: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    file = corpus.root / "source/city/remarks.yml"
    file.write_text("- {unit: h1-p1-t1, text: 说得对}\n")
    monkeypatch.setattr(listing, "LAYERS", [*listing.LAYERS, Remarks])
    (page,) = [page.text for page in convert(corpus.root).files if page.path.name == "1.md"]
    assert '<p class="row remarks" data-s="h1-p1-t1">说得对</p>' in page
    file.write_text("- {unit: h1-p1-t1}\n")
    assert [(str(fault.path), fault.code) for fault in convert(corpus.root).faults if "remarks" in str(fault.path)] == [
        ("source/city/remarks.yml", "DOC002")
    ]


@pytest.mark.usefixtures("schemas")
def test_confirm_and_retire_change_what_it_says_in_its_own_file(corpus: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    file = corpus.root / "source/city/remarks.yml"
    file.write_text("- {unit: h1-p1-t1, text: 说得对}  # 老王\n- {unit: h1-p1-t2, text: 查一查}\n")
    monkeypatch.setattr(listing, "LAYERS", [*listing.LAYERS, Remarks])
    assert corpus.run("build").status == 0
    assert corpus.run("confirm", "city", "h1-p1-t1").out == "已认可 1 处，记入 source/city/remarks.yml\n"
    assert re.fullmatch(
        r"- \{unit: h1-p1-t1, text: 说得对, read: \"[\d-]{10}\"\}  # 老王\n- \{unit: h1-p1-t2, text: 查一查\}\n", file.read_text()
    )
    corpus.edit("city", "应当依照《某法》办理。", "")
    retired = corpus.run("retire", "city", "h1-p1-t2")
    assert (retired.status, "评论　第 2 条已删" in retired.out) == (0, True)
    assert "查一查" not in file.read_text()


@pytest.mark.usefixtures("schemas")
def test_no_raw_text_is_called_like_it() -> None:
    assert is_ours("Remarks.yml")
    assert not is_ours("remark.yml")


def test_every_layer_has_a_name_of_its_own_and_is_listed_once() -> None:
    assert [layer.name for layer in listing.LAYERS] == ["links", "terms", "notes", "questions"]


def test_the_list_is_the_only_place_that_knows_all_layers_but_the_one_that_draws_three_of_them_in_ways_of_their_own() -> None:
    folder = ROOT / "build_tools/duidu"
    knowing = [path for path in folder.rglob("*.py") if all(f".{name} import" in path.read_text() for name in ("links", "terms", "notes"))]
    naming = {path.relative_to(folder).as_posix() for path in knowing if "read" not in path.parts}
    assert naming == {"layers/layers.py", "render/apparatus/counterparts.py"}
