"""Search by meaning in French, Spanish, Russian, Arabic and Chinese, in words that the texts do not use."""

from __future__ import annotations

import pytest

from db.workspace import Workspace, create_workspace
from tests.db.samples import document, row

SUBJECTS = (
    "brokers",
    "stocks",
    "marking",
    "tracing",
    "women",
    "youth",
    "ammunition",
    "borders",
    "peace",
    "3d",
)

TEXTS = {
    "fr": (
        "Prennent des mesures efficaces pour prévenir et combattre le courtage illicite des armes légères.",
        "Assurent la gestion sûre et la sécurité physique des stocks détenus par les forces armées.",
        "Veillent à ce que chaque arme porte un marquage distinctif au moment de la fabrication.",
        "Répondent sans retard aux demandes de traçage présentées par d’autres États.",
        "Encouragent la participation pleine et entière des femmes à la prise de décisions.",
        "Saluent la contribution que la jeunesse apporte à la mise en œuvre du Programme d’action.",
        "Prennent note du cadre mondial pour la gestion des munitions classiques.",
        "Renforcent la coopération entre les services des douanes et le contrôle aux frontières.",
        "Tiennent compte de ces dispositions dans les mandats des opérations de maintien de la paix.",
        "Étudient les conséquences de l’impression 3D et des armes de fabrication privée.",
    ),
    "es": (
        "Adoptarán medidas eficaces para prevenir y combatir el corretaje ilícito de armas pequeñas.",
        "Garantizarán la gestión segura y la seguridad física de las existencias de las fuerzas armadas.",
        "Velarán por que cada arma lleve un marcado distintivo en el momento de su fabricación.",
        "Responderán sin demora a las solicitudes de rastreo presentadas por otros Estados.",
        "Alentarán la participación plena y efectiva de las mujeres en la adopción de decisiones.",
        "Acogen con satisfacción la contribución que la juventud hace a la ejecución del Programa de Acción.",
        "Toman nota del marco mundial para la gestión de las municiones convencionales.",
        "Reforzarán la cooperación entre las aduanas y el control de las fronteras.",
        "Tendrán en cuenta esto en los mandatos de las operaciones de mantenimiento de la paz.",
        "Estudiarán las consecuencias de la impresión 3D y de las armas de fabricación privada.",
    ),
    "ru": (
        "Принять эффективные меры по предупреждению и пресечению незаконной брокерской деятельности.",
        "Обеспечить безопасное управление запасами, находящимися в распоряжении вооруженных сил.",
        "Обеспечить нанесение маркировки на каждую единицу в момент изготовления.",
        "Своевременно отвечать на запросы об отслеживании, поступающие от других государств.",
        "Поощрять полноценное участие женщин в принятии решений.",
        "Приветствовать вклад молодежи в осуществление Программы действий.",
        "Принять к сведению глобальную рамочную программу по управлению боеприпасами.",
        "Укреплять сотрудничество между таможенными службами и органами пограничного контроля.",
        "Учитывать эти положения в мандатах операций по поддержанию мира.",
        "Изучить последствия трехмерной печати и оружия частного изготовления.",
    ),
    "ar": (
        "اتخاذ تدابير فعالة لمنع ومكافحة السمسرة غير المشروعة في الأسلحة الصغيرة.",
        "كفالة إدارة المخزونات التي تحتفظ بها القوات المسلحة إدارة مأمونة.",
        "كفالة وسم كل سلاح بعلامة فريدة عند صنعه.",
        "الرد دون تأخير على طلبات التعقب الواردة من دول أخرى.",
        "تشجيع المشاركة الكاملة للمرأة في صنع القرار.",
        "الترحيب بإسهام الشباب في تنفيذ برنامج العمل.",
        "الإحاطة علما بالإطار العالمي لإدارة الذخيرة التقليدية.",
        "تعزيز التعاون بين سلطات الجمارك ومراقبة الحدود.",
        "مراعاة هذه الأحكام في ولايات عمليات حفظ السلام.",
        "دراسة آثار الطباعة الثلاثية الأبعاد والأسلحة المصنوعة بصورة خاصة.",
    ),
    "zh": (
        "采取有效措施防止和打击小武器非法中介活动。",
        "确保武装部队库存的安全管理。",
        "确保每件武器在制造时都有独特的标识。",
        "及时答复其他国家提出的追查请求。",
        "鼓励妇女充分参与决策。",
        "欢迎青年对执行行动纲领作出的贡献。",
        "注意到常规弹药管理全球框架。",
        "加强海关和边境管制部门之间的合作。",
        "在维持和平行动的任务规定中考虑这些规定。",
        "研究三维打印和私人制造武器的影响。",
    ),
}

