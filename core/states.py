"""The Member States of the United Nations and the two observer States, by their short names.

The names are those of the United Nations terminology portal (UNTERM, English short names). Reports write
the same State in several ways, even in one document ("Iran (Islamic Republic of)", "Islamic Republic of
Iran"); every way that is listed here, and every way that follows from the short name, leads to one name.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class State:
    """A State: its short name, other names it goes by, and whether it is an observer, not a member."""

    name: str
    aliases: tuple[str, ...] = ()
    observer: bool = False


# One State a line; after the colon other names, divided by semicolons. Names that follow from the short
# name by rule ("Iran" and "Islamic Republic of Iran" from "Iran (Islamic Republic of)") are not listed.
_MEMBERS = """
Afghanistan
Albania
Algeria
Andorra
Angola
Antigua and Barbuda
Argentina
Armenia
Australia
Austria
Azerbaijan
Bahamas
Bahrain
Bangladesh
Barbados
Belarus
Belgium
Belize
Benin
Bhutan
Bolivia (Plurinational State of)
Bosnia and Herzegovina: Bosnia-Herzegovina; Bosnia & Herzegovina
Botswana
Brazil
Brunei Darussalam: Brunei
Bulgaria
Burkina Faso
Burundi
Cabo Verde: Cape Verde
Cambodia
Cameroon
Canada
Central African Republic
Chad
Chile
China: People's Republic of China
Colombia
Comoros
Congo: Republic of the Congo; Congo (Republic of the); Congo-Brazzaville
Costa Rica
Côte d'Ivoire: Ivory Coast
Croatia
Cuba
Cyprus
Czechia: Czech Republic
Democratic People's Republic of Korea: DPRK; North Korea; DPR Korea
Democratic Republic of the Congo: DRC; DR Congo; Congo (Democratic Republic of the); Congo-Kinshasa
Denmark
Djibouti
Dominica
Dominican Republic
Ecuador
Egypt: Arab Republic of Egypt
El Salvador
Equatorial Guinea
Eritrea
Estonia
Eswatini: Swaziland
Ethiopia
Fiji
Finland
France
Gabon
Gambia: Republic of the Gambia; Gambia (Republic of the)
Georgia
Germany: Federal Republic of Germany
Ghana
Greece
Grenada
Guatemala
Guinea
Guinea-Bissau
Guyana
Haiti
Honduras
Hungary
Iceland
India
Indonesia
Iran (Islamic Republic of)
Iraq
Ireland
Israel
Italy
Jamaica
Japan
Jordan: Hashemite Kingdom of Jordan
Kazakhstan
Kenya
Kiribati
Kuwait
Kyrgyzstan: Kyrgyz Republic
Lao People's Democratic Republic: Laos; Lao PDR
Latvia
Lebanon
Lesotho
Liberia
Libya: State of Libya; Libyan Arab Jamahiriya
Liechtenstein
Lithuania
Luxembourg
Madagascar
Malawi
Malaysia
Maldives
Mali
Malta
Marshall Islands
Mauritania
Mauritius
Mexico
Micronesia (Federated States of)
Monaco
Mongolia
Montenegro
Morocco: Kingdom of Morocco
Mozambique
Myanmar: Burma
Namibia
Nauru
Nepal
Netherlands (Kingdom of the): Holland
New Zealand: Aotearoa New Zealand
Nicaragua
Niger
Nigeria
North Macedonia: Republic of North Macedonia; Macedonia; The former Yugoslav Republic of Macedonia
Norway
Oman
Pakistan
Palau
Panama
Papua New Guinea: PNG
Paraguay
Peru
Philippines: Republic of the Philippines
Poland
Portugal
Qatar
Republic of Korea: South Korea; ROK; Korea (Republic of)
Republic of Moldova: Moldova; Moldova (Republic of)
Romania
Russian Federation: Russia
Rwanda
Saint Kitts and Nevis: St. Kitts and Nevis
Saint Lucia: St. Lucia
Saint Vincent and the Grenadines: St. Vincent and the Grenadines
Samoa
San Marino
Sao Tome and Principe
Saudi Arabia: Kingdom of Saudi Arabia; KSA
Senegal
Serbia
Seychelles
Sierra Leone
Singapore
Slovakia: Slovak Republic
Slovenia
Solomon Islands
Somalia
South Africa: RSA
South Sudan
Spain: Kingdom of Spain
Sri Lanka
Sudan: Republic of the Sudan
Suriname
Sweden
Switzerland: Swiss Confederation
Syrian Arab Republic: Syria
Tajikistan
Thailand
Timor-Leste: East Timor
Togo
Tonga
Trinidad and Tobago: Trinidad & Tobago
Tunisia
Türkiye: Turkey; Republic of Türkiye
Turkmenistan
Tuvalu
Uganda
Ukraine
United Arab Emirates: UAE; Emirates
United Kingdom of Great Britain and Northern Ireland: United Kingdom; UK; U.K.; Great Britain; Britain
United Republic of Tanzania: Tanzania; Tanzania (United Republic of)
United States of America: United States; USA; US; U.S.; U.S.A.; America
Uruguay
Uzbekistan
Vanuatu
Venezuela (Bolivarian Republic of)
Viet Nam: Vietnam
Yemen
Zambia
Zimbabwe
"""
_OBSERVERS = """
Holy See: Vatican; Vatican City; Vatican City State
State of Palestine: Palestine
"""
_LONG_FORM = re.compile(r"(?P<short>[^()]+) \((?P<style>[^()]+ of)(?: the)?\)")
_APOSTROPHES = re.compile(r"['’‘ʼ`´.]")
_WORDS = re.compile(r"[^\W_]+")


def _read(lines: str, *, observer: bool) -> tuple[State, ...]:
    states = []
    for line in lines.strip().splitlines():
        name, _, others = line.partition(": ")
        aliases = [other.strip() for other in others.split(";") if other.strip()]
        if long_form := _LONG_FORM.fullmatch(name):
            aliases += [long_form["short"], f"{long_form['style']} {long_form['short']}"]
        states.append(State(name, tuple(aliases), observer))
    return tuple(states)


def _key(name: str) -> str:
    """What two spellings of one name have in common: letters and digits, without "the" and accents."""
    plain = unicodedata.normalize("NFKD", _APOSTROPHES.sub("", name.replace("&", " and ")))
    bare = "".join(letter for letter in plain if not unicodedata.combining(letter)).casefold()
    return " ".join(word for word in _WORDS.findall(bare) if word != "the")


STATES = _read(_MEMBERS, observer=False) + _read(_OBSERVERS, observer=True)
_BY_KEY = {_key(name): state.name for state in STATES for name in (state.name, *state.aliases)}


def canonical_state(name: str) -> str | None:
    """The short name of the State that ``name`` means, None if it means none.

    Case, accents, punctuation and the article make no difference: "the Philippines", "COTE D’IVOIRE",
    "Turkiye" and "Timor Leste" are all found.
    """
    return _BY_KEY.get(_key(name))


def find_states(fragment: str) -> list[str]:
    """The States whose name or other name holds what was typed so far, the likeliest first.

    A name that begins with the fragment comes before one with a later word that does, and that before one
    that merely contains it; within these the order is alphabetical. Nothing typed gives all States.
    """
    wanted = _key(fragment)
    found: dict[str, int] = {}
    for key, name in _BY_KEY.items():
        rank = _closeness(wanted, key)
        if rank is not None:
            found[name] = min(rank, found.get(name, rank))
    return sorted(found, key=lambda name: (found[name], _key(name)))


def _closeness(wanted: str, key: str) -> int | None:
    if key.startswith(wanted):
        return 0
    if f" {wanted}" in key:
        return 1
    return 2 if wanted in key else None
