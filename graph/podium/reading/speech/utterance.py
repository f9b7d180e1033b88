"""One utterance as the rules find it, in token numbers, and the frame that several utterances can share."""

from podium.reading.values import value

__all__ = ["Frame", "Tokens", "Utterance"]

Tokens = tuple[int, int]  # first token, token after the last


@value
class Utterance:
    """What somebody said, where the text says that they said it, and how.

    `quote`, `speaker`, `cue` and `frame` are token ranges, empty where there is nothing; the speaker may stand in an
    earlier sentence. `form` is one of the speech forms of a reading. `sentence` is the number of the outer sentence
    that holds the frame. `thought`: the cue is a verb of thinking; `personal`: speech only where a person is the
    speaker.
    """

    form: str
    quote: tuple[Tokens, ...]
    speaker: tuple[Tokens, ...]
    cue: tuple[Tokens, ...]
    frame: tuple[Tokens, ...]
    sentence: int
    rule: str
    nested: bool = False
    thought: bool = False
    personal: bool = False


@value
class Frame:
    """Who says it and which words say so: what all utterances of one frame share; `words` are the whole frame."""

    sentence: int
    speaker: tuple[Tokens, ...] = ()
    cue: tuple[Tokens, ...] = ()
    words: tuple[Tokens, ...] = ()
    thought: bool = False

    def says(self, form: str, rule: str, *quote: Tokens, nested: bool = False, personal: bool = False) -> Utterance:
        """An utterance in this frame: its form, the rule that found it, the tokens of what was said."""
        return Utterance(
            form, quote, self.speaker, self.cue, self.words, self.sentence, rule, nested, self.thought, personal
        )
