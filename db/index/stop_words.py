"""Words too common to narrow a search by, in the six languages.

A library holds several languages at once and a query does not tell its own, so a word that is common in one
language but tells something in another (Spanish "sea", French "son", "plus") is left out.
"""

from __future__ import annotations

from db.index.words import folded

_ENGLISH = (
    "a an and are as at be by for from has have in into is it its of on or such that the their this to was "
    "were which with"
)
_FRENCH = (
    "au aux avec ce ces cette dans de des du elle elles en est et eux ils je la le les leur leurs lui mais "
    "ne nous ont ou par pour qu que qui sa sans se ses si sont sur un une vous y aupres ainsi dont cet"
)
_SPANISH = (
    "al ante como con cual cuales de del e el ella ellas ellos en entre es esa ese esta este estos estas "
    "ha han la las lo los ni o para pero por que se segun ser su sus tambien "
    "un una unas unos y ya cuyo cuya"
)
_RUSSIAN = (
    "а без бы был была были было быть в во вот все всех для до его ее если есть же за и из или им их к как "
    "ко которая которое которые который которых ли на над не нее ни но о об обо от по под при с со так также "
    "того тоже той только том ту у что чтобы эта эти этих это этого этой этом"
)
_ARABIC = (
    "في من الي علي عن مع ان او ثم كما التي الذي الذين هذا هذه ذلك تلك قد لا لم لن ما كل بين حتي وفي ومن "
    "وعلي والي وان كان كانت هو هي هم بها به فيها فيه لها له منها منه عليها عليه اي اذا بان لان وهو وهي "
    "وقد ولا"
)
_CHINESE = "的 了 和 与 及 在 是 为 对 于 以 等 或 并 其 之 而"

STOP_WORDS = frozenset(
    folded(word)
    for words in (_ENGLISH, _FRENCH, _SPANISH, _RUSSIAN, _ARABIC, _CHINESE)
    for word in words.split()
)
"""Of all six languages, folded as a query is."""

STOP_WORDS_OF = {
    language: frozenset(folded(word) for word in words.split())
    for language, words in (
        ("en", _ENGLISH),
        ("fr", _FRENCH),
        ("es", _SPANISH),
        ("ru", _RUSSIAN),
        ("ar", _ARABIC),
        ("zh", _CHINESE),
    )
}
"""Those of each language alone, for texts and words whose language is known."""