ASKED = {
    "fr": {
        "les intermédiaires": "brokers",
        "marchands d’armes": "brokers",
        "dépôts de l’armée": "stocks",
        "numéro de série": "marking",
        "d’où vient l’arme": "tracing",
        "les femmes à la table": "women",
        "les jeunes gens": "youth",
        "balles et cartouches": "ammunition",
        "douaniers": "borders",
        "casques bleus": "peace",
        "imprimante 3D": "3d",
        "armes fantômes": "3d",
    },
    "es": {
        "intermediarios": "brokers",
        "traficantes y corredores": "brokers",
        "arsenales del ejército": "stocks",
        "número de serie": "marking",
        "de dónde viene el arma": "tracing",
        "mujeres en la mesa": "women",
        "los jóvenes": "youth",
        "balas y cartuchos": "ammunition",
        "aduaneros": "borders",
        "cascos azules": "peace",
        "impresoras 3D": "3d",
        "armas caseras": "3d",
    },
    "ru": {
        "посредники": "brokers",
        "торговцев оружием": "brokers",
        "армейские склады": "stocks",
        "серийные номера": "marking",
        "откуда взялось оружие": "tracing",
        "роль женщин": "women",
        "молодые люди": "youth",
        "пули и патроны": "ammunition",
        "таможенники": "borders",
        "голубые каски": "peace",
        "миротворцев": "peace",
        "самодельное оружие": "3d",
    },
    "ar": {
        "الوسطاء": "brokers",
        "تجار السلاح": "brokers",
        "مستودعات الجيش": "stocks",
        "الرقم التسلسلي": "marking",
        "مصدر السلاح": "tracing",
        "دور النساء": "women",
        "شباب": "youth",
        "رصاص وخراطيش": "ammunition",
        "موظفو الجمارك": "borders",
        "الخوذ الزرقاء": "peace",
        "قوات حفظ السلام": "peace",
        "أسلحة محلية الصنع": "3d",
    },
    "zh": {
        "中间人": "brokers",
        "军火商": "brokers",
        "军火库": "stocks",
        "序列号": "marking",
        "枪支来源": "tracing",
        "女性的作用": "women",
        "年轻人": "youth",
        "子弹": "ammunition",
        "海关人员": "borders",
        "蓝盔部队": "peace",
        "维和人员": "peace",
        "自制枪支": "3d",
    },
}


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    workspace = create_workspace(tmp_path_factory.mktemp("languages") / "W.db")
    with workspace.write() as work:
        for language, texts in TEXTS.items():
            rows = [row(str(nth), text) for nth, text in enumerate(texts, start=1)]
            short = language.capitalize()
            work.library.add(document(f"A/RES/91/{language}", short, rows, language=language))
        english = [row("1", "To detect shipments by post."), row("2", "To prevent illicit brokering.")]
        work.library.add(document("A/RES/91/en", "En", english, language="en"))
    return workspace


def first_in(workspace: Workspace, query: str, short: str) -> str:
    """The first paragraph found of this language's document."""
    with workspace.read() as work:
        hits = work.search.find(query, document=short, meaning=True)
    return hits[0].reference if hits else ""


@pytest.mark.parametrize(
    ("language", "query", "subject"),
    [(language, query, subject) for language, queries in ASKED.items() for query, subject in queries.items()],
)
def test_what_people_say_finds_what_texts_say(
    library: Workspace, language: str, query: str, subject: str
) -> None:
    short = language.capitalize()
    assert first_in(library, query, short) == f"{short}/{SUBJECTS.index(subject) + 1}"


def test_english_words_find_texts_in_english_and_in_the_other_languages(library: Workspace) -> None:
    assert first_in(library, "middlemen", "En") == "En/2"
    for language in TEXTS:
        short = language.capitalize()
        assert first_in(library, "middlemen", short) == f"{short}/1"
