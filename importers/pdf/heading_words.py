"""The words by which a printed line is known for a heading: "Article 5", "Chapitre II", "Статья 3"."""

from __future__ import annotations

import re

TITLE_WORD = re.compile(
    r"(?:Article|Articles|ARTICLE|Art\.|Annex|ANNEX|Annexe|ANNEXE|Anexo|ANEXO|Appendix|APPENDIX|Chapter|CHAPTER|"
    r"Chapitre|CHAPITRE|Capítulo|CAPÍTULO|Section|SECTION|Sección|Part|PART|Partie|PARTIE|Parte|PARTE|Artículo|"
    r"ARTÍCULO|Статья|СТАТЬЯ|Глава|ГЛАВА|Раздел|РАЗДЕЛ|Часть|Приложение|ПРИЛОЖЕНИЕ|المادة|الفصل|الباب|المرفق|الجزء)"
    r"(?:\s+(?:[\dIVXLC٠-٩]{1,6}|premier|[^\W\d_]{1,12}))?\s*[.:]?(?=$|\s)"
)
TITLE_ALONE = re.compile(TITLE_WORD.pattern + r"\s*[*†]?$")
