"""Which voices and accents are offered of those that a computer has."""

from bedtime.language import AsWritten, speak
from bedtime.session.ears import Speaker, accents, led_in, speakers_of

OF_ESPEAK = (
    Speaker("Afrikaans", "af"),
    Speaker("English (Scotland)", "en-GB-SCOTLAND"),
    Speaker("English (Scotland)+Adam", "en-GB-SCOTLAND"),
    Speaker("English (America)", "en-US"),
    Speaker("English (America)+whisper", "en-US"),
    Speaker("English (Caribbean)", "en-029"),
)


def test_the_accents_are_those_that_are_spoken_here_by_country() -> None:
    assert accents(OF_ESPEAK, "en") == {
        "en": "Any English",
        "en-029": "Caribbean",
        "en-GB": "British",
        "en-US": "American",
    }


def test_a_language_that_somebody_wrote_into_the_file_stays_to_be_seen() -> None:
    assert accents((), "cy") == {"cy": "cy", "en": "Any English"}


def test_one_voice_in_many_disguises_is_offered_once_and_only_where_its_language_is_wanted() -> None:
    assert [one.name for one in speakers_of(OF_ESPEAK, "en")] == [
        "English (America)",
        "English (Caribbean)",
        "English (Scotland)",
    ]
    assert [one.name for one in speakers_of(OF_ESPEAK, "en-GB")] == ["English (Scotland)"]


def test_a_voice_whose_own_name_has_a_plus_is_offered_too() -> None:
    assert speakers_of((Speaker("Ava+", "en-US"),), "en") == (Speaker("Ava+", "en-US"),)


def test_a_language_that_only_begins_alike_is_another() -> None:
    assert speakers_of((Speaker("Enga", "enq"),), "en") == ()


def test_the_voice_speaks_the_language_of_the_words() -> None:
    assert led_in("en-GB") == "en-GB"
    before = speak(AsWritten(), "pt_BR")
    try:
        assert led_in("en-GB") == "pt-BR"
        assert list(accents((Speaker("Luz", "pt-BR"), Speaker("Rosa", "en-GB")), led_in("en-GB"))) == ["pt-BR"]
    finally:
        speak(before)
