"""Dates and spans of days as documents print them, in the six official languages.

"2 December 2024", "le 1er décembre 2024", "2 de diciembre de 2024", "2 декабря 2024 года", "2024年12月2日"
and "2 كانون الأول/ديسمبر 2024" are read alike; Arabic texts name months by one of two names or by both, and
may write Arabic-Indic digits.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

_MONTHS_BY_LANGUAGE = (
    "january february march april may june july august september october november december",
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "_ fevrier _ _ _ _ _ aout _ _ _ decembre",
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "_ _ _ _ _ _ _ _ setiembre _ _ _",
    "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "كانون_الثاني شباط آذار نيسان أيار حزيران تموز آب أيلول تشرين_الأول تشرين_الثاني كانون_الأول",
    "_ _ اذار _ ايار _ _ _ ايلول تشرين_الاول _ كانون_الاول",
    "يناير فبراير مارس أبريل مايو يونيه يوليه أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
    "_ _ _ ابريل _ يونيو يوليو اغسطس _ اكتوبر _ _",
)
_MONTHS = {
    name.replace("_", " "): number
    for names in _MONTHS_BY_LANGUAGE
    for number, name in enumerate(names.split(), start=1)
    if name != "_"
}
_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹０１２３４５６７８９", "0123456789" * 3)

_NAME = "|".join(sorted(map(re.escape, _MONTHS), key=len, reverse=True))
_MONTH = rf"(?:(?:{_NAME})\s*/\s*)?(?P<{{0}}month>{_NAME})(?!\w)\.?"
_DAY = r"(?<!\d)(?P<{0}day>\d{{1,2}})(?:st|nd|rd|th|er|re|º|ª|°|ᵉʳ)?(?!\d)"
_OF = r"\s+(?:de\s+|of\s+)?"
_YEAR = r"(?P<{0}year>\d{{4}})(?!\d)"
_TO = r"(?:\s*[-–—]\s*|\s+(?:to|and|through|au|et|al|a|y|по|и|إلى|الى|و)\s+(?:el\s+|le\s+|the\s+)?)"
_SPAN = re.compile(
    rf"(?:{_DAY.format('a_')}(?:{_OF}{_MONTH.format('a_')}(?:,?\s+(?:del?\s+)?{_YEAR.format('a_')})?)?{_TO})?"
    rf"{_DAY.format('b_')}{_OF}{_MONTH.format('b_')},?\s+(?:del?\s+)?{_YEAR.format('b_')}"
    r"(?:\s*(?:года|г\.))?",
    re.I,
)
_AMERICAN = re.compile(
    rf"{_MONTH.format('b_')}\s+{_DAY.format('a_')}(?:{_TO}{_DAY.format('b_')})?,\s+{_YEAR.format('b_')}", re.I
)
_CHINESE = re.compile(
    r"(?P<a_year>\d{4})\s*年\s*(?P<a_month>\d{1,2})\s*月\s*(?P<a_day>\d{1,2})\s*日"
    r"(?:\s*(?:至|到|-|–|—)\s*(?:(?:(?P<b_year>\d{4})\s*年\s*)?(?P<b_month>\d{1,2})\s*月\s*)?(?P<b_day>\d{1,2})\s*日)?"
)


@dataclass(frozen=True, slots=True)
class Days:
    """A day or a span of days in a text: its first and last day, and where it stands there."""

    first: dt.date
    last: dt.date
    start: int
    end: int

    @property
    def is_span(self) -> bool:
        """Whether it is more than one day."""
        return self.first != self.last


def find_days(text: str) -> list[Days]:
    """All dates and spans of days in a text, in order; days that no calendar has are passed over."""
    plain = text.translate(_DIGITS)
    found = [days for days in _found(plain) if days is not None]
    found.sort(key=lambda days: (days.start, -days.end))
    kept: list[Days] = []
    for days in found:
        if not kept or days.start >= kept[-1].end:
            kept.append(days)
    return kept


def find_date(text: str) -> dt.date | None:
    """The first date in a text, of a span its last day; None if there is none."""
    found = find_days(text)
    return found[0].last if found else None


def is_date(text: str) -> bool:
    """Whether a text is one date or span of days and nothing else."""
    found = find_days(text.strip())
    return bool(found) and (found[0].start, found[0].end) == (0, len(text.strip()))


def _found(text: str) -> Iterator[Days | None]:
    for match in _SPAN.finditer(text):
        last = _day(match["b_year"], _month(match["b_month"]), match["b_day"])
        first = last
        if match["a_day"] and last:
            year = match["a_year"] or match["b_year"]
            first = _day(year, _month(match["a_month"] or match["b_month"]), match["a_day"])
        yield _days(first, last, match)
    for match in _AMERICAN.finditer(text):
        month = _month(match["b_month"])
        first = _day(match["b_year"], month, match["a_day"])
        yield _days(first, _day(match["b_year"], month, match["b_day"] or match["a_day"]), match)
    for match in _CHINESE.finditer(text):
        first = _day(match["a_year"], int(match["a_month"]), match["a_day"])
        last_month = int(match["b_month"] or match["a_month"])
        last = _day(match["b_year"] or match["a_year"], last_month, match["b_day"] or match["a_day"])
        yield _days(first, last if match["b_day"] else first, match)


def _days(first: dt.date | None, last: dt.date | None, match: re.Match[str]) -> Days | None:
    if first is None or last is None:
        return None
    return Days(min(first, last), last, match.start(), match.end())


def _month(name: str) -> int:
    return _MONTHS[" ".join(name.casefold().split())]


def _day(year: str, month: int, day: str) -> dt.date | None:
    try:
        return dt.date(int(year), month, int(day))
    except ValueError:
        return None
