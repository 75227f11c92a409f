"""How common the words are that the bilingual table lacks.

    PYTHONPATH=. python tools/common_stems.py > src/selon/questions/common_stems.tsv

By their stems, counted over the articles of ``training/data`` of each language: "fois", "last" and "every" join no two
claims, what few articles have does.
"""

from __future__ import annotations

from collections import Counter, defaultdict

from selon.questions.words import concepts, tokens
from training.commonness import LEAST, texts


def main() -> None:
    counted: dict[str, Counter[str]] = defaultdict(Counter)
    number: Counter[str] = Counter()
    for text, language in texts():
        number[language] += 1
        words = tokens(text, language)
        counted[language].update({name for name, _ in concepts(words, language) if name[0] == "~"})
    print("# Share of a language's articles that have a word of this stem; made by tools/common_stems.py.")
    for language, found in sorted(counted.items()):
        for name in sorted(found):
            if found[name] / number[language] >= LEAST:
                print(f"{language}\t{name}\t{found[name] / number[language]:.2f}")


if __name__ == "__main__":
    main()
