"""A publisher's name from its printed genitive: "Deutschen Landkreistages" → "Deutscher Landkreistag"."""

__all__ = ["nominative"]


def nominative(name: str) -> str:
    """The name that is printed after "des" or "der"; as it is where its first noun is not understood.

    >>> nominative("Instituts für Arbeitsmarkt- und Berufsforschung")
    'Institut für Arbeitsmarkt- und Berufsforschung'
    """
    from podium.reading.inflection import adjective, gender, is_adjective, noun  # only releases that need it pay

    words = name.split(" ")
    for position, word in enumerate(words):
        head = noun(word, "gen")
        of = gender(head)
        is_noun = of is not None and (head != word or not is_adjective(word) or position + 1 == len(words))
        if is_noun and of is not None:
            return " ".join([*(adjective(each, of) for each in words[:position]), head, *words[position + 1 :]])
        if not is_adjective(word):
            break
    return name
