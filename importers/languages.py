"""Which of the six official languages a text is in: by its script, and by the small words it is made of.

A text in another language must not pass for one of the six, so their neighbours stand beside them here:
Dutch and German beside English, Portuguese and Italian beside Spanish and French, Ukrainian and Bulgarian
beside Russian, Persian beside Arabic, Japanese beside Chinese.
"""

from __future__ import annotations

import re
from collections import Counter

LANGUAGES = ("ar", "zh", "en", "fr", "ru", "es")
"""The official languages of the United Nations by their codes."""

_READ = 20_000
_WORD = re.compile(r"[^\W\d_]+")
_SCRIPTS = (
    ("arabic", re.compile("[\u0620-\u064a\u066e-\u06d3\ufb50-\ufdff\ufe70-\ufefc]"), 1.0),
    ("han", re.compile("[\u3400-\u4dbf\u4e00-\u9fff]"), 3.0),
    ("kana", re.compile("[\u3041-\u30ff]"), 3.0),
    ("hangul", re.compile("[\uac00-\ud7a3]"), 3.0),
    ("cyrillic", re.compile("[\u0400-\u04ff]"), 1.0),
    ("latin", re.compile("[a-zA-Z\u00c0-\u024f]"), 1.0),
)
"""Scripts, and how many letters of an alphabet a sign of each stands for."""

_LEAST_SHARE = {"latin": 0.08, "cyrillic": 0.05, "arabic": 0.03}
"""The share of small words below which a text says nothing of its language.

In prose it is 0.3 and more; less in Arabic, which writes many of them together with the next word.
"""


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


_SMALL_WORDS: dict[str, dict[str, frozenset[str]]] = {
    "latin": {
        "en": _words(
            "the of and to in that for is on by with as be are its at from or which this not have has been "
            "their all its shall was were an it also such other these those under"
        ),
        "fr": _words(
            "de la le les et des à du en dans que l d pour par sur au aux qui un une est ou son sa ses "
            "avec leur leurs ce ces cette être sont il elle ne pas ainsi s n y"
        ),
        "es": _words(
            "de la el los las y en que a del para por con se su sus una un al es o como lo más entre sobre "
            "sin este esta estos ha han son no le e"
        ),
        "de": _words(
            "der die und das in den von zu mit des dem für auf ist im sich nicht ein eine einer eines als "
            "auch werden durch bei oder sind an aus über nach zur zum hat wird"
        ),
        "nl": _words(
            "de het een en van in op te dat die voor met zijn is niet aan door bij om of ook als worden "
            "wordt tot uit naar over der deze dit"
        ),
        "it": _words(
            "di e il la che le in per i del della un una con dei delle da al sono nel si alla non gli è "
            "degli dell all o ad dal come"
        ),
        "pt": _words(
            "de a o e que do da em os as para com dos das no na por um uma se ao à são não nos nas mais "
            "como ou pela pelo sua seu"
        ),
        "ro": _words("de și a în la cu pentru din al ale care pe prin nu este sau să o un mai după"),
        "sv": _words("och i att av en för på med som den det till är om ett de har inte från eller vid"),
        "da": _words("og i at af en for på med som den det til er om et de har ikke fra eller ved der"),
        "fi": _words("ja on ei että se sekä tai ovat kuin joka myös oli mukaan"),
        "pl": _words("w i na z do się nie o oraz jest dla że przez od po lub za ich jako są"),
        "cs": _words("a v na se je že o k s z do pro ve jako za nebo od by které jsou"),
        "hu": _words("a az és hogy nem is egy ez meg vagy azt kell csak volt mint"),
        "tr": _words("ve bir bu için ile olan olarak da de veya her ya daha gibi kadar"),
        "id": _words("dan yang di untuk dengan dari ini dalam pada adalah atau tidak oleh akan"),
        "sw": _words("ya na wa kwa katika ni za la kuwa cha au kama hiyo"),
        "vi": _words("và của các có trong được cho là với những này không một"),
    },
    "cyrillic": {
        "ru": _words(
            "и в на по с о к из для что не от до при их или а также об как во за у это его ее со его все "
            "которые который том"
        ),
        "uk": _words("і в на з до та що у про для не за від як або їх є а його який також зі й"),
        "be": _words("і ў на з да што у аб для не за ад як або іх а яго таксама"),
        "bg": _words("и на в за от с да се по до не е че са при като или като това към а които чрез"),
        "sr": _words("и у на је за се од са да о које који или као не су из што до"),
        "mk": _words("и на во за од со да се е не по или како што кои до при ги"),
        "mn": _words("нь ба бөгөөд юм энэ байна болон оны улсын"),
    },
    "arabic": {
        "ar": _words(
            "في من على إلى أن التي الذي عن ما هذا هذه أو مع بين كل لا ذلك وفي ومن بما لم قد كما وأن إن غير "
            "إذ وإذ بشأن بها فيها المتعلقة المتعلق "
            "ال يف تم عىل اىل اليت لها هي هو وعلى وإلى أي بعد"
        ),
        "fa": _words("و در به از که را این با است برای آن یک های می خود تا شود بر کرد شده"),
        "ur": _words("کے کی میں ہے اور سے کا کو پر ہیں نے یہ کہ اس ایک"),
    },
}


def language_of(text: str, hint: str = "") -> str:
    """The official language that most of a text is in, empty if it is none of them or cannot be told.

    Only the first 20,000 characters are read. Of a bilingual text it is the language with more of it. The
    ``hint`` is what the file says of itself; it is believed only where the words tell nothing (a list of
    names), since files are often made from one in another language.
    """
    text = text[:_READ]
    weights = {name: len(letters.findall(text)) * weight for name, letters, weight in _SCRIPTS}
    script = max(weights, key=weights.__getitem__)
    if not weights[script]:
        return ""
    hint = hint[:2].lower() if hint[:2].lower() in LANGUAGES else ""
    if script in ("han", "kana"):
        # Japanese is written with both; a few kana in a Chinese text are a name.
        return "zh" if weights["kana"] < weights["han"] / 10 else ""
    candidates = _SMALL_WORDS.get(script, {})
    if not candidates:
        return ""
    letters = next(letters for name, letters, _ in _SCRIPTS if name == script)
    words = Counter(word for word in _WORD.findall(text.casefold()) if letters.match(word))
    return _by_small_words(words, candidates, _LEAST_SHARE[script], hint if hint in candidates else "")


def _by_small_words(
    words: Counter[str], candidates: dict[str, frozenset[str]], least: float, hint: str
) -> str:
    every = words.total()
    shares = {
        language: sum(words[word] for word in small) / every if every else 0.0
        for language, small in candidates.items()
    }
    best = max(shares, key=shares.__getitem__)
    if shares[best] < least:
        return hint
    return best if best in LANGUAGES else ""
