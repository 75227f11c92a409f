"""Many articles side by side: the questions that claims answer, their answers, origins and conflicts."""

from selon.questions.build import build_questions, questions_of, statements_of
from selon.questions.form import question_form
from selon.questions.record import Answer, Conflict, Facet, Origins, Question, Statement, Update

__all__ = [
    "Answer",
    "Conflict",
    "Facet",
    "Origins",
    "Question",
    "Statement",
    "Update",
    "build_questions",
    "question_form",
    "questions_of",
    "statements_of",
]
