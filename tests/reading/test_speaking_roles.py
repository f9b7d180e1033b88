"""In which of several offices somebody speaks: the one beside the words."""

import pytest

from podium.reading import read
from podium.register import load
from podium.release import Release

_ROWS = [
    (
        "Landrat Karl Muster, derzeit Vorsitzender der Trägerversammlung, dankte allen.",
        ["Vorsitzender der Trägerversammlung"],
    ),
    ("Der Schirmherr der Messe, Staatssekretär Karl Muster, dankte allen.", ["Staatssekretär"]),
    (
        "Dazu erklärt Eva Stein, Leiterin des Jobcenters Kassel und Sprecherin des Bündnisses Arbeit: „Das ist gut.“",
        ["Leiterin"],
    ),
    (
        "Eva Stein, Leiterin des Jobcenters Kassel und Sprecherin des Bündnisses Arbeit, warnte vor Kürzungen.",
        ["Sprecherin"],
    ),
    ("„Das ist gut“, sagt Karl Muster, Landrat und Vorsitzender der Trägerversammlung.", ["Landrat"]),
    (
        "Auch Eva Stein, Köchin und Vorsitzende des Beirats, war da. Stein dankte allen.",
        ["Köchin"],
    ),
    (
        "Kammerpräsidentin Eva Stein mahnte zur Eile. „Wir warten“, so die Gesellschafterin der Stein GmbH.",
        ["Kammerpräsidentin", "Gesellschafterin"],
    ),
    (
        "Chefin Eva Stein mahnte zur Eile. Stein, die zugleich die Kita Kassel leitet, warnte vor Kürzungen.",
        ["Chefin", "Chefin"],
    ),
]


@pytest.mark.parametrize(("text", "titles"), _ROWS, ids=[row[0][:40] for row in _ROWS])
def test_role(text: str, titles: list[str]) -> None:
    found = read(Release(text, "test", "test"), load())
    roles = {role.id: role.title for role in found.roles}
    assert [roles.get(c.role or "") for c in found.contributions] == titles
