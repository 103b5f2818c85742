"""Talks made by hand, with small talk round what matters."""

from datetime import date

from knowledge.meetings.documents import read_text
from knowledge.meetings.model import Candidate, Document, Kind, Understood
from knowledge.meetings.transcripts import understand_transcript
from knowledge.meetings.weights import AGAIN, DUE, HAND, LISTED, NEXT, OWNER, RETURN, UNDECIDED, Weights, weights

SPEAKERS = {"A": "Anna Ek", "B": "Bo Falk", "C": "Cia Lund", "D": "Dan Ås"}
TODAY = date(2026, 2, 12)  # a Thursday
# Notes each promise and nothing else: which are worth noting is learnt, but not whose they are.
NOTHING = Weights({}, bias=-1.0, least=0.0)
EACH_PROMISE = dict.fromkeys([*Kind, UNDECIDED, *AGAIN.values()], NOTHING) | {
    Kind.ACTION: Weights({"@settled": 2.0}, -1.0, 0.0),
    LISTED: Weights({}, bias=0.0, least=0.0),
    **{each: weights()[each] for each in (OWNER, HAND, RETURN, DUE, *NEXT)},
}
# Turns to put after others.
AROUND = " / A: Ja, det är inte så lätt att veta. / C: Nej. / D: Nja, vi har sett det förut. / A: Okej, då så." * 2
SMALL_TALK = "Anna Ek: Det är inte så lätt att veta.\nBo Falk: Nej, vi har sett det förut.\n"


def talk(said: str) -> Understood:
    """What is understood of a talk, with small talk round it that makes it a transcript."""
    return understand_transcript(transcript(f"{SMALL_TALK * 2}{said.strip()}\n{SMALL_TALK * 2}"), TODAY, EACH_PROMISE)


def transcript(lines: str) -> Document:
    """Of lines, each beginning with who speaks, ten seconds apart."""
    timed = [f"[{number // 6}:{number % 6}0] {line}" for number, line in enumerate(lines.splitlines())]
    return read_text("\n".join(timed))


def only(said: str, kind: Kind) -> Candidate:
    [candidate] = talk(said).of(kind)
    return candidate


def said(turns: str) -> Understood:
    """Of turns set apart by slashes, each with the letter of who speaks: *A: Kan du boka lokalen? / B: Ja.*"""
    lines = (each.split(": ", 1) for each in turns.split(" / "))
    return talk("\n".join(f"{SPEAKERS[speaker]}: {text}" for speaker, text in lines))
