"""A few lines of a report in each language, which ask for most of what reports ask for: patterns, words, code."""

from __future__ import annotations

# reports that touch most of the rules: header, dates, states, a list, an end
_TEXTS = (
    """FINAL COMMUNIQUE OF THE SECOND MEETING OF THE OIC CONTACT GROUP ON MALI

Jeddah, Kingdom of Saudi Arabia
3-4 May 2015 (14-15 Rajab 1436H)

The Meeting, recalling resolution No. 1/40-POL, was held at the level of ministers in Jeddah and was chaired by Turkey.

1. The Meeting welcomed the efforts of Senegal, Egypt and Algeria to help the people of Mali; it called on Member
States:
a) to support the process;
b) to report to the next session.

2. The Meeting decided to remain seized of the matter.

Done at Jeddah, 4 May 2015
""",
    """البيان الختامي للاجتماع الثاني لفريق الاتصال المعني بمالي

جدة، المملكة العربية السعودية
14-15 رجب 1436هـ (3-4 مايو 2015م)

إن الاجتماع، إذ يستذكر القرار رقم 1/40-س، عقد على المستوى الوزاري في جدة برئاسة تركيا.

1- رحب الاجتماع بجهود السنغال ومصر والجزائر لمساعدة شعب مالي، ودعا الدول الأعضاء إلى ما يلي:
أ- دعم المسار؛
ب- تقديم تقرير إلى الدورة المقبلة.

2- قرر الاجتماع إبقاء المسألة قيد النظر.

صدر في جدة، 4 مايو 2015
""",
    """COMMUNIQUÉ FINAL DE LA DEUXIÈME RÉUNION DU GROUPE DE CONTACT DE L'OCI SUR LE MALI

Djeddah, Royaume d'Arabie saoudite
3-4 mai 2015 (14-15 Rajab 1436H)

La Réunion, rappelant la résolution n° 1/40-POL, s'est tenue au niveau ministériel à Djeddah sous la présidence de la
Turquie.

1. La Réunion a salué les efforts du Sénégal, de l'Égypte et de l'Algérie en faveur du Mali ; elle a appelé les États
membres :
a) à soutenir le processus ;
b) à faire rapport à la prochaine session.

2. La Réunion a décidé de rester saisie de la question.

Fait à Djeddah, le 4 mai 2015
""",
)


def structure_samples() -> None:
    """Make reports of the samples: what they need is loaded then."""
    from oic_reports.reading.reader import read_bytes  # noqa: PLC0415  (where it is loaded is the caller's choice)
    from oic_reports.structure.report import build_reports  # noqa: PLC0415  (likewise)

    for text in _TEXTS:
        build_reports(read_bytes(text.encode(), "report.txt"))
