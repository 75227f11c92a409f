"""Figures in their sentences: one table a phenomenon, French and English; ``[span|bounds|unit]`` is what must be found.

Bounds are "3" (exactly), "3..4", "3.." (open above).
"""

from __future__ import annotations

import re

import pytest

from selon.analysis.quantities import find_quantities

MARK = re.compile(r"\[([^|\]]*)\|([^|\]]*)\|([^|\]]*)\]")

DIGITS = [
    ("fr", "Il y a [1'500 hommes|1500|homme] ici."),
    ("en", "There are [1,500.5 tonnes|1500.5|tonne] here."),
    ("fr", "[Un total de 1 234,5 tonnes|1234.5|tonne] ici."),
    ("fr", "[0,250 tonne|0.25|tonne] de riz."),
    ("en", "[0.250 tonnes|0.25|tonne] of rice."),
    ("en", "[1,5 tonnes|1.5|tonne] of rice."),
    ("fr", "[1.234.567 voix|1234567|voix] pour lui."),
    ("en", "[10.000 of them|10|]."),
    ("fr", "Un taux de [1,234|1.234|]."),
    ("fr", "Il a perdu [1,000 euros|1000|euro] ici."),
    ("fr", "Il a perdu [1,234 euro|1.234|euro] ici."),
    ("fr", "Un poids de [27,300 km|27.3|kilomètre] ici."),
    ("fr", "Il a [1,234|1.234|] de plus."),
    ("fr", "[3 ¼ tonnes|3.25|tonne] de riz."),
    ("fr", "[3¼ tonnes|3.25|tonne] de riz."),
    ("en", "[3¾ tonnes|3.75|tonne] of rice."),
    ("fr", "[2 douzaines d'œufs|24|œuf] ici."),
    ("en", "[2 dozen eggs|24|egg] here."),
    ("en", "[3 million and a half people|3500000|person] here."),
    ("fr", "[3 millions et demi d'habitants|3500000|habitant] ici."),
    ("fr", "[3 mille milliards d'euros|3e+12|euro] ici."),
    ("en", "[3 thousand billion euros|3e+12|euro] here."),
    ("fr", "[2 mille hommes|2000|homme] ici."),
    ("fr", "Le code 1234567890123456789."),
    ("fr", "[12 Md d'euros|12000000000|euro] et [3 mds d'euros|3000000000|euro]."),
    ("en", "[12 bn euros|12000000000|euro] and [3M euros|3000000|euro]."),
    ("en", "A [12mn|12000000|] loan."),
    ("fr", "Les chiffres ٣٤ ici."),
    ("en", "There are [1,500.5 tonnes|1500.5|tonne] here, for [$1,234.56|1234.56|dollar]."),
    ("fr", "Il y a [1.500,5 tonnes|1500.5|tonne] ici."),
    ("en", "[two point twenty-five million euros|2250000|euro]"),
    (
        "fr",
        "[un sur trois|33.3|%] vote, [un élève sur deux|50|%], [un élève sur quatre|25|%], [un élève sur "
        "cinq|20|%], [un élève sur six|16.7|%]",
    ),
    (
        "fr",
        "[un élève sur sept|14.3|%], [un élève sur huit|12.5|%], [un élève sur dix|10|%], [un élève sur "
        "vingt|5|%], [un élève sur cinquante|2|%]",
    ),
    ("fr", "[un élève sur cent|1|%], [un élève sur mille|0.1|%]"),
    (
        "en",
        "[one in two|50|%], [one in three|33.3|%], [one in four|25|%], [one in five|20|%], [one in six|16.7|%], "
        "[one in seven|14.3|%], [one in eight|12.5|%]",
    ),
    (
        "en",
        "[one in ten|10|%], [one in twenty|5|%], [one in fifty|2|%], [one in a hundred|1|%] men, [one in "
        "1,000|0.1|%] men",
    ),
    ("fr", "un jour sur terre, un pied sur le sol"),
    ("fr", "[−3 %|-3|%], [quatre‑vingts hommes|80|homme], [10–12 hommes|10..12|homme]"),
    ("fr", "Le nombre 1 234 567,12345678901234567890123456789 est un code."),
    ("en", "The number 1,234,567.12345678901234567890123456789 is a code."),
]

