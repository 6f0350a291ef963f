"""Sentences of right text, made of templates and the names of the vocabularies: nothing in them is to be repaired.

Names, words outside of every word list, dates, symbols, quotes, particles before digits, list letters, Persian and Urdu
names, Egyptian spelling, suspended hyphens and signs of program code stand in them as they do in reports.
"""

from __future__ import annotations

import random

from oic_reports.resources import load_vocabulary

# invented names and rare words; none stands in a word list
NAMES = {
    "en": "Dhoulfaqar Vanterpool-Osei Thandiwe-Zungu Qaramanoghlu Lamontagne O’Shaughnessy-Diouf Bazoumé Ngarlejy al-Hadrusi "
    "Mbaïkoro Kyrgyzbekov Tchadélis Sidi-Warzeg Wolofingue Jarablissi Andamouni Thewari Ofoundji Washkandi Lasalmane",
    "fr": "Dhoulfaqar Lamontagne Desforges-Ly Lasalmane Ngarlejy N’Guessandou Bazoumé Mbaïkoro Tchadélis Quémeneurs Wolofingue "
    "Ouattarabé Sidi-Warzeg Leskandari Dusoulier Ladrissi Lestrangeois Desmoulinsart Unetelle Enkoulou",
    "ar": "ذوالفقار عبدالمقصود دوكوريبي باسوليني كاراماناوغلو سيديبيغو تشاديليس نغارليجي ورزيغان بوبكريكو عبدالقيوم مبايكورو "
    "جارابليسي واشكندي لاسالمان فولوفينغي صلاحالدين قيرغيزبكوف تمبكتاوي أزواديون",
}
PERSIAN = (
    "پرویز مشرف",
    "چنگیز آیتماتوف",
    "گیلانی",
    "شہباز شریف",
    "آصف علی زرداری",
    "محمد جواد ظریف",
    "ژاله",
    "نواز شریف",
)
TEMPLATES = {
    "en": (
        "{name} of {state} opened the meeting on {day} May {year} in {city}, as agreed in resolution No. {day}/{n}-POL.",
        "The {state} delegation and that of {other} thanked Mr. {name} for his “co-ordinating role” and his well-being.",
        "pre- and post-conflict, sub- as well as supra-regional bodies, first- but not second-round talks met in {city}.",
        "It referred to document OIC/CFM-{n}/{year}/POL/RES.{day}/FINAL (see www.{word}.org/page.php?id={day}&lang=en).",
        "“{name}?” asked the Chair; the short-, medium- and long-term needs of {state} – and of {other} - remain.",
        "Set v{day}__final and call f(*args, **kwargs) or __init__; 2**{day} is no bold text, nor is a_b__c_d in {city}.",
        "He called upon {other} to ratify it; e-mail: {word}@example.org; footnote* and note** of {name} stay.",
        "{name}, {name2} and {name3} took part in the {n}th Session (held in {city}, {state}); 45% of US$ 3.5m was paid.",
        "The re-establishment of the {word} programme, the so-called {word2} plan, was welcomed by {state}’s {name}.",
    ),
    "fr": (
        "{name} ({state}) a ouvert la réunion le {day} mai {year} à {city}, conformément à la résolution n° {day}/{n}-POL.",
        "La délégation de {state} et celle de {other} ont remercié M. {name} pour son « rôle de coordination ».",
        "à court- et moyen-terme, les organes sous- ainsi que supra-régionaux, pré- mais non post-conflit, à {city}.",
        "Voir le document OIC/CFM-{n}/{year}/POL/RES.{day}/FINAL (www.{word}.org/page.php?id={day}&lang=fr) ; est-il là ?",
        "« {name} ? » demanda le Président ; l’aide d’aujourd’hui – et celle de {other} - reste, c’est-à-dire peut-être.",
        "Écrire v{day}__final et f(*args, **kwargs) ; 2**{day} n’est pas du gras, ni a_b__c_d, à {city}.",
        "{name}, {name2} et {name3} ont pris part à la {n}ème session (tenue à {city}, {state}) ; 45 % de 3,5 M€.",
        "Le programme {word}, le plan dit {word2}, main-d’œuvre et vis-à-vis de {state} : note* et renvoi** de {name}.",
    ),
    "ar": (
        "افتتح السيد {name} من {state} الاجتماع يوم {day} مايو {year} في {city}، بموجب القرار رقم {day}/{n}-س.",
        "شكر وفد {state} ووفد {other} السيد {name} على «دوره التنسيقي» وعلى كل شىء قدمه.",
        "عقدت الدورة الـ {n} بـ«{city}» في {day} رجب 14{n}هـ الموافق {day}/5/{year}م، وهي الدورة الـ{n}.",
        "أ - دعا {name} إلى التعاون؛ ب - أشاد بـ«{state}»؛ جـ - طلب من {other} المتابعة؛ هـ - قرر العودة.",
        "التقى {name} بالسيد {persian} رئيس الوفد، كما التقى {name2} وزير خارجية {state}.",
        "صلى على النبي صلى الله عليه وسلم، وهذا الشىء البطىء ملىء بالأخطاء في {city}.",
        "انظر الوثيقة OIC/CFM-{n}/{year}/POL/RES.{day}/FINAL على www.{word}.org/page.php?id={day} و(**kwargs) وv2__final.",
        "شارك {name} و{name2} و{name3} والـUN في الدورة {n} المنعقدة في {city} ({state})؛ ودفع 45٪ من 3.5 مليون.",
        "رحب الاجتماع بقرار {state} - وبقرار {other} ـ وأكد أن على {name} أن يعود إلى {city} يوم 3 ـ 4 ديسمبر.",
    ),
}
WORDS = ("zarbandiya", "qoruwele", "tembouktien", "Sahelomed", "waqfipedia", "halalomics", "azawadology", "mufeedly")


def make_sentences(language: str, number: int, seed: int = 10) -> list[str]:
    """So many sentences, the same for one seed."""
    chooser = random.Random(seed)
    states = [r["form"] for r in load_vocabulary("member_states") if r["language"] == language]
    cities = [r["form"] for r in load_vocabulary("cities") if r["language"] == language]
    names = NAMES[language].split()
    return [
        TEMPLATES[language][place % len(TEMPLATES[language])].format(
            name=chooser.choice(names),
            name2=f"{chooser.choice(names)} {chooser.choice(names)}",
            name3=chooser.choice(names),
            state=chooser.choice(states),
            other=chooser.choice(states),
            city=chooser.choice(cities),
            persian=chooser.choice(PERSIAN),
            word=chooser.choice(WORDS),
            word2=chooser.choice(WORDS),
            day=chooser.randint(1, 28),
            n=chooser.randint(10, 47),
            year=chooser.randint(1980, 2025),
        )
        for place in range(number)
    ]
