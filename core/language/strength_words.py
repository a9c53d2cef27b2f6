"""The operative verbs in the six languages.

Each verb: plain form, class (``strength.Strength``) and a pattern of the forms that open an operative
paragraph of a resolution or stand in an outcome ("urges", "States urged", "To urge"). Of two patterns that
begin alike the longer one stands first.
"""

from __future__ import annotations

Verb = tuple[str, str, str]

MARKS_OF_A_LIST = {
    "en": r"\s*To\b",
    "fr": r"\s*(?:À|De|D[’'])\b",
    "es": r"\s*(?:A|Que)\b",
    "ru": r"\s*\w+(?:ть|ти|чь)(?:ся)?\b",
}
"""What a paragraph begins with that hangs on its chapeau."""

BEFORE_VERB: dict[str, str] = {"en": r"(?<!in accordance with )(?<!the )(?<!of )"}
"""What must not stand before a verb, so that nouns of the same form are left out ("the request")."""

_EN: tuple[Verb, ...] = (
    ("take note", "note", r"(?:takes?|took|taking)(?: also| further)? (?:note|cognizance)"),
    ("call upon", "call upon", r"call(?:s|ed|ing)?(?: also| once again)? (?:up)?on"),
    ("call for", "call upon", r"call(?:s|ed|ing)? for"),
    ("appeal to", "call upon", r"appeal(?:s|ed|ing)? to"),
    (
        "commit",
        "commit",
        r"commit(?:s|ted|ting)?(?: themselves| ourselves| itself)?(?: to)?|(?:are|is) committed to",
    ),
    ("resolve", "commit", r"resolve[sd]?|resolving"),
    ("undertake", "commit", r"undertak(?:es?|ing)|undertook"),
    ("decide", "commit", r"decide[sd]?|deciding"),
    ("pledge", "commit", r"pledge[sd]?|pledging"),
    ("agree", "commit", r"agree[sd]?|agreeing"),
    ("determine", "commit", r"(?:are|is) determined"),
    ("shall", "commit", r"shall"),
    ("demand", "commit", r"demand(?:s|ed|ing)?(?= that)"),
    ("urge", "urge", r"urge[sd]?|urging"),
    ("encourage", "encourage", r"encourage[sd]?|encouraging"),
    ("invite", "invite", r"invite[sd]?|inviting"),
    ("request", "request", r"request(?:s|ed|ing)?"),
    ("recommend", "recommend", r"recommend(?:s|ed|ing)?"),
    ("reaffirm", "affirm", r"re-?affirm(?:s|ed|ing)?"),
    ("reiterate", "affirm", r"reiterat(?:es?|ed|ing)"),
    ("reconfirm", "affirm", r"(?:re)?confirm(?:s|ed|ing)?"),
    ("affirm", "affirm", r"affirm(?:s|ed|ing)?"),
    ("stress", "affirm", r"stress(?:es|ed|ing)?"),
    ("emphasize", "affirm", r"emphasi[sz](?:es?|ed|ing)"),
    ("underline", "affirm", r"underlin(?:es?|ed|ing)"),
    ("underscore", "affirm", r"underscor(?:es?|ed|ing)"),
    ("highlight", "affirm", r"highlight(?:s|ed|ing)?"),
    ("recognize", "recognize", r"recogni[sz](?:es?|ed|ing)"),
    ("acknowledge", "recognize", r"acknowledg(?:es?|ed|ing)"),
    ("note", "note", r"not(?:es?|ed|ing)"),
    ("bear in mind", "recognize", r"(?:bear(?:s|ing)?|bore) in mind|mindful of"),
    ("renew", "affirm", r"renew(?:s|ed|ing)?"),
    ("recall", "recall", r"recall(?:s|ed|ing)?"),
    ("welcome", "welcome", r"welcom(?:es?|ed|ing)"),
    ("commend", "welcome", r"commend(?:s|ed|ing)?"),
    ("endorse", "welcome", r"endors(?:es?|ed|ing)"),
    ("appreciate", "welcome", r"appreciat(?:es?|ed|ing)"),
    (
        "express appreciation",
        "welcome",
        r"express(?:es|ed|ing)? (?:its |their )?(?:deep )?(?:appreciation|gratitude|satisfaction)",
    ),
    (
        "express concern",
        "concern",
        r"express(?:es|ed|ing)? (?:its |their )?(?:\w+ )?(?:concern|alarm|regret)|(?:remain\w*|"
        r"gravely|deeply|seriously) (?:\w+ )?concerned|concerned",
    ),
    ("condemn", "concern", r"condemn(?:s|ed|ing)?|deplor(?:es?|ed|ing)"),
)
_FR: tuple[Verb, ...] = (
    (
        "prendre note",
        "note",
        r"pren(?:d|ant|ds|nent)(?: également| acte)? (?:note|acte)|prendre (?:note|acte)",
    ),
    (
        "demander instamment",
        "urge",
        r"(?:demande|prie|engage|exhorte)(?:nt)? (?:\w+ )?instamment|(?:demander|prier|engager) instamment",
    ),
    ("exhorter", "urge", r"exhort(?:e|ent|er|ant)"),
    ("engager", "urge", r"engage(?:nt)?(?= (?:tous |toutes |vivement )?(?:les|le|la|l[’']))"),
    (
        "demander à",
        "call upon",
        r"demande(?:nt)?(?: également| de nouveau)? (?:à|aux)(?= (?:tous |toutes )?(?:les |"
        r"l[’'])?(?:États|Etats|Membres))|demander aux États",
    ),
    ("appeler", "call upon", r"appel(?:le|lent|er|ant)|lanc(?:e|ent|er) un appel"),
    ("s’engager", "commit", r"s[’']engag(?:e|ent|er|eant)|se sont engagés"),
    ("décider", "commit", r"déci(?:de|dent|der|dant|dé)"),
    ("résoudre", "commit", r"(?:sont|est) (?:résolus?|déterminés?)"),
    ("convenir", "commit", r"conv(?:ient|iennent|enir|iennent) de|sont convenus"),
    ("encourager", "encourage", r"encourag(?:e|ent|er|eant)"),
    ("inviter", "invite", r"invit(?:e|ent|er|ant)"),
    ("prier", "request", r"pri(?:e|ent|er|ant)|demand(?:e|ent|er|ant)"),
    ("recommander", "recommend", r"recommand(?:e|ent|er|ant)"),
    (
        "réaffirmer",
        "affirm",
        r"réaffirm(?:e|ent|er|ant|é)|réitèr(?:e|ent)|réitér(?:er|ant)|affirm(?:e|ent|er|ant)",
    ),
    ("souligner", "affirm", r"soulign(?:e|ent|er|ant)|insist(?:e|ent|er|ant) sur"),
    ("reconnaître", "recognize", r"reconna(?:ît|issent|ître|issant)|conscient(?:e|s|es)? "),
    ("noter", "note", r"not(?:e|ent|er|ant)|constat(?:e|ent|er|ant)"),
    ("rappeler", "recall", r"rappel(?:le|lent|er|ant)"),
    ("se féliciter", "welcome", r"se félicit(?:e|ent|er|ant)|accueill(?:e|ent|ir|ant)|salu(?:e|ent|er|ant)"),
    ("se déclarer préoccupé", "concern", r"préoccupée?s?|condamn(?:e|ent|er|ant)|déplor(?:e|ent|er|ant)"),
)
_ES: tuple[Verb, ...] = (
    ("tomar nota", "note", r"tom(?:a|an|ar|ando)(?: también)? nota"),
    (
        "hacer un llamamiento",
        "call upon",
        r"(?:hac(?:e|en|er|iendo)|formula) un llamamiento|exhort(?:a|an|ar|ando)",
    ),
    ("instar", "urge", r"inst(?:a|an|ar|ando)"),
    ("comprometerse", "commit", r"se compromet(?:e|en|ió|ieron)|comprometerse|comprometiéndose"),
    ("decidir", "commit", r"decid(?:e|en|ir|ió|ieron|iendo)"),
    ("resolver", "commit", r"resuelv(?:e|en)|resolver|(?:está|están) (?:resueltos?|decididos?)"),
    ("acordar", "commit", r"acuerd(?:a|an)|acordar|convien(?:e|en) en"),
    ("alentar", "encourage", r"al(?:ienta|ientan|entar|entando)|anim(?:a|an|ar|ando) a"),
    ("invitar", "invite", r"invit(?:a|an|ar|ando)"),
    ("solicitar", "request", r"solicit(?:a|an|ar|ando)|pid(?:e|en|iendo)|pedir"),
    ("recomendar", "recommend", r"recom(?:ienda|iendan|endar|endando)"),
    ("reafirmar", "affirm", r"reafirm(?:a|an|ar|ando)|reiter(?:a|an|ar|ando)"),
    (
        "subrayar",
        "affirm",
        r"subray(?:a|an|ar|ando)|destac(?:a|an|ar|ando)|recalc(?:a|an|ar|ando)|pon(?:e|en|iendo) de relieve",
    ),
    ("reconocer", "recognize", r"reconoc(?:e|en|er|iendo)|consciente(?:s)?"),
    ("observar", "note", r"observ(?:a|an|ar|ando)"),
    ("recordar", "recall", r"rec(?:uerda|uerdan|ordar|ordando)"),
    (
        "acoger con beneplácito",
        "welcome",
        r"acog(?:e|en|er|iendo) con (?:beneplácito|satisfacción)|encomi(?:a|an|ar|ando)",
    ),
    (
        "expresar preocupación",
        "concern",
        r"(?:expres(?:a|an|ar|ando) (?:su )?(?:\w+ )?)?preocupa(?:ción|dos?|das?)|conden(?:a|"
        r"an|ar|ando)|deplor(?:a|an|ando)",
    ),
)
_RU: tuple[Verb, ...] = (
    ("принимать к сведению", "note", r"прин(?:имает|имают|имая|ять)(?: также)? к сведению"),
    ("настоятельно призывать", "urge", r"настоятельно (?:призывает|призывают|призывая|призвать|рекомендует)"),
    ("призывать", "call upon", r"призыва(?:ет|ют|я|ть)|призвать|обращается с призывом"),
    ("обязаться", "commit", r"обязу(?:ется|ются|ясь)|обязаться|обязались"),
    (
        "постановить",
        "commit",
        r"постановля(?:ет|ют|я|ть)|постановил[аи]?|решает|решить|преисполнен\w* решимости",
    ),
    ("договориться", "commit", r"договорил(?:ась|ись)|договориться|соглашаются"),
    (
        "рекомендовать",
        "encourage",
        r"рекоменду(?:ет|ют|я)(?= (?:всем |также )?(?:государств|членам))|поощря(?:ет|ют|я|ть)|"
        r"рекомендовать государствам",
    ),
    ("предлагать", "invite", r"предлага(?:ет|ют|я|ть)|предложить"),
    ("просить", "request", r"прос(?:ит|ят|ить|я)|запрашива(?:ет|ют)"),
    ("рекомендовать", "recommend", r"рекоменд(?:ует|уют|уя|овать)"),
    ("подтверждать", "affirm", r"(?:вновь )?подтвержда(?:ет|ют|я|ть)|подтвердить"),
    ("подчеркивать", "affirm", r"подч[её]ркива(?:ет|ют|я|ть)|подчеркнуть|особо отмечает"),
    ("признавать", "recognize", r"признава(?:я|ть)|призна(?:ет|ют|ть|в)|сознавая"),
    ("отмечать", "note", r"отмеча(?:ет|ют|я|ть)|отметить"),
    ("ссылаться", "recall", r"ссыла(?:ется|ются|ясь)|напомина(?:ет|ют|я|ть)|напомнить"),
    (
        "приветствовать",
        "welcome",
        r"приветству(?:ет|ют|я)|приветствовать|с удовлетворением отмечает|выражает признательность",
    ),
    ("выражать озабоченность", "concern", r"озабоченн?\w*|обеспокоен\w*|осужда(?:ет|ют|я|ть)|сожале\w+"),
)
_AR: tuple[Verb, ...] = (
    ("يحيط علما", "note", r"[تي]حيط(?:ون)? علما|وإذ تحيط علما|الإحاطة علما"),
    ("يحث", "urge", r"[وت]?[تي]حث(?:ون)?|حث"),
    ("يهيب", "call upon", r"[تي]هيب|تدعو (?:جميع )?الدول|يناشد|تناشد"),
    ("يتعهد", "commit", r"[تي]تعهد(?:ون)?|التعهد|[تي]لتزم(?:ون)?"),
    ("يقرر", "commit", r"[تي]قرر(?:ون)?|[تي]عقد(?:ون)? العزم|عقدت العزم"),
    ("يشجع", "encourage", r"[تي]شجع(?:ون)?|تشجيع"),
    ("يدعو", "invite", r"[تي]دعو(?:ن)?|دعوة"),
    ("يطلب", "request", r"[تي]طلب(?:ون)?|الطلب إلى"),
    ("يوصي", "recommend", r"[تي]وصي(?:ن)?"),
    ("يؤكد", "affirm", r"[تي]ؤكد(?:ون)?|[تي]عيد تأكيد|[تي]شدد(?:ون)?|وإذ تؤكد|وإذ تشدد"),
    ("يسلم", "recognize", r"[تي]سل[ِّ]?م(?:ون)?|[تي]قر(?:ون)?|[تي]عترف|وإذ تدرك"),
    ("يلاحظ", "note", r"[تي]لاحظ(?:ون)?"),
    ("يشير", "recall", r"[تي]شير|[تي]ذكر(?:ون)?|وإذ تشير"),
    ("يرحب", "welcome", r"[تي]رحب(?:ون)?"),
    (
        "يعرب عن القلق",
        "concern",
        r"[تي]عرب(?:ون)? عن (?:بالغ |عميق )?(?:القلق|قلقه|قلقها)|يساورها القلق|[تي]دين",
    ),
)
_ZH: tuple[Verb, ...] = (
    ("注意到", "note", r"(?:表示)?注意到"),
    ("敦促", "urge", r"敦促|促请"),
    ("呼吁", "call upon", r"呼吁|吁请|要求(?:所有|各)?(?:会员)?国"),
    ("承诺", "commit", r"承诺|保证"),
    ("决定", "commit", r"决定|决心|决意|商定"),
    ("鼓励", "encourage", r"鼓励"),
    ("邀请", "invite", r"邀请|请(?:各|所有)(?:会员)?国"),
    ("请", "request", r"请(?=秘书长|秘书处)|要求"),
    ("建议", "recommend", r"建议"),
    ("重申", "affirm", r"重申|申明|强调|着重指出"),
    ("确认", "recognize", r"确认|认识到|承认|意识到"),
    ("回顾", "recall", r"回顾|忆及"),
    ("欢迎", "welcome", r"欢迎|赞扬|赞赏"),
    ("关切", "concern", r"(?:表示)?(?:严重|深切)?关切|谴责|痛惜"),
)

VERBS: dict[str, tuple[Verb, ...]] = {"en": _EN, "fr": _FR, "es": _ES, "ru": _RU, "ar": _AR, "zh": _ZH}