WORDS = [
    ("fr", "[cent dix hommes|110|homme]"),
    ("en", "[one hundred and ten men|110|man]"),
    ("en", "[a hundred and five men|105|man]"),
    ("en", "[a thousand men|1000|man]"),
    ("fr", "[un million de morts|1000000|mort]"),
    ("fr", "[quatre-vingts hommes|80|homme], [quatre-vingt-un hommes|81|homme]"),
    ("fr", "[soixante-quinze hommes|75|homme], [soixante et onze hommes|71|homme]"),
    ("fr", "[quatre-vingt-dix-sept hommes|97|homme]"),
    ("fr", "[dix-sept hommes|17|homme] et [dix-huit femmes|18|femme]"),
    ("fr", "[cent vingt-trois mille quatre cent cinquante-six hommes|123456|homme]"),
    ("en", "[one hundred and twenty-three thousand four hundred and fifty-six men|123456|man]"),
    ("en", "[two thousand and five men|2005|man]"),
    ("fr", "[deux mille cinq hommes|2005|homme]"),
    ("fr", "[mille cent hommes|1100|homme]"),
    ("en", "[eleven hundred men|1100|man]"),
    ("fr", "[vingt|20|], [deux hommes|2|homme]"),
    ("fr", "[trois mille milliards d'euros|3e+12|euro]"),
    ("en", "[three thousand billion euros|3e+12|euro]"),
    ("fr", "[deux virgule cinq millions d'euros|2500000|euro]"),
    ("en", "[two point five million euros|2500000|euro]"),
    ("en", "[two point five men|2.5|man]"),
    ("fr", "[zéro mort|0|mort]"),
    ("en", "[zero deaths|0|death]"),
    ("fr", "[cinq dizaines de morts|50|mort]"),
    ("fr", "[cinq cents morts|500|mort], [trois cents blessés|300|blessé]"),
    ("fr", "[une vingtaine de milliers de morts|18000..22000|mort]"),
    ("fr", "[une quarantaine de morts|36..44|mort]"),
    ("fr", "Il est en quarantaine. Une quarantaine est imposée."),
    ("fr", "une quarantaine de quatorze jours"),
    ("fr", "[un quart de million d'euros|250000|euro]"),
    ("en", "[a quarter of a million euros|250000|euro]"),
    ("fr", "le [million de morts|1000000|mort]"),
    ("fr", "a [dépassé le million de morts|1000000..|mort]"),
    ("en", "has [topped a million deaths|1000000..|death]"),
    ("fr", "[des dizaines de millions d'euros|20000000..99999999|euro]"),
    ("en", "[tens of millions of euros|20000000..99999999|euro]"),
    ("en", "[scores of people|40..199|person]"),
    ("en", "[a couple of million people|1500000..3000000|person]"),
    ("en", "a couple of them"),
    ("fr", "[plusieurs millions d'euros|2000000..|euro]"),
    ("en", "[several million euros|2000000..|euro]"),
    ("fr", "[quelques dizaines de morts|20..99|mort]"),
    ("en", "[a few dozen deaths|24..119|death]"),
    ("en", "[a few hundred of them|200..999|]"),
    ("fr", "[3/4|75|%] des élèves"),
    ("en", "[3/4|75|%] of the pupils"),
    ("fr", "[un dixième|10|%] des élèves"),
    ("en", "[a tenth|10|%] of the pupils"),
    ("fr", "[neuf dixièmes|90|%] des élèves"),
    ("en", "[nine tenths|90|%] of the pupils"),
    ("fr", "[un vingtième|5|%] des élèves"),
    ("fr", "[le tiers|33.3|%] des élèves"),
    ("fr", "[la moitié|50|%], dit-il"),
    ("en", "half, he said"),
    ("fr", "[quatre cinquièmes|80|%] de la ville"),
    ("en", "[half|50|%] the city"),
    ("en", "[one half|50|%] of the city"),
    ("fr", "la [demi-douzaine d'œufs|6|œuf], [demi-douzaine|6|œuf] de plus"),
    ("en", "the [half-dozen men|6|man], [half a dozen men|6|man]"),
    ("fr", "[quatre-vingt-dix mille hommes|90000|homme], [cent dix-sept hommes|117|homme]"),
]

