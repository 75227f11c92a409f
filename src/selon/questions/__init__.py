"""Many articles side by side: the questions that claims answer, their answers, origins and conflicts."""

from selon.questions.build import build_questions, questions_of, statements_of
from selon.questions.form import question_form
from selon.questions.index import QuestionIndex
from selon.questions.record import Answer, Conflict, Facet, Origins, Question, Statement, Update
from selon.questions.stored import questions_in, tabulate

__all__ = [
    "Answer",
    "Conflict",
    "Facet",
    "Origins",
    "Question",
    "QuestionIndex",
    "Statement",
    "Update",
    "build_questions",
    "question_form",
    "questions_in",
    "questions_of",
    "statements_of",
    "tabulate",
]
