"""The registry's data, one for all languages: countries, bodies, media, people and who held which office when."""

from selon.languages.registry.tables import (
    ACTOR_KINDS,
    Body,
    Country,
    Holder,
    Known,
    RegistryError,
    bodies,
    countries,
    holders,
    people,
    user_bodies,
)

__all__ = [
    "ACTOR_KINDS",
    "Body",
    "Country",
    "Holder",
    "Known",
    "RegistryError",
    "bodies",
    "countries",
    "holders",
    "people",
    "user_bodies",
]
