"""A real browser before a real sandbox, for the stories of the phones page.

The browser is the one the machine has; where there is none the session says so in one line, and
under CI=true, where it must be installed, the stories fail instead.
"""

import os
import shutil
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page, async_playwright, expect

from tests.phones.bot import BotByHand
from tests.support.left_out import LEFT_OUT
from tests.support.sandbox import Phones, sandbox_server

HERE = Path(__file__).parent
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PATIENCE = 20_000  # milliseconds a story waits for what must come
MONDAY_MORNING = "2026-11-23T07:05:00+07:00"
expect.set_options(timeout=PATIENCE)


def find_chromium() -> str | None:
    """The browser to use: CHROMIUM of the environment, else what is installed."""
    named = os.environ.get("CHROMIUM")
    if named:
        return named if Path(named).exists() else None
    return next(filter(None, map(shutil.which, NAMES)), None)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave the browser's stories out where there is no browser, except under CI."""
    if find_chromium() or os.environ.get("CI") == "true":
        return
    mine = [item for item in items if item.path.is_relative_to(HERE)]
    if mine:
        config.stash[LEFT_OUT] = (
            f"tests/phones: {len(mine)} tests did not run, no Chromium was found (set CHROMIUM)"
        )
        config.hook.pytest_deselected(items=mine)
        items[:] = [item for item in items if item not in mine]


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def browser() -> AsyncIterator[Browser]:
    """One browser for all stories."""
    path = find_chromium()
    if path is None:
        pytest.fail("no Chromium was found: install it or set CHROMIUM")
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=path, args=QUIET)
        yield browser
        await browser.close()


@pytest_asyncio.fixture(loop_scope="session")
async def sandbox(tmp_path: Path) -> AsyncIterator[str]:
    """The address of a sandbox on a Monday morning."""
    async with sandbox_server(tmp_path, clock_start=MONDAY_MORNING) as url:
        yield url


@pytest_asyncio.fixture(loop_scope="session")
async def school(sandbox: str) -> AsyncIterator[Phones]:
    """The control API."""
    async with Phones(sandbox) as phones:
        yield phones


@pytest_asyncio.fixture(loop_scope="session")
async def bot(sandbox: str) -> AsyncIterator[BotByHand]:
    """A bot that does what the story tells it."""
    async with BotByHand(sandbox) as bot:
        yield bot


@pytest_asyncio.fixture(loop_scope="session")
async def lan(school: Phones, bot: BotByHand) -> int:
    """Cô Lan's phone, open on the desk; she has started the bot."""
    facts = {"role": "homeroom_teacher", "label": "7A1", "pinned": True}
    person = await school.person("Nguyễn Thị Lan", phone="0905123456", **facts)
    await school.do(person, "start")
    return person


@pytest_asyncio.fixture(loop_scope="session")
async def hoa(school: Phones, bot: BotByHand) -> int:
    """A mother whose phone is not open; she has started the bot."""
    person = await school.person("Phạm Thị Hoa", role="guardian", label="mẹ em Đức, 7A1")
    await school.do(person, "start")
    return person


OpenPage = Callable[..., Awaitable[Page]]


async def new_page(browser: Browser, width: int, height: int, scheme: str) -> Page:
    """A window of its own, with nothing remembered."""
    context = await browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme=scheme,
        reduced_motion="reduce",
        locale="vi-VN",
    )
    context.set_default_timeout(PATIENCE)
    return await context.new_page()


@asynccontextmanager
async def watched(page: Page, url: str) -> AsyncIterator[Page]:
    """The phones page in a window; at the end no script may have failed or asked in it."""
    faults: list[str] = []

    def note(event: object) -> None:
        faults.append(str(event))

    page.on("pageerror", note)
    page.on("dialog", note)
    await page.goto(url)
    await page.locator("#people [role=option]").first.wait_for()
    yield page
    page.remove_listener("pageerror", note)
    page.remove_listener("dialog", note)
    assert faults == []


@pytest_asyncio.fixture(loop_scope="session")
async def open_page(browser: Browser, sandbox: str) -> AsyncIterator[OpenPage]:
    """Opens the phones page in a new window of a size, in light or dark."""
    async with AsyncExitStack() as stack:

        async def open_one(width: int = 1280, height: int = 800, scheme: str = "light") -> Page:
            page = await new_page(browser, width, height, scheme)
            stack.push_async_callback(page.context.close)
            return await stack.enter_async_context(watched(page, sandbox))

        yield open_one


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def window(browser: Browser) -> Page:
    """One wide window that the stories use one after another, which saves seconds."""
    return await new_page(browser, 1280, 800, "light")


@pytest_asyncio.fixture(loop_scope="session")
async def page(window: Page, sandbox: str, lan: int, hoa: int) -> AsyncIterator[Page]:
    """The page on a wide screen, with cô Lan's phone open."""
    async with watched(window, sandbox) as page:
        await page.get_by_label("Viết tin nhắn trên điện thoại của Nguyễn Thị Lan").wait_for()
        yield page
        await page.evaluate("localStorage.clear()")
        await page.emulate_media(color_scheme="light")
        await page.goto("about:blank")
