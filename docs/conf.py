"""How Sphinx builds the docs: `make docs`. All assets are the theme's own; nothing comes from elsewhere."""

from selon import __version__

project = "selon"
author = "the authors of selon"
copyright = author
release = version = __version__
language = "en"

extensions = ["myst_parser"]
myst_heading_anchors = 4  # every heading can be linked to
source_suffix = {".md": "markdown"}
nitpicky = True

html_theme = "furo"
html_title = "selon"
html_copy_source = False
html_show_sourcelink = False
html_show_sphinx = False
