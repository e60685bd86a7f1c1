"""`/zalo/media/…` and `/zalo/sticker/…`: what people sent, public as on Zalo's media servers."""

from aiohttp import web

from sandbox.zalo.world import ZaloWorld

PICTURES = ("image/png", "image/jpeg", "image/gif", "image/webp")
DOT = b"GIF89a\x01\x00\x01\x00\x00\x00\x00;"  # every sticker: the phones show their emoji


def add_routes(app: web.Application, zalo: ZaloWorld) -> None:
    """Add the routes."""

    async def media(request: web.Request) -> web.StreamResponse:
        file = zalo.media.get(request.match_info["file"])
        if file is None:
            raise web.HTTPNotFound
        headers = {"Content-Type": file.mime, "X-Content-Type-Options": "nosniff"}
        if file.mime not in PICTURES:  # nothing that a browser would run beside the phones
            headers["Content-Disposition"] = "attachment"
        return web.FileResponse(zalo.media.bytes_of(file), headers=headers)

    async def sticker(_: web.Request) -> web.StreamResponse:
        return web.Response(body=DOT, content_type="image/gif")

    app.router.add_get("/zalo/sticker/{sticker}", sticker)
    app.router.add_get("/zalo/media/{file}/{name}", media)
