"""The words of mastheads in the six official languages, as patterns.

They follow the Editorial Manual's front-page layouts and the mastheads of published documents: the name of
the organization and of the organ, the distribution box, session, agenda item, how a resolution was adopted,
sponsors and authors.
"""

from __future__ import annotations

import re

NAME = re.compile(
    r"(?:united nations|nations unies|naciones unidas|организация объединенных наций|联合国|الأمم المتحدة|"
    r"(?:the )?(?:general assembly|security council|economic and social council|human rights council)|"
    r"l?['’]?assemblée générale|conseil de sécurité|conseil économique et social|"
    r"asamblea general|consejo de seguridad|consejo económico y social|"
    r"генеральная ассамблея|совет безопасности|экономический и социальный совет|"
    r"大\s*会|安全理事会|经济及社会理事会|الجمعية العامة|مجلس الأمن|المجلس الاقتصادي والاجتماعي|"
    r"economic commission for [a-z ]+|inland transport committee|"
    r"(?:first|second|third|fourth|fifth|sixth) committee|(?:première|deuxième|troisième|quatrième|cinquième|"
    r"sixième) commission|(?:primera|segunda|tercera|cuarta|quinta|sexta) comisión|"
    r"(?:первый|второй|третий|четвертый|пятый|шестой) комитет|第[一二三四五六]委员会|"
    r"اللجنة (?:الأولى|الثانية|الثالثة|الرابعة|الخامسة|السادسة))",
    re.I,
)
BOX = re.compile(
    r"distr\b.*|original\s*[:：].*|(?:arabic|chinese|english|french|russian|spanish)(?: only)?|"
    r"(?:arabe|chinois|anglais|français|russe|espagnol|español|inglés|francés|ruso|chino|عربي|中文)|"
    r"(?:general|limited|restricted)|\d{2}-\d{5}.*|\*\d{7}\*|ge\.\d\d-\d+.*|please recycle.*|"
    r"\d{6}|check against delivery",
    re.I,
)
SESSION = re.compile(
    r"(?=.{5,90}$)(?:.*(?:first|second|third|th|nd|st|rd|ième|ieme|ière|seconde|\d+e)\b.* session"
    r"|.+ período (?:extraordinario )?(?:de emergencia )?de sesiones(?: (?:extraordinario|de emergencia))*"
    r"|.+(?:ая|яя) (?:специальная |чрезвычайная )*сессия|第.{1,9}届.{0,6}会议|الدورة\s.+"
    r"|.*\b(?:resumed|special) session)",
    re.I,
)
LETTER = r"(?:\s*[（(]?\s*(?:[a-zа-я]{1,3}|[\u0621-\u064a])\s*[)）])"
NUMBER = rf"\d+(?:\.\d+)*{LETTER}?"
AND = r"(?:\s*[,;、和至و]\s*|\s+(?:and|to|et|à|y|a|и)\s+)"
NUMBERS = rf"(?P<number>{NUMBER}(?:{AND}(?:{NUMBER}|[（(][a-z]{{1,3}}[)）]))*)"
OF_WHAT = (
    r"[\s*]*(?:of the (?:draft |revised )?(?:provisional agenda|preliminary list|agenda|list)"
    r"|de l['’]ordre du jour(?: provisoire)?|de la liste préliminaire"
    r"|del (?:programa|temario)(?: provisional)?|de la lista preliminar"
    r"|(?:предварительной )?повестки дня|(?:предварительного|первоначального) перечня(?: пунктов)?"
    r"|من (?:جدول الأعمال(?: المؤقت)?|القائمة الأولية))?"
)
STARS = r"[\s*†‡]*"
ITEM = re.compile(
    rf"(?:(?:agenda )?items?|points?|temas?|пункты?|البند(?:ان|ين)?|البنود)\s+{NUMBERS}{OF_WHAT}{STARS}"
    rf"|(?:临时|暂定)?(?:议程|项目表|初步项目表|暂定项目表)?{STARS}"
    rf"项目\s*{NUMBERS.replace('number', 'zh')}{STARS}",
    re.I,
)
ADOPTED = re.compile(
    r"(?:resolutions?|decisions?) adopted (?:by|on|without)|adopted by the security council|"
    r"(?:résolutions?|décisions?) adoptées? (?:par|le)|adoptée par le conseil de sécurité|"
    r"(?:resoluci(?:ón|ones)|decisi(?:ón|ones)) (?:aprobad|adoptad)as? (?:por|el)|"
    r"aprobada por el consejo de seguridad|"
    r"(?:резолюци[яи]|решени[ея]),? приняты?[еоая]* |принятая? советом безопасности|"
    r"\d{4}年\d{1,2}月\d{1,2}日.*(?:大会|理事会).*(?:决议|决定|通过)|(?:大会|安全理事会).*通过|"
    r"(?:قرار|مقرر)(?:ات)? (?:اتخذته|اتخذتها|اتخذه|اعتمدته|اعتمدتها)|(?:الذي )?اتخذه مجلس الأمن",
    re.I,
)
SPONSORS = re.compile(
    r".*(?:draft (?:resolution|decision)|projet de (?:résolution|décision)|"
    r"proyecto de (?:resolución|decisión)|проект (?:резолюции|решения)|(?:决议|决定)草案|مشروع (?:قرار|مقرر))"
    rf"(?: révisé| revisado)?{STARS}",
    re.I,
)
AUTHOR = re.compile(
    r"(?:report|note|memorandum|letter|statement) (?:of|by|from) the "
    r"(?:secretary|president|chair|high commissioner|director|secretariat|committee|group|panel|working|"
    r"first|second|third|fourth|fifth|sixth|executive|special rapporteur)|"
    r"(?:identical )?letters? dated|(?:submitted|prepared|presented|transmitted|proposal submitted) by|"
    r"working paper(?: submitted| prepared)?|(?:note|corrigendum|report) (?:by|submitted)|"
    r"(?:rapport|note|lettre|mémorandum) (?:d[ue]|de la|de l['’]|datée)\b|(?:présenté|soumis|établi)e? par|"
    r"document de travail|"
    r"(?:informe|nota|carta|memorando) (?:del?|de la|de fecha)\b|(?:presentad|preparad)[oa] por|"
    r"documento de trabajo|"
    r"(?:доклад|записка|письмо) (?:генерального|председателя|секретариата|группы|комитета|от|первого)|"
    r"(?:представлен|подготовлен)[оаы]?\b|рабочий документ|"
    r".{1,20}的?(?:报告|说明|信|提交|编写)$|"
    r"(?:تقرير|مذكرة|رسالة|وثيقة) (?:من|الأمين|مقدم|مؤرخة|اللجنة|الفريق|عمل)",
    re.I,
)
MEETING = re.compile(
    r"\b(?:conference|meeting of states|conférence|reunión|конференция|совещание)\b|会议|مؤتمر", re.I
)
BASIS = re.compile(r"[\[［]")
NOTICE = re.compile(
    r"advance (?:unedited|version)|unedited (?:version|copy)|version avancée|versión avanzada", re.I
)
NUMBERED_TITLE = re.compile(
    r"(?P<number>[1-9]\d{0,3}/\d{1,3}(?: ?[A-Z](?=\s*[.:–—-]))?|"
    r"(?:[A-Z]{1,2}-)?\d{1,4}(?: [A-Z])? ?\([IVXLC-]+\))"
    r"\s*(?:[.:．。]|[–—-](?=\s)|(?=[\u3400-\u9fff\u0600-\u06ff]))\s*(?P<title>.*)"
)
OPENING = re.compile(
    r"(?:the (?:general assembly|security council|economic and social council|human rights council|"
    r"(?:first|second|third|fourth|fifth|sixth) committee|conference of the parties|commission on [\w ]+)"
    r"|l['’]assemblée générale|le conseil (?:de sécurité|économique et social|des droits de l['’]homme)"
    r"|la asamblea general|el consejo (?:de seguridad|económico y social|de derechos humanos)"
    r"|генеральная ассамблея|совет безопасности|экономический и социальный совет|совет по правам человека"
    r"|大会|安全理事会|经济及社会理事会|人权理事会"
    r"|إن (?:الجمعية العامة|مجلس الأمن|المجلس الاقتصادي والاجتماعي|مجلس حقوق الإنسان))\s*[,،，：:]",
    re.I,
)
BODY = re.compile(
    r"(?:1\s*[.．、]|I\s*[.．]\s*\S|一\s*、|"
    r"[*]?(?:summary|contents|résumé|table des matières|sommaire|resumen|índice|"
    r"резюме|содержание|摘要|目录|موجز|المحتويات)$|"
    r"(?:article|artículo|статья|المادة)\s+(?:1|premier|i)\b|第一条|"
    r"(?:annex|annexe|anexo|приложение|المرفق|附件)\b)",
    re.I,
)
PLACE = re.compile(r"(?P<place>[^\W\d][^\d,،，]{1,40}(?:,[^\d,]{2,20})?)[,،，]\s*(?:from |du |del |с |من )?")
AGENDA = re.compile(
    r"(?:(?:revised |draft |annotated |annotations to the )*(?:provisional agenda|agenda)"
    r"|(?:projet d['’])?ordre du jour(?: provisoire)?(?: annoté)?"
    r"|(?:proyecto de )?(?:programa|temario)(?: provisional)?(?: anotado)?"
    r"|(?:аннотированная |пересмотренная )*(?:предварительная )?повестка дня"
    r"|(?:经修订的?)?(?:附加说明的)?(?:临时)?议程(?:说明)?"
    r"|(?:مشروع )?جدول الأعمال(?: المؤقت)?(?: المشروح)?)"
    rf"{STARS}(?:$|\s(?:of|for|de|du|del|des|pour|para)\b.*)",
    re.I,
)
"""The title of an agenda, alone or with the meeting it belongs to."""

