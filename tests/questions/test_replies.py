"""Which earlier claim a reply is to that names nothing itself: "dismissed the claim", « a démenti », "denies guilt"."""

from __future__ import annotations

import pytest

from selon.model import article_from, claim_from
from selon.questions import build_questions
from tests.questions.marked import rows

DENIES = "stance=denies; certainty=denied"
DECLINES = "stance=declines; certainty=unasserted"
# An article with the claims 1 and 2, the reply 3 and the claim that it is to.
REPLIES = [
    # what accuses somebody comes before what was told last
    ("en", "{s1|Neighbours} {c1|accuse} {s3|Kemco} {k1|of polluting the river}. "
     "{s2|The mayor} {c2|said} {k2|the school had closed}. Kemco {c3|dismissed} {k3|the claim}.", "Kemco", DENIES, 1),
    ("fr", "{s1|Des riverains} {c1|accusent} {s3|Kemco} {k1|de polluer la rivière}. "
     "{s2|Le maire} {c2|dit} {k2|que l'école a fermé}. Kemco {c3|a démenti} {k3|ces accusations}.", "Kemco", DENIES, 1),
    # within one sentence, what that tells
    ("en", "{s1|Neighbours} {c1|accuse} {s3|Kemco} {k1|of polluting the river}. "
     "{s2|Unions} {c2|fear} {k2|the plant will shut}; the chief executive {c3|dismissed} {k3|this as scaremongering}.",
     "chief executive", DENIES, 2),
    # what is about the replier
    ("en", "{s1|The Post} {c1|reported} {k1|that minister Carla Vance had been paid by a builder}. "
     "{s2|Police} {c2|said} {k2|a bridge had collapsed}. {s3|Carla Vance} {c3|denied} {k3|any wrongdoing}.",
     "Carla Vance", DENIES, 1),
    ("fr", "{s1|Le Jour} {c1|affirme} {k1|que la ministre Carla Vance a été payée par un entrepreneur}. "
     "{s2|La police} {c2|dit} {k2|qu'un pont s'est effondré}. {s3|Carla Vance} {c3|a démenti} {k3|cette information}.",
     "Carla Vance", DENIES, 1),
    # nobody replies to those who speak for them
    ("en", "{s1|Neighbours} {c1|accuse} Kemco {k1|of polluting the river}. {s2|Kemco's lawyers} {c2|denounce} "
     "{k2|an arrest for the cameras}. {s3|Kemco} {c3|denied} {k3|the allegations}.", "Kemco", DENIES, 1),
    # an audit that found nothing wrong answers nobody
    ("en", "{s1|The mayor} {c1|said} {k1|the school had closed}. {s2|Police} {c2|said} {k2|a bridge had collapsed}. "
     "{s3|An audit} {c3|did not find} {k3|wrongdoing}.", "audit", DENIES, 0),
    ("fr", "{s1|Le maire} {c1|accuse} {k1|un journal d'avoir publié sa photo}. {s2|La police} {c2|dit} "
     "{k2|qu'un pont s'est effondré}. {s3|Un audit} {c3|n'a relevé} {k3|aucune culpabilité}.", "audit", DENIES, 0),
    # else what was told last
    ("en", "{s1|The mayor} {c1|said} {k1|the school had closed}. {s2|Police} {c2|said} {k2|a bridge had collapsed}. "
     "{s3|The army} {c3|declined to comment}.", "Army", DECLINES, 2),
    ("fr", "{s1|Le maire} {c1|dit} {k1|que l'école a fermé}. {s2|La police} {c2|dit} {k2|qu'un pont s'est effondré}. "
     "{s3|L'armée} {c3|n'a pas souhaité commenter}.", "Army", DECLINES, 2),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "who", "labels", "to"), REPLIES)
def test_what_a_reply_is_to(language: str, text: str, who: str, labels: str, to: int) -> None:
    accuses = "; stance=criticises" if "accus" in text.partition(".")[0] else ""
    second = "; stance=criticises" if "denounce" in text else ""
    told = (
        f"## id=a language={language} published=2024-05-06\n{text}\n"
        f"= 1 One{accuses}\n= 2 Two{second}\n= 3 {who}; {labels}"
    )
    found = build_questions((article_from(row), [claim_from(c) for c in row["claims"]]) for row in rows(told))
    (held,) = [{a.claim for a in q.answers} for q in found if "3" in {a.claim for a in q.answers}]
    assert held == ({"3", str(to)} if to else {"3"})
