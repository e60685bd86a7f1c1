"""A stranger's client of Zalo's Official Account, and a webhook that remembers what it got."""

import hashlib
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import aiohttp
from aiohttp import web

from tests.support.sandbox import Phones
from tests.support.zalo_bot import eventually

APP_ID = "360846524940903967"
OA_ID = "388613280878808645"
APP_SECRET = "SandboxAppSecret0001"


class OaClient:
    """Calls below `/zalo` with an access token, as any program would; answers are JSON."""

    def __init__(self, url: str, session: aiohttp.ClientSession, token: str = "") -> None:
        self.base, self.session, self.token = f"{url}/zalo", session, token
        self.headers: dict[str, str] = {}

    async def post(self, path: str, body: Any) -> Any:
        """POST JSON."""
        return await self._call("POST", path, json=body)

    async def get(self, path: str, **data: Any) -> Any:
        """GET of the account: one query parameter holds JSON."""
        return await self._call("GET", path, params={"data": json.dumps(data)})

    async def zbs(self, path: str, **query: Any) -> Any:
        """GET about templates."""
        return await self._call("GET", path, params=query)

    async def say(self, user: str, text: str = "Chào cô", **message: Any) -> Any:
        """A consultation message."""
        words = {"text": text} if text else {}
        body = {"recipient": {"user_id": user}, "message": {**words, **message}}
        return await self.post("v3.0/oa/message/cs", body)

    async def upload(self, kind: str, data: bytes, name: str) -> Any:
        """Upload a file."""
        form = aiohttp.FormData()
        form.add_field("file", data, filename=name)
        return await self._call("POST", f"v2.0/oa/upload/{kind}", data=form)

    async def grant(self, secret: str = APP_SECRET, **form: str) -> Any:
        """The token endpoint."""
        url, headers = f"{self.base}/v4/oa/access_token", {"secret_key": secret}
        async with self.session.post(url, data=form, headers=headers) as response:
            assert response.status == 200
            return await response.json()

    async def refresh(self, token: str, **form: str) -> Any:
        """The next pair of tokens for a refresh token."""
        facts = {"app_id": APP_ID, "grant_type": "refresh_token", "refresh_token": token}
        return await self.grant(**{**facts, **form})

    async def _call(self, verb: str, path: str, **more: Any) -> Any:
        headers = {"access_token": self.token}
        url = f"{self.base}/{path}"
        async with self.session.request(verb, url, headers=headers, **more) as response:
            assert response.status == 200, "every refusal of Zalo's is an HTTP 200"
            self.headers = dict(response.headers)
            return await response.json()


@dataclass
class Post:
    """What the webhook was sent."""

    raw: bytes
    headers: dict[str, str]

    @property
    def body(self) -> Any:
        """The JSON."""
        return json.loads(self.raw)

    def mac(self, first: str = APP_ID, secret: str = APP_SECRET) -> str:
        """The mark it should carry, by the time in the header or else in the body."""
        time = self.headers.get("X-ZEvent-Timestamp") or self.body["timestamp"]
        whole = first.encode() + self.raw + time.encode() + secret.encode()
        return "mac=" + hashlib.sha256(whole).hexdigest()


@dataclass
class Hook:
    """A webhook; `statuses` are its next answers, then always 200."""

    url: str = ""
    posts: list[Post] = field(default_factory=list)
    statuses: list[int] = field(default_factory=list)
    before: Callable[[], Awaitable[None]] | None = None

    def named(self, name: str) -> list[Post]:
        """What came of one kind of event."""
        return [post for post in self.posts if post.body.get("event_name") == name]

    async def take(self, request: web.Request) -> web.Response:
        """One delivery."""
        self.posts.append(Post(await request.read(), dict(request.headers)))
        if self.before:
            await self.before()
        return web.Response(status=self.statuses.pop(0) if self.statuses else 200)


@asynccontextmanager
async def webhook() -> AsyncIterator[Hook]:
    """A webhook that listens."""
    hook, app = Hook(), web.Application()
    app.router.add_post("/hook", hook.take)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    hook.url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    try:
        yield hook
    finally:
        await runner.cleanup()


@dataclass
class Scene:
    """An account with a webhook, and one mother who follows it."""

    client: OaClient
    phones: Phones
    hook: Hook
    mother: int
    user: str

    async def shown(self) -> list[dict[str, Any]]:
        return await self.phones.messages(self.mother)

    async def window(self, hours: float | None) -> None:
        await self.phones.post("zalo/oa/window", person=self.mother, hours=hours)

    async def came(self, name: str, count: int = 1) -> list[Post]:
        await eventually(lambda: len(self.hook.named(name)) >= count)
        return self.hook.named(name)


@asynccontextmanager
async def oa_scene(url: str, phones: Phones) -> AsyncIterator[Scene]:
    """Console, tokens and webhook are set; the follow has been heard."""
    async with webhook() as hook, aiohttp.ClientSession() as session:
        await phones.post("zalo/oa", webhook_url=hook.url)
        token = (await phones.post("zalo/oa/tokens"))["access_token"]
        mother = await phones.person("Lê Thị Hoa", channel="zalo_oa", phone="0912 345 678")
        await phones.do(mother, "start")
        await eventually(lambda: hook.posts)
        user = hook.posts[0].body["follower"]["id"]
        yield Scene(OaClient(url, session, token), phones, hook, mother, user)


def button(title: str = "Đã đọc", kind: str = "oa.query.hide", payload: Any = "#c:7:1") -> Any:
    return {"title": title, "type": kind, "payload": payload}


def with_buttons(*buttons: Any) -> Any:
    return {"type": "template", "payload": {"buttons": list(buttons)}}


def media(**element: Any) -> Any:
    return {"type": "template", "payload": {"template_type": "media", "elements": [element]}}
