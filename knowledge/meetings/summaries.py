"""Summaries of meetings as they were published: kept as data, posted in the channel, and part of the library."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any

from pydantic import TypeAdapter

from knowledge import posts
from knowledge.meetings import commitments, drafts, labels, shelf
from knowledge.meetings.commitments import Action
from knowledge.meetings.drafts import Draft, Line
from knowledge.meetings.model import Kind
from knowledge.meetings.summary import SECTIONS, Item, Section, Summary
from knowledge.posts import Kept, Post
from knowledge.store.contract import Transaction
from knowledge.store.keys import key, prefix, stamp
from knowledge.store.paging import every as every_entry

POSTED_WITHIN = timedelta(days=2)

Draw = Callable[[Summary], Mapping[str, Any]]
"""Draws the post of a summary."""

_SUMMARY: TypeAdapter[Summary] = TypeAdapter(Summary)


def summarise(draft: Draft) -> Summary:
    """What is ticked in a draft, with what is written in the place of names."""
    sections = (Section(kind, tuple(_item(draft, line) for line in draft.of(kind) if line.ticked)) for kind in SECTIONS)
    return Summary(draft.id, draft.title, draft.date, tuple(each for each in sections if each.items), draft.channel)


def mark_of(draft: Draft) -> str:
    """The same for a draft of which the same would be posted in the same channel."""
    return sha256(_SUMMARY.dump_json(summarise(draft))).hexdigest()[:16]


def _item(draft: Draft, line: Line) -> Item:
    return Item(line.id, draft.said(line.text), draft.said(line.owner), line.due)


def to_correct(summary: Summary) -> Draft:
    """The draft that a summary is corrected in."""
    lines = tuple(
        Line(item.id, section.kind, item.text, True, item.owner, item.due)
        for section in summary.sections
        for item in section.items
    )
    return Draft(summary.id, summary.title, summary.held, lines, (), certain=True, channel=summary.channel)


def to_edit(tx: Transaction, network: str, id: str) -> Draft | None:
    """The draft of that id, else one that corrects what was published of it."""
    waiting = drafts.find(tx, network, id)
    published = None if waiting else find(tx, network, id)
    return to_correct(published) if published else waiting


def publish(tx: Transaction, network: str, draft: Draft, draw: Draw, now: datetime) -> Summary:
    """Post what is ticked in a draft, or correct its post where there is one, and let the draft go.

    `now` is in the network's own time zone.
    """
    before = find(tx, network, draft.id)
    made = replace(summarise(draft), published=now)
    if before:
        made = replace(made, post=before.post, published=before.published, corrected=now.date())
    if before and is_posted(tx, network, before):
        made = replace(made, channel=before.channel)
        posts.change(tx, network, made.post, draw(made), now)
    else:
        made = replace(made, post=_post(tx, network, made, draw, now))
    _put(tx, network, made, now)
    labels.keep(tx, network, draft, now)
    drafts.discard(tx, network, draft.id)
    return made


def _post(tx: Transaction, network: str, made: Summary, draw: Draw, now: datetime) -> str:
    """Have it posted, in the place of a post that did not come; returns the id of the post."""
    posts.take_back(tx, network, made.post, now)
    post = Post(f"meeting/{made.id}/{stamp(now)}", made.channel, "", draw(made), now, now + POSTED_WITHIN)
    return posts.intend(tx, network, post)


def change(tx: Transaction, network: str, summary: Summary, draw: Draw, now: datetime) -> None:
    """Write a summary anew wherever it is kept and shown, without calling it corrected."""
    posts.change(tx, network, summary.post, draw(summary), now)
    _put(tx, network, summary, now)


def _put(tx: Transaction, network: str, made: Summary, now: datetime) -> None:
    tx.put(_summary(network, made.id), _SUMMARY.dump_python(made, mode="json"))
    to_do = (Action(made.id, item.id, item.text, item.owner, item.due) for item in made.of(Kind.ACTION))
    commitments.replace_all(tx, network, made.id, to_do)
    shelf.put(tx, network, made, now)


def find(tx: Transaction, network: str, id: str) -> Summary | None:
    entry = tx.get(_summary(network, id))
    return None if entry is None else _SUMMARY.validate_python(entry.value)


def every(tx: Transaction, network: str) -> list[Summary]:
    """The summaries of a network, that of the latest meeting first."""
    entries = every_entry(tx, prefix("networks", network, "summaries"))
    found = [_SUMMARY.validate_python(entry.value) for entry in entries]
    return sorted(found, key=lambda each: (each.held, each.id), reverse=True)


def post_of(tx: Transaction, network: str, summary: Summary) -> Kept | None:
    """What has become of its post; None where it is no longer known."""
    return posts.find(tx, network, summary.post)


def is_posted(tx: Transaction, network: str, summary: Summary) -> bool:
    """Whether its post is in Teams or may come there, which one that is no longer known may be."""
    kept = post_of(tx, network, summary)
    return kept is None or not kept.is_absent


def remove(tx: Transaction, network: str, summary: Summary, now: datetime, *, post_too: bool) -> None:
    """Forget a summary and what was to be done after its meeting; its post stays unless it goes too."""
    tx.delete(_summary(network, summary.id))
    drafts.discard(tx, network, summary.id)
    commitments.replace_all(tx, network, summary.id, ())
    shelf.remove(tx, network, summary)
    if post_too:
        posts.take_back(tx, network, summary.post, now)


def _summary(network: str, id: str) -> str:
    return key("networks", network, "summaries", id)