RANGES_AND_SHARES = [
    ("fr", "[deux sur trois|66.7|%] vote"),
    ("fr", "[trois sur quatre|75|%] vote"),
    ("fr", "[quatre sur cinq|80|%] vote"),
    ("fr", "[neuf sur dix|90|%] vote"),
    ("fr", "[dix sur cent|10|%] vote"),
    ("fr", "[deux élèves sur trois|66.7|%] votent"),
    ("en", "[two pupils in three|66.7|%] vote"),
    ("en", "[two out of three|66.7|%] vote"),
    ("en", "[9 out of 10|90|%] pupils vote"),
    ("fr", "[10 ou 12 hommes|10..12|homme]"),
    ("fr", "[10-12 hommes|10..12|homme]"),
    ("fr", "[10 - 12 hommes|10..12|homme]"),
    ("fr", "[de 10 à 12 hommes|10..12|homme]"),
    ("fr", "[entre 10 à 12 hommes|10..12|homme]"),
    ("fr", "[12|12|] à [10 hommes|10|homme]"),
    ("fr", "[3 à 4 000 hommes|3000..4000|homme]"),
    ("fr", "[500 à 4 000 hommes|500..4000|homme]"),
    ("fr", "[3 à 4 millions d'euros|3000000..4000000|euro]"),
    ("fr", "[1 à 2 %|1..2|%], [1 % à 2 %|1..2|%]"),
    ("en", "[1% to 2%|1..2|%], [$10 to $12|10..12|dollar], [€3 to €4 million|3000000..4000000|euro]"),
    ("fr", "[10 à une douzaine d'hommes|10..12|homme]"),
    ("fr", "[cinquante à une centaine d'hommes|50..100|homme]"),
    ("fr", "[un million à deux millions d'hommes|1000000..2000000|homme]"),
    ("fr", "[cent mille à un million d'hommes|100000..1000000|homme]"),
    ("en", "[a hundred to a thousand men|100..1000|man]"),
    ("fr", "passé de [200|200|] à [300|300|]"),
    ("fr", "une hausse de [200|200|mort] à [300 morts|300|mort]"),
    ("fr", "gagné 12-10"),
    ("en", "won 12-10"),
    ("fr", "[un ou deux morts|1..2|mort]"),
    ("en", "[one or two deaths|1..2|death]"),
    ("fr", "[deux voire trois morts|2..3|mort]"),
    ("fr", "[entre environ 10 et 12 hommes|9..13.2|homme]"),
    ("fr", "[environ entre 10 et 12 hommes|9..13.2|homme]"),
    ("fr", "[10 jusqu'à 20 hommes|10..20|homme]"),
    (
        "fr",
        "[2 000 à 3 millions d'euros|2000..3000000|euro], [3 à 4 hommes|3..4|homme], [900 à 3 millions "
        "d'euros|900..3000000|euro]",
    ),
    ("en", "[2,000 to 3 million euros|2000..3000000|euro], [3 to 4 men|3..4|man]"),
    ("en", "[a couple or three men|2..3|man]"),
    ("fr", "[3 à 40 000 hommes|3..40000|homme], [3 à 40 mille hommes|3000..40000|homme]"),
    ("fr", "[deux tiers|66.7|%] ou [trois quarts|75|%] des élèves"),
]

