"""Small articles and claims for the ledger's tests; nothing here is analysed."""

from __future__ import annotations

from selon.model import Article, Claim, Quantity, Relay, Span


def article(n: int = 1, words: str = "sont partis", **known: str | None) -> Article:
    text = f"Selon Séoul, {n} 000 soldats {words}. Le Kremlin dément."
    return Article(text=text, **{"id": f"d{n:02}", "language": "fr", "published": "2024-10-18", **known})


def claims(of: Article) -> list[Claim]:
    """One claim by Seoul with a figure, one denial by the Kremlin."""
    figure, stop, kremlin = of.text.index(",") + 2, of.text.index("."), of.text.index("Le Kremlin")
    soldiers = Span(figure, of.text.index("soldats") + len("soldats"))
    return [
        Claim(
            source=(Span(6, 11),),
            cue=(Span(0, 5),),
            content=(Span(figure, stop),),
            speaker="South Korea",
            relay=(Relay("Yonhap"),),
            quantities=(Quantity(soldiers, 1000, 1000, "soldat"),),
        ),
        Claim(
            source=(Span(kremlin, kremlin + 10),),
            cue=(Span(kremlin + 11, kremlin + 17),),
            content=(),
            speaker="Kremlin",
            stance="denies",
            certainty="denied",
        ),
    ]