MEETING_NAME = re.compile(
    r"(?:the )?(?:[\w-]+ )?(?:united nations |preparatory committee for the )*"
    r"(?:(?:biennial |review |open-ended |expert |annual )*(?:conference|meeting of (?:states|governmental))|"
    r"preparatory committee|working group|group of governmental experts)\b"
    r"|(?:\w+ )?(?:conférence|réunion|comité préparatoire|groupe de travail)\b"
    r"|(?:\w+ )?(?:conferencia|reunión|comité preparatorio|grupo de trabajo)\b"
    r"|(?:[\w-]+ )?(?:конференция|созываемое|совещание|подготовительный комитет|рабочая группа)\b"
    r"|.*(?:审议|会议|大会|筹备委员会|工作组)$"
    r"|(?:مؤتمر|المؤتمر|الاجتماع|اجتماع|اللجنة التحضيرية|الفريق العامل)",
    re.I,
)
REMARK = re.compile(r"(?:\*+|[\d¹²³]{1,2}\s)\s*\S|english only|no\. \d", re.I)
"""Footnotes of the masthead, which stand among its lines in some formats."""


def is_authorship(text: str) -> bool:
    """Whether a line says who made a document and not what it is about ("Note by the Secretariat")."""
    return AUTHOR.match(text) is not None and MEETING.search(text) is None