APPROXIMATORS = [
    ("fr", "[environ trois mille hommes|2700..3300|homme], [près de 3 ou 4 hommes|2.7..4|homme]"),
    ("fr", "[jusqu'à environ 300 hommes|0..300|homme]"),
    ("en", "[up to about 300 men|0..300|man]"),
    ("fr", "[au moins exactement 300 hommes|300..|homme]"),
    ("fr", "Le bilan [frôle la barre des 3 000 morts|2700..3000|mort]."),
    ("en", "The toll [topped the mark of 3,000 deaths|3000..|death]."),
    ("en", "Sales [neared 3,000 units|2700..3000|unit]."),
    ("en", "[30+ members|30..|member]"),
    ("fr", "[300 hommes, au moins|300..|homme]"),
    ("en", "[300 men, at least|300..|man]"),
    ("fr", "[au moins 300 hommes|300..|homme] ou plus"),
    ("en", "[-3 %|-3|%], [about 3 %|2.7..3.3|%]"),
    ("fr", "Il fait [-3 degrés|-3|degré] ici."),
    ("en", "It is [-3 degrees|-3|degree] here."),
    ("fr", "[environ la moitié|45..55|%] des élèves"),
    ("en", "[more than half|50..|%] of the pupils, [up to a third|0..33.3|%] of them"),
    ("fr", "[quelque 3 000 hommes|2700..3300|homme], quelques hommes"),
    ("fr", "[autour d'une trentaine de morts|27..33|mort]"),
    ("fr", "[une trentaine de morts environ|27..33|mort], [une trentaine de morts ou plus|30..|mort]"),
    (
        "en",
        "[about 180 mph|162..198|mile per hour] ([285 km/h|256.5..313.5|kilometre per hour]), [180 mph|180|mile "
        "per hour], [285 km/h|285|kilometre per hour]",
    ),
    ("fr", "[environ -3 %|-3.3..-2.7|%], [-3 %, au moins|-3..|%] [-3 %|-3|%], [près de -3 degrés|-3|degré]"),
    (
        "en",
        "[12 series|12|series], [12 species|12|species], [12 prizes|12|prize], [12 quizzes|12|quiz], [12 "
        "tornadoes|12|tornado], [12 shoes|12|shoe], [12 movies|12|movie], [12 blitzes|12|blitz]",
    ),
    ("fr", "Le bilan a [dépassé hier le million de morts|1000000..|mort]."),
    ("en", "The toll has [exceeded yesterday the 3,000|3000..|] mark."),
]

