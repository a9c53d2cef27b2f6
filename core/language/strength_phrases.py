"""The phrases that weaken, and the names of those who are addressed, in the six languages.

Qualifiers are those of DOMAIN.md ("How texts are cited") and their kin. Addressees are tried in order, and a
name that was found is not found again inside another one.
"""

from __future__ import annotations

QUALIFIERS: dict[str, tuple[str, ...]] = {
    "en": (
        r"(?<!well )\b(?:as|where|when|if) (?:appropriate|necessary|needed|applicable|feasible|"
        r"possible|required|practicable|relevant(?=[,.;]|$))\b(?: and (?:feasible|applicable|"
        r"available))?",
        r"\bto the (?:fullest |greatest )?extent (?:possible|feasible|practicable)\b",
        r"\bon a voluntary basis\b",
        r"\bvoluntary\b(?! (?:trust|sponsorship) fund)",
        r"\bvoluntarily\b",
        r"\bwithin (?:existing|available) resources\b",
        r"\bsubject to the availability of resources\b",
        r"\b(?:upon|on) (?:the )?request\b",
        r"\b(?:in (?:accordance|line|compliance|conformity)|consistent) with (?:their |its |"
        r"the )?(?:respective )?(?:States’ |States' )?(?:relevant )?(?:national|"
        r"domestic)[\w ,]*?(?:laws?|legislation|regulations|legal frameworks?|practices|"
        r"procedures)\b",
        r"\bsubject to (?:national|domestic|any) (?:laws?|legislation|legal constraints)\b",
        r"\bin a position to do so\b",
        r"\bwith the consent of (?:the )?(?:host|recipient) States?\b",
        r"\bon a case[- ]by[- ]case basis\b",
        r"\bas agreed by the States concerned\b",
        r"\bas mutually agreed\b",
        r"\bwithin (?:their|its) (?:means|mandates?|capacit(?:y|ies))\b",
        r"\bbearing in mind the different (?:situations|capacities)\b",
        r"\bbest efforts\b",
    ),
    "fr": (
        r"\b(?:selon qu[’']il convient|s[’']il y a lieu|le cas échéant|en tant que de besoin|"
        r"selon que de besoin|si nécessaire|s[’']il convient)\b",
        r"\b(?:dans la mesure du possible|lorsque (?:c[’']est |cela est )?possible|autant que possible)\b",
        r"\b(?:à titre volontaire|sur une base volontaire|volontaires?|facultati(?:f|fs|ve|ves))\b",
        r"\bdans (?:la limite|les limites) des ressources (?:existantes|disponibles)\b",
        r"\b(?:à leur demande|sur demande|à sa demande)\b",
        r"\bconformément à (?:leur|la|sa) législation(?: nationale)?\b",
        r"\bqui sont en mesure de le faire\b",
    ),
    "es": (
        r"\b(?:según proceda|cuando proceda|según corresponda|cuando corresponda|si procede|"
        r"cuando sea (?:necesario|posible|viable|pertinente)|según sea necesario)\b",
        r"\ben la medida de lo posible\b",
        r"\b(?:con carácter voluntario|de forma voluntaria|voluntari[oa]s?|voluntariamente)\b",
        r"\b(?:dentro de los límites de los|con los) recursos (?:existentes|disponibles)\b",
        r"\b(?:previa solicitud|a petición|cuando lo soliciten)\b",
        r"\bde conformidad con (?:su|la|sus) (?:legislación|leyes)(?: nacional(?:es)?)?\b",
        r"\bque estén en condiciones de hacerlo\b",
    ),
    "ru": (
        r"(?:в соответствующих случаях|по мере необходимости|когда это (?:уместно|"
        r"целесообразно|применимо)|при необходимости|в случае необходимости)",
        r"(?:по (?:мере )?возможности|насколько это возможно|когда это (?:возможно|осуществимо))",
        r"(?:на добровольной основе|добровольн\w+)",
        r"в (?:рамках|пределах) имеющихся ресурсов",
        r"по (?:их |его )?просьбе",
        r"в соответствии с (?:их |его )?(?:национальным|внутренним) законодательством",
        r"(?:которые |имеющие возможность|котор\w+ в состоянии) ?(?:в состоянии )?(?:это|"
        r"сделать это|делать это)",
    ),
    "ar": (
        r"(?:حسب الاقتضاء|عند الاقتضاء|حيثما ينطبق ذلك|عند الضرورة|حسب الضرورة)",
        r"(?:حيثما أمكن|قدر الإمكان|متى أمكن)",
        r"(?:على أساس طوعي|طوعي(?:ة)?|الطوعي(?:ة)?|طوعا)",
        r"(?:في حدود|ضمن) الموارد (?:المتاحة|القائمة|الموجودة)",
        r"(?:بناء على (?:طلبها|الطلب)|عند الطلب)",
        r"وفقا (?:ل)?(?:تشريعاتها|قوانينها|للتشريعات|للقوانين) الوطنية",
        r"القادرة على (?:القيام ب)?ذلك",
    ),
    "zh": (
        r"(?:酌情|视情况|在适当情况下|适当时|必要时|视需要)",
        r"(?:在可能(?:的)?情况下|尽可能|在可行(?:的)?情况下)",
        r"(?:在自愿(?:的)?基础上|自愿)",
        r"在现有资源(?:范围)?内",
        r"(?:应请求|经请求)",
        r"(?:根据|按照|依照)(?:本国|各国|国家)(?:法律|立法)",
        r"有能力(?:这样做)?的国家",
    ),
}

