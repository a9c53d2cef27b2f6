"""PDFs that are refused, each with a sentence, and those that must not be."""

import io
import random
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from reportlab.lib.utils import ImageReader

from core.errors import NameplateError
from importers.pdf.legibility import is_legible
from importers.pdf.pictures import PagePictures, page_picture
from importers.pdf_reader import read_pdf
from tests.importers.pdf.printing import Press, locked, pages

ENGLISH = (
    "The General Assembly decides to convene a conference on the illicit trade in small arms and light "
    "weapons in all its aspects, and requests the Secretary-General to report to it on the "
    "implementation of the present resolution. States undertake to put in place, where they do not "
    "exist, adequate laws and procedures to exercise effective control over the production of weapons "
    "within their areas of jurisdiction, and over their export."
)
FRENCH = (
    "L'Assemblée générale décide de convoquer une conférence sur le commerce illicite des armes légères "
    "sous tous ses aspects et prie le Secrétaire général de lui faire rapport sur l'application de la "
    "présente résolution. Les États s'engagent à mettre en place les lois et procédures nécessaires "
    "pour exercer un contrôle effectif sur la production de ces armes dans les zones relevant de leur "
    "juridiction, ainsi que sur leur exportation et transit."
)
SPANISH = (
    "La Asamblea General decide convocar una conferencia sobre el comercio ilícito de armas pequeñas y "
    "ligeras en todos sus aspectos, y solicita al Secretario General que la informe sobre la aplicación "
    "de la presente resolución. Los Estados se comprometen a establecer las leyes y procedimientos "
    "necesarios para ejercer un control efectivo sobre la producción de esas armas en las zonas de su "
    "jurisdicción, así como sobre su exportación e importación."
)
RUSSIAN = (
    "Генеральная Ассамблея постановляет созвать конференцию по незаконной торговле стрелковым оружием "
    "во всех ее аспектах и просит Генерального секретаря представить ей доклад об осуществлении "
    "настоящей резолюции. Государства обязуются принять необходимые законы и процедуры для "
    "осуществления действенного контроля за производством такого оружия в районах, находящихся под их "
    "юрисдикцией, а также за его экспортом, импортом и перевозкой через границы."
)
ARABIC = (
    "تقرر الجمعية العامة عقد مؤتمر بشأن الاتجار غير المشروع بالأسلحة الصغيرة والأسلحة الخفيفة من جميع "
    "جوانبه، وتطلب إلى الأمين العام أن يقدم إليها تقريرا عن تنفيذ هذا القرار. وتتعهد الدول بأن تضع، "
    "حيثما لا توجد، القوانين والإجراءات اللازمة لممارسة رقابة فعالة على إنتاج هذه الأسلحة في المناطق "
    "الخاضعة لولايتها وعلى تصديرها واستيرادها ونقلها، وأن تتعاون فيما بينها على منع وصولها إلى من لا "
    "يحق له حملها، وأن تبلغ الأمم المتحدة بما تتخذه من تدابير في هذا الصدد."
)
CHINESE = (
    "大会决定召开小武器和轻武器非法贸易各方面问题会议，并请秘书长向大会报告本决议的执行情况。各国承诺在没有法律的地方制定必要的法律和程序。"
    * 7
)
NAMES = (
    "Afghanistan 12 4.5 Albania 7 3.1 Algeria 33 8.8 Argentina Australia Austria Azerbaijan Bahrain "
    "Bangladesh Belarus Belgium Bolivia Botswana Brazil Bulgaria Cambodia Cameroon Canada Chile China "
    "Colombia Congo Croatia Cuba Cyprus Denmark Ecuador Egypt Estonia Ethiopia Finland France Gabon "
    "Georgia Germany Ghana Greece Guatemala Guinea Guyana Haiti Honduras Hungary Iceland India "
    "Indonesia Iraq Ireland Israel Italy Jamaica Japan Jordan Kenya Kuwait Latvia"
)


@pytest.mark.parametrize("text", [ENGLISH, FRENCH, SPANISH, RUSSIAN, ARABIC, CHINESE, NAMES, "12 3.4 " * 300])
def test_ordinary_texts_are_legible(text: str) -> None:
    assert is_legible(text)


