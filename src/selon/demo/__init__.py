"""The dossier that ships with selon: 22 dispatches in two languages, two stories, written for this project.

``dossier.jsonl`` has the articles, ``dossier.gold.jsonl`` the same with their claims annotated by docs/guidelines.md,
``questions.json`` the wording of the questions that the gold claims answer.
"""

from pathlib import Path

DOSSIER = Path(__file__).parent / "dossier.jsonl"
GOLD = Path(__file__).parent / "dossier.gold.jsonl"