ADDRESSEES: dict[str, tuple[tuple[str, str], ...]] = {
    "en": (
        (
            "donors",
            r"\b(?:(?:Member )?States|organizations|those|others?|"
            r"countries)(?:[\w ,]{0,80}?)? (?:that are |which are )?in a position to do so\b|"
            r"\bdonors?\b(?: (?:States|countries))?",
        ),
        ("Secretary-General", r"\bSecretary-General\b"),
        ("Secretariat", r"\bSecretariat\b|\bOffice for Disarmament Affairs\b"),
        ("Security Council", r"\bSecurity Council\b"),
        (
            "regional organizations",
            r"\b(?:regional|sub-?regional)[\w ,/-]{0,60}?organi[sz]ations?(?: and mechanisms)?\b|"
            r"\bregional (?:bodies|mechanisms)\b",
        ),
        ("civil society", r"\bcivil society\b|\bnon-governmental organi[sz]ations?\b|\bNGOs\b"),
        ("industry", r"\bindustry\b|\bprivate sector\b|\bmanufacturers\b"),
        (
            "international organizations",
            r"\binternational organi[sz]ations?\b|\bintergovernmental organi[sz]ations?\b|"
            r"\bINTERPOL\b|\bWorld Customs Organization\b|\brelevant organi[sz]ations\b",
        ),
        (
            "United Nations bodies",
            r"\bUnited Nations (?:regional centres|system|bodies|offices|agencies|entities|"
            r"peace)\b|\brelevant United Nations\b|\bspecialized agencies\b|"
            r"\bUnited Nations Institute\b",
        ),
        (
            "States",
            r"\b(?:Member )?States(?: [Pp]arties)?\b|\bGovernments?\b|\bcountries\b|"
            r"\bparticipating States\b|\bEach State\b",
        ),
    ),
    "fr": (
        ("donors", r"\bqui sont en mesure de le faire\b|\bdonateurs?\b"),
        ("Secretary-General", r"\bSecrétaire général\b"),
        ("Secretariat", r"\bSecrétariat\b|\bBureau des affaires de désarmement\b"),
        ("Security Council", r"\bConseil de sécurité\b"),
        ("regional organizations", r"\borgani[sm]\w+ [\w ,]{0,40}?(?:sous-)?régiona\w+\b"),
        ("civil society", r"\bsociété civile\b|\borganisations non gouvernementales\b"),
        ("industry", r"\bindustrie\b|\bsecteur privé\b|\bfabricants\b"),
        ("international organizations", r"\borganisations internationales\b|\bINTERPOL\b"),
        (
            "United Nations bodies",
            r"\b(?:système|organismes|entités) des Nations Unies\b|\binstitutions spécialisées\b",
        ),
        ("States", r"\b[ÉE]tats(?: [Mm]embres| parties)?\b|\bgouvernements?\b|\bpays\b"),
    ),
    "es": (
        ("donors", r"\bque estén en condiciones de hacerlo\b|\bdonantes?\b"),
        ("Secretary-General", r"\bSecretario General\b|\bSecretaria General\b"),
        ("Secretariat", r"\bSecretaría\b|\bOficina de Asuntos de Desarme\b"),
        ("Security Council", r"\bConsejo de Seguridad\b"),
        ("regional organizations", r"\borganizaciones [\w ,]{0,40}?(?:sub)?regionales\b"),
        ("civil society", r"\bsociedad civil\b|\borganizaciones no gubernamentales\b"),
        ("industry", r"\bindustria\b|\bsector privado\b|\bfabricantes\b"),
        ("international organizations", r"\borganizaciones internacionales\b|\bINTERPOL\b"),
        ("United Nations bodies", r"\b(?:sistema|órganos|organismos|entidades) de las Naciones Unidas\b"),
        ("States", r"\bEstados(?: Miembros| partes)?\b|\bgobiernos?\b|\bpaíses\b"),
    ),
    "ru": (
        ("donors", r"\bдонор\w*\b|\bимеющи\w+ (?:такую )?возможность\b"),
        ("Secretary-General", r"\bГенеральн\w+ секретар\w+\b"),
        ("Secretariat", r"\bСекретариат\w*\b|\bУправлени\w+ по вопросам разоружения\b"),
        ("Security Council", r"\bСовет\w* Безопасности\b"),
        ("regional organizations", r"\b(?:суб)?региональн\w+ [\w ,]{0,30}?организаци\w+\b"),
        ("civil society", r"\bгражданск\w+ обществ\w+\b|\bнеправительственн\w+ организаци\w+\b"),
        ("industry", r"\bпромышленност\w+\b|\bчастн\w+ сектор\w*\b"),
        ("international organizations", r"\bмеждународн\w+ организаци\w+\b|\bИнтерпол\w*\b"),
        ("United Nations bodies", r"\b(?:систем\w+|орган\w+|учреждени\w+) Организации Объединенных Наций\b"),
        ("States", r"\bгосударств\w*(?:-член\w+|-участник\w+)?\b|\bправительств\w*\b|\bстран\w*\b"),
    ),
    "ar": (
        ("donors", r"القادرة على (?:القيام ب)?ذلك|الجهات المانحة|المانحين"),
        ("Secretary-General", r"(?:ال|لل)?أمين العام"),
        ("Secretariat", r"(?:ال|لل)?أمانة العامة|مكتب شؤون نزع السلاح"),
        ("Security Council", r"مجلس الأمن"),
        ("regional organizations", r"المنظمات (?:\w+ ){0,3}?(?:دون )?الإقليمية"),
        ("civil society", r"المجتمع المدني|المنظمات غير الحكومية"),
        ("industry", r"القطاع الخاص|الصناعة"),
        ("international organizations", r"المنظمات الدولية|الإنتربول"),
        ("United Nations bodies", r"(?:منظومة|هيئات|كيانات) الأمم المتحدة"),
        ("States", r"(?:ال|لل)دول(?: الأعضاء| الأطراف)?|الحكومات"),
    ),
    "zh": (
        ("donors", r"有能力(?:这样做)?的(?:会员)?国家?|捐助(?:国|方|者)"),
        ("Secretary-General", r"秘书长"),
        ("Secretariat", r"秘书处|裁军事务厅"),
        ("Security Council", r"安全理事会|安理会"),
        ("regional organizations", r"(?:次区域|区域)(?:和(?:次)?区域)?组织"),
        ("civil society", r"民间社会|非政府组织"),
        ("industry", r"工业界|私营部门|业界|制造商"),
        ("international organizations", r"国际组织|国际刑警组织"),
        ("United Nations bodies", r"联合国(?:系统|机构|实体)|专门机构"),
        ("States", r"(?:会员国|缔约国|各国|所有国家|各国政府|国家)"),
    ),
}
"""Whom a text may address, with the pattern of the names; in the order they are tried."""
