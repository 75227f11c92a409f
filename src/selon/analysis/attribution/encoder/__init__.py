"""A small transformer reads the article once: which words attribute, whose words they hand on, and what is said.

    pieces    a word's pieces (a unigram vocabulary)
    windows   an article in windows of whole regions
    network   the weights, and a window through the layers
    signals   what the heads make of it: Signals
    agreement how far a span agrees with the signals

It has three layers over words, taught (``python -m training.encoder.distil``) by six over pieces that start from the
lower ones of multilingual-e5-small (MIT) and are trained on annotated articles (``python -m training.encoder``;
docs/how-claims-are-found.md).
"""

from selon.analysis.attribution.encoder.signals import Signals, read_signals

__all__ = ["Signals", "read_signals"]
