"""Bot Framework's and Entra's login on this machine, reached as the real ones are: over TLS, through HTTPS_PROXY."""

import asyncio
import contextlib
import select
import socket
import socketserver
import ssl
import threading
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import jwt
from aiohttp import web
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa

Json = dict[str, Any]
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]

KEYS = "login.botframework.com"
TOKENS = "login.microsoftonline.com"
GRAPH = "graph.microsoft.com"
ISSUER = "https://api.botframework.com"
APP = "11111111-2222-3333-4444-555555555555"


def new_key() -> rsa.RSAPrivateKey:
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


@dataclass
class Issuer:
    """`keys` are published; `asked` are the paths it was asked for, `forms` what was sent along.

    While `away` it answers 503, while not `open` not at all; `lasts` are the seconds its tokens are good for, `refusal`
    the error with which it gives none, `published` what stands in the place of the keys, `more_keys`
    what stands beside them.
    """

    keys: dict[str, rsa.RSAPrivateKey] = field(default_factory=lambda: {"key-1": new_key()})
    endorsements: list[str] = field(default_factory=lambda: ["msteams"])
    asked: list[str] = field(default_factory=list)
    forms: list[dict[str, str]] = field(default_factory=list)
    away: bool = False
    lasts: int = 3600
    refusal: str = ""
    published: object = None
    more_keys: list[Json] = field(default_factory=list)
    open: asyncio.Event = field(default_factory=asyncio.Event)

    def __post_init__(self) -> None:
        self.open.set()

    def token(self, service_url: str, *, key_id: str = "key-1", **changed: Any) -> str:
        """A token as Teams sends it; `changed` claims replace its own, None removes one."""
        now = int(time.time())
        claims = {"iss": ISSUER, "aud": APP, "serviceurl": service_url, "nbf": now - 60, "exp": now + 3600, **changed}
        kept = {name: value for name, value in claims.items() if value is not None}
        return jwt.encode(kept, self.keys[key_id], algorithm="RS256", headers={"kid": key_id})

    async def answer(self, request: web.Request) -> web.Response:
        self.asked.append(request.path)
        if request.can_read_body:
            self.forms.append({name: str(value) for name, value in (await request.post()).items()})
        await self.open.wait()
        if self.away:
            return web.Response(status=503)
        if self.refusal and request.path.endswith("/token"):
            return web.json_response({"error": self.refusal, "error_description": "told to refuse"}, status=401)
        return web.json_response(self._document(request.host, request.path))

    def _document(self, host: str, path: str) -> Json:
        if host == KEYS and path == "/v1/.well-known/openidconfiguration":
            return {"issuer": ISSUER, "jwks_uri": f"https://{KEYS}/v1/.well-known/keys"}
        if host == KEYS:
            keys = [self._published(key_id, key) for key_id, key in self.keys.items()]
            keys += self.more_keys
            return {"keys": keys if self.published is None else self.published}
        if path.endswith("/oauth2/v2.0/token"):
            return {"token_type": "Bearer", "expires_in": self.lasts, "access_token": f"token-{len(self.asked)}"}
        if path == "/common/discovery/instance":
            return {"metadata": [{"preferred_network": TOKENS, "preferred_cache": TOKENS, "aliases": [TOKENS]}]}
        tenant = f"https://{TOKENS}/{path.split('/')[1]}"
        return {
            "issuer": f"{tenant}/v2.0",
            "authorization_endpoint": f"{tenant}/oauth2/v2.0/authorize",
            "token_endpoint": f"{tenant}/oauth2/v2.0/token",
        }

    def _published(self, key_id: str, key: rsa.RSAPrivateKey) -> Json:
        public: Json = jwt.algorithms.RSAAlgorithm.to_jwk(key.public_key(), as_dict=True)
        return {**public, "kid": key_id, "endorsements": self.endorsements}


@dataclass(frozen=True)
class Reach:
    """What the environment of the bot needs to find the issuer."""

    proxy: str
    certificate: Path


@contextlib.asynccontextmanager
async def reachable(issuer: Issuer, folder: Path, graph: Handler | None = None) -> AsyncIterator[Reach]:
    """Within reach are the issuer, and `graph` where Microsoft Graph is."""
    certificate = write_certificate(folder / "issuer.pem", KEYS, TOKENS, GRAPH)
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(certificate)
    app = web.Application()

    async def answer(request: web.Request) -> web.StreamResponse:
        return await (graph if graph and request.host == GRAPH else issuer.answer)(request)

    app.router.add_route("*", "/{path:.*}", answer)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0, ssl_context=context).start()
    try:
        with _Proxy(runner.addresses[0][1]) as proxy:
            yield Reach(f"http://127.0.0.1:{proxy.server_address[1]}", certificate)
    finally:
        await runner.cleanup()


class _Proxy(socketserver.ThreadingTCPServer):
    """An HTTP proxy whose every CONNECT leads to `port`."""

    def __init__(self, port: int) -> None:
        super().__init__(("127.0.0.1", 0), _Tunnel)
        self.port = port
        self.ended = False
        threading.Thread(target=self.serve_forever, args=(0.05,)).start()

    def __exit__(self, *_: object) -> None:
        self.ended = True
        self.shutdown()
        self.server_close()


class _Tunnel(socketserver.StreamRequestHandler):
    server: _Proxy

    def handle(self) -> None:
        while self.rfile.readline().strip():
            pass
        with socket.create_connection(("127.0.0.1", self.server.port)) as onward:
            self.connection.sendall(b"HTTP/1.1 200 Connection established\r\n\r\n")
            with contextlib.suppress(ConnectionError):
                while not self.server.ended and self._pass_on(onward):
                    pass

    def _pass_on(self, onward: socket.socket) -> bool:
        """Pass on what either side has sent; says whether both still talk."""
        ways = {self.connection: onward, onward: self.connection}
        for source in select.select(list(ways), [], [], 0.05)[0]:
            data = source.recv(65536)
            if not data:
                return False
            ways[source].sendall(data)
        return True


def write_certificate(file: Path, *hosts: str) -> Path:
    """A certificate of `hosts` that vouches for itself, its key in the same file."""
    key = new_key()
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "On this machine")])
    now = datetime.now(UTC)
    names = x509.SubjectAlternativeName([x509.DNSName(host) for host in hosts])
    certificate = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - timedelta(hours=1))
        .not_valid_after(now + timedelta(hours=1))
        .add_extension(names, critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    secret = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    file.write_bytes(secret + certificate.public_bytes(serialization.Encoding.PEM))
    return file
