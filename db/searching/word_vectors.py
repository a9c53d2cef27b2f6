"""What words mean by their company: vectors of a static embedding, for words that no thesaurus foresees.

The vectors come inside the package ``wordllama``, of which only the data are used: no code of it is run, and
nothing is fetched. It is loaded when a search by meaning first needs it. A text's vector is the mean of the
vectors of its word pieces (byte pair encoding), and texts on the same matter point in similar directions. It
knows English best, and other languages in the Latin script a little.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from importlib.util import find_spec
from itertools import chain, pairwise
from pathlib import Path
from threading import Lock
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray

from resources.paths import ROOT

Vectors = NDArray[np.float32]
_LOADING = Lock()

_PACKAGE = "wordllama"
_WEIGHTS = "weights/l2_supercat_256.safetensors"
_PIECES = "tokenizers/l2_supercat_tokenizer_config.json"
_WORD = re.compile(r"\w+|[^\w\s]")
_NEVER = 1 << 30
_WORDS_KEPT = 50_000
_LEAST_OF_A_PIECE = 3


class _PiecesOfWords(dict[str, tuple[int, ...]]):
    """The places of words' pieces in the table, kept for the next text."""

    def __init__(self, pieces: Callable[[str], tuple[int, ...]]) -> None:
        super().__init__()
        self._pieces = pieces

    def __missing__(self, word: str) -> tuple[int, ...]:
        if len(self) > _WORDS_KEPT:
            self.clear()
        found = self[word] = self._pieces(word)
        return found


class WordVectors:
    """The vectors of all word pieces, and how words are divided into pieces."""

    def __init__(self, weights: bytes, pieces: bytes) -> None:
        """The vectors as the package holds them: a table in the safetensors format, and a JSON of pieces."""
        size = int.from_bytes(weights[:8], "little")
        head = json.loads(weights[8 : 8 + size])["embedding.weight"]
        start, end = head["data_offsets"]
        table = np.frombuffer(weights[8 + size + start : 8 + size + end], dtype="<f2")
        self._table = table.reshape(head["shape"]).astype(np.float32)
        model = json.loads(pieces)["model"]
        self._places: dict[str, int] = model["vocab"]
        self._joined = {tuple(pair.split(" ")): rank for rank, pair in enumerate(model["merges"])}
        self._of_word = _PiecesOfWords(self._pieces)

    @property
    def width(self) -> int:
        """How many numbers a vector has."""
        return int(self._table.shape[1])

    def of(self, texts: Sequence[str]) -> Vectors:
        """The vectors of texts, one a row, of length 1; nought for a text without words."""
        found = np.zeros((len(texts), self.width), dtype=np.float32)
        for place, text in enumerate(texts):
            pieces = list(chain.from_iterable(map(self._of_word.__getitem__, _WORD.findall(text))))
            if pieces:
                found[place] = self._table[pieces].sum(axis=0) / len(pieces)
        lengths = np.linalg.norm(found, axis=1, keepdims=True)
        return cast(Vectors, found / np.maximum(lengths, 1e-9))

    def knows(self, word: str) -> bool:
        """Whether a word is made of pieces that mean something, and not of single letters."""
        return len(word) >= _LEAST_OF_A_PIECE * len(self._pieces(word))

    def _pieces(self, word: str) -> tuple[int, ...]:
        parts = list(f"▁{word}")
        while len(parts) > 1:
            rank, place = min(
                (self._joined.get(pair, _NEVER), place) for place, pair in enumerate(pairwise(parts))
            )
            if rank == _NEVER:
                break
            parts[place : place + 2] = [parts[place] + parts[place + 1]]
        places = []
        for part in parts:
            if part in self._places:
                places.append(self._places[part])
            else:
                places += [self._places[f"<0x{byte:02X}>"] for byte in part.encode()]
        return tuple(places)


def word_vectors() -> WordVectors | None:
    """The vectors that come with the program; None where the package is not installed.

    They are loaded once: who asks while another thread loads them waits for these.
    """
    with _LOADING:
        return _loaded()


@lru_cache(maxsize=1)
def _loaded() -> WordVectors | None:
    folder = next((each for each in _folders() if (each / _WEIGHTS).is_file()), None)
    if folder is None:
        return None
    return WordVectors((folder / _WEIGHTS).read_bytes(), (folder / _PIECES).read_bytes())


def _folders() -> Iterator[Path]:
    """Where the data may be: in the installed package, or in a packaged program beside its other files."""
    found = find_spec(_PACKAGE)
    if found is not None and found.submodule_search_locations:
        yield from map(Path, found.submodule_search_locations)
    yield ROOT.parent / _PACKAGE


def likeness(vectors: Vectors, query: Any) -> list[float]:
    """How like a query each text is, from 0 (as the usual one, or less) to 1 (as the most alike)."""
    cosines = vectors @ np.asarray(query, dtype=np.float32).reshape(-1)
    usual, most = float(cosines.mean()), float(cosines.max())
    if most - usual < 1e-6:
        return [0.0] * len(cosines)
    return [float(each) for each in np.clip((cosines - usual) / (most - usual), 0.0, None)]
