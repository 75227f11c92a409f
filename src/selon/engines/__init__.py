"""Engines: articles to claims over many articles. ``local`` works on this machine."""