COUNTED = [
    ("fr", "[3 000 points de pourcentage|3000|point de pourcentage]"),
    ("en", "[2 percentage points|2|percentage point]"),
    ("fr", "[2 points|2|point] de plus"),
    ("fr", "[un million de kilomètres|1000000|kilomètre]"),
    (
        "en",
        "[3 million tonnes|3000000|tonne], [thousands of tonnes|2000..9999|tonne], a [12-km|12|kilometre] road, "
        "[12 square miles|12|square mile]",
    ),
    ("fr", "[2 fois plus|2|fois], deux fois, [trois fois|3|fois] celle de Paris, deux fois par an"),
    ("en", "[2 times more|2|times], two times, [three times|3|times] that of Paris"),
    ("fr", "[deux fois supérieur|2|fois]"),
    ("en", "[three times|3|times] as many"),
    ("fr", "vingt ans, vingt longues années, vingt dernières années, trois bonnes heures"),
    ("en", "twenty years, the 20 last years, two more full days, a quarter of an hour"),
    ("en", "[thirty F-16|30|F-16]s and [two Su-27|2|Su-27]s"),
    ("fr", "[trente F-16|30|F-16] et [deux Su-27|2|Su-27]"),
    ("en", "a 12-storey tower, a two-way street"),
    ("fr", "[22|22|gouvernement] des [27 gouvernements|27|gouvernement]"),
    ("en", "[22|22|government] of the [27 governments|27|government]"),
    ("en", "[three of them|3|], [22|22|man] of these men"),
    ("fr", "[deux|2|] d'entre eux"),
    ("fr", "[trois|3|homme] de ces hommes"),
    ("fr", "[3 000 « morts|3000|mort] », [3 000 (hommes|3000|homme])"),
    ("en", '[3,000 "deaths|3000|death]", 33 Earth days'),
    ("fr", "[trois grands nouveaux navires|3|navire]"),
    ("fr", "[trois soldats|3|soldat] ont fui, [trois|3|soldat] ont fui, [trois|3|soldat] parti"),
    ("fr", "[12 tonnes|12|tonne] de riz, [12 sacs de riz|12|sac de riz] blanc, [12 sacs|12|sac] de Paris"),
    ("fr", "[12 sacs|12|sac] de la ville, [12 officiers de police|12|officier de police] judiciaire"),
    (
        "fr",
        "[12 centres commerciaux|12|centre commercial], [12 soldats ukrainiens|12|soldat], [12 "
        "soldats|12|soldat] armés",
    ),
    ("fr", "un soldat ukrainien, [3 soldats|3|soldat] blessés légers"),
    (
        "fr",
        "[12 Chinois|12|Chinois], [12 Français|12|Français], [12 chevaux|12|cheval], [12 bateaux|12|bateau], [12 "
        "choux|12|chou], [12 feux|12|feu], [12 os|12|os], [12 gaz|12|gaz]",
    ),
    ("fr", "[12 messieurs|12|monsieur], [12 travaux|12|travail], [12 députés|12|député], [12 élus|12|élu]"),
    (
        "en",
        "[12 boxes|12|box], [12 churches|12|church], [12 dishes|12|dish], [12 glasses|12|glass], [12 "
        "flies|12|fly], [12 ties|12|tie], [12 quizzes|12|quiz], [12 people|12|person]",
    ),
    ("en", "[a single officer|1|officer] surrounded by protesters, [one vaccine|1|vaccine] appears"),
    (
        "en",
        "[several people|2..|person] dead, [60 wounded|60|wounded], [60 wounded soldiers|60|wounded soldier], "
        "[12 police officers|12|police officer]",
    ),
    (
        "en",
        "[12 Korean officers|12|officer], [12 new officers|12|officer], [12 very old wooden fishing "
        "boats|12|fishing boat]",
    ),
    ("en", "[two more|2|], [eight others|8|], [two other men|2|man], [two more|2|man] of them"),
    ("en", "[one man|1|man], [one old man|1|man], [one very old man|1|man]"),
    (
        "en",
        "the number of deaths was [75|75|death], the total number of cases is [75|75|case], death toll of [75|75|case]",
    ),
    ("fr", "Il estime à [75|75|emploi] le nombre d'emplois."),
    ("en", "He puts at [75|75|job] the number of jobs."),
    ("fr", "le bilan des morts est de [75|75|mort]"),
    ("fr", "le nombre d'élus est de [75|75|élu]"),
    ("en", "the toll is [75|75|]; the death toll of [75|75|death]"),
    ("fr", "[2 points|2|point] d'avance, puis [3|3|point] après"),
    ("en", "[2 points|2|point] ahead, then [3|3|point] after"),
    ("fr", "[deux hommes|2|homme] parmi les [12 blessés|12|blessé], [trois|3|blessé] parmi les blessés"),
    ("en", "[22|22|man] of these men, [three|3|man] out of [12 men|12|man]"),
    ("fr", "[3 livres sterling|3|livre], [3 francs suisses|3|franc suisse]"),
    ("en", "[3 Canadian dollars|3|Canadian dollar], [3 pounds sterling|3|pound]"),
    ("fr", "[12 soldats|12|soldat] du génie, [12 mètres carrés|12|m²], [3 kilomètres par heure|3|km/h]"),
    (
        "en",
        "[12 square metres|12|square metre], [3 miles per hour|3|mile per hour], [3 barrels per day|3|barrel per day]",
    ),
    ("fr", "[deux|2|blessé] parmi les [12 blessés|12|blessé]"),
    ("en", "[three|3|man] of their [12 men|12|man]"),
    ("fr", "à 3'5"),
    (
        "en",
        "[3 tennis players|3|tennis player], [3 virus carriers|3|virus carrier], [3 class teachers|3|class teacher]",
    ),
]