@pytest.mark.parametrize("seed", range(8))
@pytest.mark.parametrize(
    ("text", "alphabet"),
    [
        (ENGLISH, string.ascii_lowercase),
        (FRENCH, string.ascii_lowercase),
        (RUSSIAN, "абвгдежзийклмнопрстуфхцчшщъыьэюя"),
        (ARABIC, "ابتثجحخدذرزسشصضطظعغفقكلمنهويةىأإء"),
    ],
)
def test_letters_that_are_mixed_up_are_not(text: str, alphabet: str, seed: int) -> None:
    mixed = list(alphabet)
    random.Random(seed).shuffle(mixed)
    assert not is_legible(text.casefold().translate(str.maketrans(alphabet, "".join(mixed))))


@pytest.mark.parametrize("shift", [0xE000 - 32, 29, -29])
def test_shifted_codes_are_not_legible(shift: int) -> None:
    assert not is_legible("".join(chr(ord(sign) + shift) if sign.isalpha() else sign for sign in ENGLISH))


def test_signs_without_meaning_are_not_legible() -> None:
    assert not is_legible("\ue041\ue042\ue043\ue044\ue045\ue046 \ue047")
    assert not is_legible(ENGLISH.replace("e", "\ufffd"))
    assert not is_legible("".join(chr(0x9000 + ord(sign) * 7 % 900) for sign in ENGLISH))


@given(st.text(st.characters(categories=["L", "N", "P", "Zs"], max_codepoint=0x52F), max_size=250))
def test_short_texts_are_not_doubted(text: str) -> None:
    assert is_legible(text)


def refusal(data: bytes) -> str:
    with pytest.raises(NameplateError) as refused:
        read_pdf(data, "paper.pdf")
    assert "paper.pdf" in str(refused.value)
    return str(refused.value)


def test_a_damaged_file_is_refused() -> None:
    assert "damaged" in refusal(b"%PDF-1.7\nnothing of the kind")


def test_a_password_is_asked_for_outside() -> None:
    assert "password" in refusal(pages([(100, 600, ENGLISH[:60])], **locked("secret")))


def test_a_file_protected_against_changes_only_is_read() -> None:
    source = read_pdf(pages([(100, 600, ENGLISH[:60])], **locked("")), "paper.pdf")
    assert [line.text for line in source.lines] == [ENGLISH[:60].strip()]


def picture() -> ImageReader:
    file = io.BytesIO()
    Image.new("RGB", (40, 40), (200, 190, 180)).save(file, "PNG")
    return ImageReader(io.BytesIO(file.getvalue()))


def test_a_scan_is_refused() -> None:
    press = Press()
    press.canvas.drawImage(picture(), 0, 0, 612, 792)
    press.new_page()
    press.canvas.drawImage(picture(), 0, 0, 612, 792)
    press.at(300, 30, "2")
    assert "scan" in refusal(press.pdf())


def test_single_pictures_are_told() -> None:
    press = Press()
    press.paragraph(ENGLISH)
    press.new_page()
    press.canvas.drawImage(picture(), 0, 0, 612, 792)
    press.new_page()
    press.paragraph(ENGLISH)
    source = read_pdf(press.pdf(), "paper.pdf")
    assert source.notes == ("These pages are pictures without text and were passed over: 2.",)


def test_empty_pages_are_refused() -> None:
    press = Press()
    press.new_page()
    press.canvas.showPage()
    assert "no text" in refusal(press.pdf())


def test_a_text_layer_with_other_letters_is_refused() -> None:
    press = Press()
    mixed = list(string.ascii_lowercase)
    random.Random(3).shuffle(mixed)
    press.paragraph(ENGLISH.casefold().translate(str.maketrans(string.ascii_lowercase, "".join(mixed))))
    assert "fonts" in refusal(press.pdf())


def test_pages_are_drawn() -> None:
    data = pages([(100, 600, "One")], [(100, 600, "Two")])
    with PagePictures(data, "paper.pdf") as pictures:
        assert pictures.count == 2
        drawn = Image.open(io.BytesIO(pictures.picture(2, 306)))
        assert drawn.size == (306, 396)
        assert drawn.getpixel((0, 0)) == (255, 255, 255)
        assert drawn.convert("L").getextrema()[0] < 160
        with pytest.raises(NameplateError, match="Page 3"):
            pictures.picture(3, 306)
    assert page_picture(data, 1, 100).startswith(b"\x89PNG")