GENERAL_ASSEMBLY = re.compile(
    r"general assembly|assemblée générale|asamblea general|генеральн\w+ ассамбле\w+|大会|الجمعية العامة", re.I
)
SECURITY_COUNCIL = re.compile(
    r"security council|conseil de sécurité|consejo de seguridad|совет\w* безопасности|安全理事会|مجلس الأمن",
    re.I,
)
COUNCIL_RESOLUTION = re.compile(
    r"(?:resolution|résolution|resolución|резолюция|第|القرار)\s*(?P<number>\d{1,4}\s?\(\d{4}\))", re.I
)
DISTRIBUTION = re.compile(r"\bdistr\b", re.I)
DRAFT_TITLE = re.compile(
    r"(?:(?:zero|first|second|third|revised|rolling|preliminary) )?draft\b|proposal for|proposed draft|"
    r"(?:revised |annotated )*provisional (?:agenda|programme)|"
    r"projet d|avant-projet|ordre du jour provisoire|"
    r"proyecto d|(?:programa|temario) provisional|проект\w*\s|предварительная повестка|"
    r".*草案|(?:附加说明的)?临时议程|مشروع|جدول الأعمال المؤقت",
    re.I,
)
BY_VOTE = re.compile(
    r"(?:recorded|roll-call) vote|by \d+ votes|vote enregistré|votación registrada|заносимым в отчет|"
    r"记录表决|بتصويت مسجل",
    re.I,
)
WITHOUT_VOTE = re.compile(
    r"without a vote|by consensus|sans (?:être mise? aux voix|vote)|par consensus|"
    r"sin (?:someterse a )?votación|"
    r"por consenso|без голосования|консенсусом|未经表决|协商一致|دون تصويت|بتوافق الآراء",
    re.I,
)
CHANGE = re.compile(
    r"(?:corrigendum|addendum|rectificatif|additif|corrección|adición|исправление|добавление|更正|增编|تصويب|إضافة)"
    r"(?:\s*\d+)?",
    re.I,
)
"""The last words of a title that says that the document changes another one."""
SUBMITTED = re.compile(
    r"(?:submitted|prepared|presented|transmitted) by|(?:présenté|soumis|établi)e? par|"
    r"(?:presentad|preparad)[oa] por|(?:представлен|подготовлен)[оаы]?\b|.*提交$|مقدم|وثيقة مقدمة",
    re.I,
)
"""Who put a paper forward, which never is its title."""