NAMES_AND_DATES = [
    ("fr", "la COVID-19, le GPT-4, #3, @5, 3/4, n°5, 3DS, 1.2.3, 21e, 12:3, 5_6, 7@x"),
    ("en", "COVID-19, GPT-4, #3, @5, /7, 3DS, 1.2.3, 21st, 12:3, 5_6, 7@x, 90's"),
    ("fr", "les articles 5 et 6, la page 12, la phase deux, art. 5"),
    ("en", "Articles 5 and 6, page 12, phase two, No. 5, room 101"),
    ("fr", "le groupe de [300 hommes|300|homme], article [300 hommes|300|homme]"),
    ("en", "the group [300 people|300|person] strong, the class of [300 pupils|300|pupil]"),
    ("fr", "un Boeing 737, le Falcon 50, France 24, à Paris [300 personnes|300|personne]"),
    ("en", "a Boeing 737, in Paris [300 people|300|person] marched, Police say [300 people|300|person] fled"),
    ("en", "the towers, [49|49|], fell; Ann, [49 people|49|person]"),
    ("fr", "au 115, le 3611, ce 12, le [100 000|100000|], au [12,5|12.5|], du [20 %|20|%]"),
    ("en", "this 12, this [12%|12|%], this [12.5|12.5|%]"),
    ("fr", "les deux sont là, les [trois|3|] sont là, des deux, [deux|2|] sont là"),
    ("en", "the two left, the [three|3|] left, [two|2|] left"),
    ("en", "one Vijayaragavan, one French Canadian left, [two Canadians|2|Canadian] left"),
    ("fr", "un neuf, neuf fois plus, [neuf hommes|9|homme]"),
    (
        "fr",
        "75019 Paris, [75 019 Parisiens|75019|Parisien], [75019 habitants|75019|habitant], [plus de 75019 "
        "Parisiens|75019..|Parisien]",
    ),
    ("fr", "1) les morts 2) les blessés, des morts ([12|12|]), ([3 morts|3|mort])"),
    ("en", "1) the dead 2) the wounded, deaths ([12|12|]), [21|21|]) [22|22|]"),
    ("en", "in 1789, since 1914, before 1500 came, [1500 men|1500|man], in [1500 men|1500|man], [1815 men|1815|man]"),
    ("en", "in [3012 men|3012|man], in [999 men|999|man], March 1815, Oct. 1815"),
    ("fr", "007, 05, 0100"),
    ("en", "by [7|7|], at age 7"),
    ("fr", "des jeunes âgés de 18 à 25 ans, [trois hommes|3|homme] âgés"),
    ("en", "[3 men|3|man] aged between 18 and 25, [two boys|2|boy] aged from 8 to 12"),
    ("en", "[2000 men|2000|man] left in 2000, [about 1950 men|1755..2145|man], [2100 men|2100|man]"),
    ("fr", "[2000 hommes|2000|homme] en 2000, [environ 1950 hommes|1755..2145|homme]"),
    ("fr", "Ubuntu 12.10, sorti hier"),
]

