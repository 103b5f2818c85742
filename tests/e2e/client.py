"""Using the Playground as a person does: choosing a chat, writing, reading the card that comes, clicking on it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from bot import playground

PHONE = 350  # pixels that a card gets on a phone of 390
EDITOR = "[role=textbox][data-lexical-editor=true]"
CARD = ".ac-adaptiveCard"


@dataclass
class Looks:
    """Pictures of what is seen, numbered in order."""

    folder: Path
    test: str
    _numbers: Iterator[int] = field(default_factory=lambda: count(1))

    def save(self, page: Page, card: Locator) -> None:
        """The window, and the card as wide as on a phone."""
        name = f"{self.test}-{next(self._numbers)}"
        card.scroll_into_view_if_needed()
        page.screenshot(path=self.folder / f"{name}.png")
        card.evaluate("(card, width) => { card.style.width = `${width}px` }", PHONE)
        card.screenshot(path=self.folder / f"{name}-phone.png")
        card.evaluate("card => { card.style.width = '' }")


@dataclass(frozen=True)
class Chat:
    """A thread of a channel, or a whole chat: what is written there and the cards in answer."""

    page: Page
    looks: Looks
    inside: Locator
    in_channel: bool

    @property
    def cards(self) -> Locator:
        return self.inside.locator(CARD)

    @property
    def newest(self) -> Locator:
        return self.cards.last

    def say(self, words: str) -> Locator:
        """Write, and wait for the card in answer."""
        before = self.cards.count()
        self.write(words)
        return self.seen(before + 1)

    def write(self, words: str) -> None:
        write(self.inside.locator(EDITOR), words, mention=self.in_channel)
        self.inside.get_by_role("button", name="Send Message").click()

    def click(self, name: str) -> Locator:
        """Click the first button of that name on the newest card, and wait for what the card becomes."""
        before = self.newest.inner_text()
        self.newest.get_by_role("button", name=name).first.click()
        expect(self.newest).not_to_have_text(before, use_inner_text=True)
        self.looks.save(self.page, self.newest)
        return self.newest

    def choose(self, name: str, label: str = "") -> None:
        """Choose in the list of the newest card, or in the one of that label."""
        lists = self.newest.get_by_role("combobox", name=label) if label else self.newest.get_by_role("combobox")
        lists.click()
        self.page.get_by_role("option", name=name).click()

    def fill(self, label: str, words: str) -> None:
        """Write in the field of the newest card that has that label."""
        self.newest.get_by_label(label).fill(words)

    def vote(self, option: str) -> None:
        """Click the button of that option in the newest card, a poll."""
        self.newest.get_by_title(option, exact=True).click()

    def click_for_more(self, name: str) -> Locator:
        """Click the first button of that name on the newest card, and wait for a card that follows it."""
        before = self.cards.count()
        self.newest.get_by_role("button", name=name).first.click()
        return self.seen(before + 1)

    def seen(self, cards: int) -> Locator:
        """The newest card, once there are so many."""
        expect(self.cards).to_have_count(cards)
        self.looks.save(self.page, self.newest)
        return self.newest


@dataclass(frozen=True)
class Client:
    page: Page
    looks: Looks

    def channel(self, name: str = "Erfarenhetsutbyte") -> "Client":
        self.page.get_by_role("treeitem", name=name).click()
        expect(self.page.get_by_role("button", name="Post", exact=True)).to_be_visible()
        return self

    def post(self, words: str, cards: int = 1) -> Chat:
        """Begin a thread in the channel by mentioning the bot, and wait for its answer, of so many cards."""
        own = self.page.locator(".fui-CardHeader", has_text=playground.PEOPLE[0])
        replying = self.page.get_by_role("button", name="Send Message")
        posts = self.page.get_by_role("group").filter(has=own).filter(has=replying)
        before = posts.count()
        write(self.page.locator(EDITOR).first, words, mention=True)
        self.page.get_by_role("button", name="Post", exact=True).click()
        expect(posts).to_have_count(before + 1)
        thread = Chat(self.page, self.looks, posts.first, in_channel=True)
        thread.seen(cards)
        return thread

    def posted(self, words: str) -> Chat:
        """The thread that the bot began at the top of the channel, once it is there and says `words`."""
        threads = self.page.get_by_role("group").filter(has=self.page.get_by_role("button", name="Send Message"))
        thread = Chat(self.page, self.looks, threads.first, in_channel=True)
        expect(thread.newest).to_contain_text(words)
        self.looks.save(self.page, thread.newest)
        return thread

    def card(self, words: str) -> Locator:
        """The card that says `words`, wherever it is, once it is there."""
        card = self.page.locator(CARD, has_text=words)
        expect(card).to_be_visible()
        self.looks.save(self.page, card)
        return card

    def personal(self) -> Chat:
        self.page.get_by_role("treeitem", name="Personal Chat").click()
        expect(self.page.get_by_role("button", name="Post", exact=True)).to_be_hidden()
        return Chat(self.page, self.looks, self.page.locator("body"), in_channel=False)


def write(editor: Locator, words: str, *, mention: bool) -> None:
    editor.click()
    page = editor.page
    if mention:
        page.keyboard.type("@")
        page.locator("#typeahead-menu [role=menuitem]", has_text="Erfa").click()
        expect(editor).to_contain_text("Erfa")
    page.keyboard.type(f" {words}" if mention else words)
    expect(editor).to_contain_text(words)
