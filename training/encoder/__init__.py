"""Training of the encoder (selon.analysis.attribution.encoder): python -m training.encoder --help"""

EPOCHS = 7