STEPPED_OVER = [
    ("fr", "http://a.fr/12, www.b.fr/13, 2024-10-24, 24/10/2024, 24.10.24"),
    ("en", "https://a.org/12, www.b.org/13, 2024-10-24, 10/24/2024, 10.24.24"),
    ("fr", "le 3 mars 2024, les 3, 4 et 5 mars, les 3-5 mars, du 3 au 5 mars, le 1er mai"),
    ("en", "May 5, 2019, May 5-7, May 5 and 7, Jan. 5, 5 May 2019, the 3rd of May, Oct 8, 9 and 10"),
    ("en", "May 5, [30 people|30|person] died; they may bring [20 people|20|person]; may [5 men|5|man] go"),
    ("fr", "lundi 3, mardi 12, lundi [3 000 hommes|3000|homme], lundi [3 %|3|%], lundi [3,5 %|3.5|%]"),
    ("en", "Monday 3, Monday [3,000 men|3000|man], Monday [3%|3|%]"),
    ("fr", "2008-2009, 2008/2009, 2008 et 2009, 2008 à 2009"),
    ("en", "2008-2009, 2008–2009, 2008 and 2009, 2008 to 2009"),
    ("fr", "14 h 30, 14h30, 8 heures 30, 12:30, 12:30:15"),
    ("en", "2:30 p.m., 3pm, 3 am, 2.30pm, 0100 UTC, 5 o'clock, 1400 hours"),
    ("fr", "01 23 45 67 89, 01.23.45.67.89, +33 1 23 45 67 89"),
    ("en", "555-123-4567, +1 555 123 4567, 1.2.3.4, 192.168.1.1"),
    ("fr", "tous les deux, 24/7, l'un des deux, entre deux, par deux"),
    ("en", "one of us, 24/7, the one, one day, half an hour"),
    ("fr", "[une seule maternité|1|maternité], [un unique survivant|1|survivant], un seul"),
    ("en", "[a single man|1|man], [just one man|1|man]"),
    ("fr", "[cinq hommes|5|homme] et [une femme|1|femme], [cinq hommes|5|homme] et [une centaine|90..110|homme]"),
    ("en", "[five men|5|man] and a woman"),
    ("fr", "[un ou deux hommes|1..2|homme], un ou des hommes, [un mort|1|mort] et [deux blessés|2|blessé]"),
    ("fr", "le 3 septembre, les 3 et 4 septembre 2024, du 3 au 4 septembre"),
    ("en", "3 September, the 3rd and 4th of September, September 3 and 4"),
    ("en", "in 1900, by 1899, [1900 men|1900|man]"),
    ("fr", "les deux dernières longues années, vingt premières bonnes minutes"),
    ("en", "the next two full working days, three long straight working days"),
    ("en", "nobody came until four in the morning"),
    ("en", "police shot [four|4|] at night"),
]

