"""One utterance as the rules find it, in token numbers."""

from dataclasses import dataclass

__all__ = ["Tokens", "Utterance"]

Tokens = tuple[int, int]  # first token, token after the last


@dataclass(frozen=True, slots=True)
class Utterance:
    """What somebody said, where the text says that they said it, and how.

    `quote`, `speaker`, `cue`, `frame` and `addressee` are token ranges, empty where there is nothing; the speaker may
    stand in an earlier sentence. `form` is one of the speech forms of a reading. `sentence` is the number of the outer
    sentence that holds the frame. `thought`: the cue is a verb of thinking; `personal`: speech only where a person is
    the speaker.
    """

    form: str
    quote: tuple[Tokens, ...]
    speaker: tuple[Tokens, ...]
    cue: tuple[Tokens, ...]
    frame: tuple[Tokens, ...]
    sentence: int
    rule: str
    addressee: tuple[Tokens, ...] = ()
    nested: bool = False
    thought: bool = False
    personal: bool = False