CONTEXT = [
    ("fr", "quatre brigades de [3 000 hommes|3000|homme], quatre brigades comptant chacune [3 000 hommes|3000|homme]"),
    (
        "en",
        "four brigades of [3,000 men|3000|man], four brigades with [some 3,000 men|2700..3300|man], [four "
        "brigades|4|brigade] fled",
    ),
    (
        "fr",
        "[12 000 hommes|12000|homme], soit quatre brigades; [12 000 hommes|12000|homme] dans la ville ont fui "
        "avec [quatre brigades|4|brigade]",
    ),
    ("en", "[12,000 men|12000|man] in four brigades; [four police divisions|4|police division] fled"),
    ("fr", "chaque groupe de trente hommes, par groupes de dix, chaque petite unité de trente hommes"),
    ("en", "each group of thirty men, in groups of ten, in teams of small groups of ten"),
    ("fr", "un mortier de 81 mm, un canon de 75 mm, [81 mm|81|mm] de pluie"),
    ("en", "a calibre 81 mm, [81 mm|81|millimetre] of rain"),
    ("fr", "une magnitude de [6,6|6.6|magnitude], de magnitude [5|5|magnitude], à [6,6|6.6|magnitude]"),
    ("fr", "âgés de 18 à 25 ans, âgé de 12 ans et [3 hommes|3|homme], âgées de 30 et 40 ans"),
    ("en", "aged 18 to 25, aged 12 and [3 men|3|man], aged between 18 and 25"),
    ("en", "battu 3-0, lost 3-0, won 21-14 on [3 fields|3|field]"),
    ("fr", "[300 hommes|300|homme] et [12|12|] Mirage 2000, [300 hommes|300|homme] ; [12|12|homme] ont fui"),
    (
        "fr",
        "[3 €|3|euro], [12|12|euro] en tout; [3 %|3|%], [2,5|2.5|%] ensuite; [3 %|3|%], puis [2|2|euro] ensuite; "
        "[5 km|5|kilomètre], [2,5|2.5|kilomètre] après",
    ),
    ("en", "A Boeing 707 crashed. The 707 was lost. The [707 people|707|person] fled."),
    ("fr", "[plus d'un million|1000000..|] d'entre eux, [à peine un million|1000000|]"),
    ("en", "three quarters of an hour, a third of an hour"),
    ("en", "[300 men|300|man] and [12|12|man] left"),
    ("fr", "À İzmir, [300 hommes|300|homme] ont fui."),
    ("fr", "[une moitié|50|%] de la ville"),
    ("fr", "Ubuntu 12.10 LTS, [12,10 mètres|12.1|mètre]"),
    ("fr", "[3 000 hommes|3000|homme] et, dans la ville voisine, en [quatre brigades|4|brigade]"),
    ("fr", "[trois soldats|3|soldat] blessés et [deux morts|2|mort]"),
    ("fr", "[dix mille cinq cents hommes|10500|homme], [vingt-deux mille hommes|22000|homme]"),
    ("en", "[ten thousand five hundred men|10500|man], [twenty-two thousand men|22000|man]"),
    (
        "fr",
        "[entre 3 et 4 millions d'euros|3000000..4000000|euro], [de 3 000 à 4 000 euros|3000..4000|euro], [3 à 4 "
        "fois plus|3..4|fois]",
    ),
    (
        "en",
        "[between 3 and 4 million euros|3000000..4000000|euro], [from 3,000 to 4,000 euros|3000..4000|euro], [3 "
        "to 4 times more|3..4|times]",
    ),
    (
        "fr",
        "[supérieur à 300 hommes|300..|homme], [inférieur ou égal à 300 hommes|0..300|homme], [> 300 "
        "hommes|300..|homme], [≤ 300 hommes|0..300|homme]",
    ),
    (
        "en",
        "[greater than 300 men|300..|man], [> 300 men|300..|man], [≤ 300 men|0..300|man], [more than 300 "
        "men|300..|man]",
    ),
    (
        "fr",
        "[quelques centaines de milliers de morts|200000..999999|mort], [plusieurs milliers de "
        "morts|2000..9999|mort], [plusieurs dizaines de millions d'euros|20000000..99999999|euro]",
    ),
    (
        "en",
        "[several hundred thousand deaths|200000..999999|death], [several thousand deaths|2000..9999|death], "
        "[many hundreds of deaths|200..999|death]",
    ),
    ("fr", "à İstanbul, [12 hommes|12|homme]"),
    ("fr", "[cinq hommes|5|homme] et [une femme|1|femme], puis [3|3|femme] après"),
]

TABLES = {
    "digits": DIGITS,
    "words": WORDS,
    "ranges & shares": RANGES_AND_SHARES,
    "approximators": APPROXIMATORS,
    "counted": COUNTED,
    "naming": NAMES_AND_DATES,
    "starts": STEPPED_OVER,
    "finder": CONTEXT,
}


def marked(text: str, language: str) -> str:
    """The text with its quantities marked as the tables mark them."""
    out, at = "", 0
    for q in find_quantities(text, language):
        low, high = ("" if value is None else f"{value:.12g}" for value in (q.low, q.high))
        out += f"{text[at : q.span.start]}[{q.span.of(text)}|{low if low == high else f'{low}..{high}'}|{q.unit}]"
        at = q.span.end
    return out + text[at:]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [pytest.param(*row, id=f"{name}-{number}") for name, rows in TABLES.items() for number, row in enumerate(rows)],
)
def test_figures(language: str, sentence: str) -> None:
    assert marked(MARK.sub(r"\1", sentence), language) == sentence


def test_a_footnote_is_no_figure() -> None:
    text = "He scored 3 goals[3] and 4 [5] in all."
    assert [q.span.of(text) for q in find_quantities(text, "en")] == ["3 goals", "4"]
