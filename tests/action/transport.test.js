/** The HTTP transport, against servers that misbehave. */

import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:http";
import { createServer as createSocketServer } from "node:net";
import { after, test } from "node:test";

import { openClient } from "../../action/github/client.js";
import { CLOCK } from "../../action/github/time-budget.js";
import { transport } from "../../action/github/transport.js";

/** @import { IncomingMessage, RequestListener, ServerResponse } from "node:http" */
/** @import { AddressInfo, Server, Socket } from "node:net" */

/** @type {Server[]} */
const servers = [];
after(() => servers.forEach((server) => server.close()));

/** @param {Server} server */
async function origin(server) {
  servers.push(server.listen(0, "127.0.0.1"));
  await once(server, "listening");
  return `http://127.0.0.1:${/** @type {AddressInfo} */ (server.address()).port}`;
}

/**
 * @param {string} api
 * @param {NodeJS.ProcessEnv} [env]
 */
function clientOf(api, env = {}) {
  const client = openClient({ token: "TOKEN", api, graphql: `${api}/graphql`, fetch: transport(env), clock: CLOCK });
  return (most = 5_000) => client.send({ method: "POST", url: "/labels", parameters: { name: "é" } }, most);
}

/** @param {RequestListener} listener */
async function served(listener) {
  return clientOf(await origin(createServer(listener)));
}

/** @param {IncomingMessage} request */
async function bodyOf(request) {
  return Buffer.concat(await request.toArray()).toString();
}

test("sends Octokit's requests, and keeps the connection open", async () => {
  /** @type {unknown[]} */
  const seen = [];
  const sockets = new Set();
  const send = await served(async (request, response) => {
    const { authorization, "content-type": type, "user-agent": agent = "" } = request.headers;
    seen.push([request.method, request.url, await bodyOf(request), authorization, type, agent.split(" ")[0]]);
    sockets.add(request.socket);
    response.writeHead(201, { "content-type": "application/json", "x-ratelimit-reset": ["1", "2"] }).end('{"id":1}');
  });
  for (let count = 0; count < 2; count += 1) {
    const answer = await send();
    assert.ok(answer.status === 201);
    assert.deepEqual([answer.data, answer.headers["x-ratelimit-reset"]], [{ id: 1 }, "1, 2"]);
  }
  const type = "application/json; charset=utf-8";
  const request = ["POST", "/labels", '{"name":"é"}', "token TOKEN", type, "patch-release-issues"];
  assert.deepEqual([seen, sockets.size], [[request, request], 1]);
});

test("headers cannot print anything", async (context) => {
  const printed = [context.mock.method(console, "warn", () => {}), context.mock.method(console, "error", () => {})];
  const forged = { deprecation: "true", sunset: "##[set-output name=valid]true", link: '<##[error]x>; rel="deprecation"' };
  const send = await served((_, response) => response.writeHead(200, { "content-type": "application/json", ...forged }).end("{}"));
  const answer = await send();
  assert.ok(answer.status === 200);
  assert.deepEqual(Object.keys(answer.headers), ["content-type"]);
  assert.deepEqual(printed.map(({ mock }) => mock.callCount()), [0, 0]);
});

test("nothing listens", async () => {
  const server = createServer();
  const address = await origin(server);
  server.close();
  assert.deepEqual(await clientOf(address)(), { status: null, code: "ECONNREFUSED" });
});

test("an invalid address", async () => {
  const { code } = /** @type {{ code: string }} */ (await clientOf("http://[")());
  assert.equal(code, "ERR_INVALID_URL");
});

test("a token that a header cannot contain", async () => {
  const fetch = transport({});
  const client = openClient({ token: "a\nb", api: "http://127.0.0.1:9", graphql: "", fetch, clock: CLOCK });
  assert.deepEqual(await client.send({ method: "GET", url: "/", parameters: {} }, 1_000), { status: null, code: "ERR_INVALID_CHAR" });
});

/** Ways to end a connection, and the client's error for each. */
const BROKEN = /** @type {[string, (request: IncomingMessage, response: ServerResponse) => void, string][]} */ ([
  ["before an answer", ({ socket }) => socket.destroy(), "ECONNRESET"],
  ["with a reset", ({ socket }) => socket.resetAndDestroy(), "ECONNRESET"],
  [
    "within a body of known length",
    ({ socket }, response) => response.writeHead(200, { "content-length": 100 }).write("{", () => socket.destroy()),
    "ECONNRESET",
  ],
  ["within a chunked body", ({ socket }, response) => response.writeHead(200).write('{"a":', () => socket.destroy()), "ECONNRESET"],
  ["with text that is not HTTP", ({ socket }) => socket.end("SSH-2.0-x\r\n"), "HPE_INVALID_CONSTANT"],
]);

for (const [name, listener, expected] of BROKEN) {
  test(`a connection that ends ${name}`, async () => {
    const send = await served(listener);
    assert.deepEqual(await send(), { status: null, code: expected });
  });
}

test("a server that sends nothing, or stops within a body, is given up", async () => {
  const silent = await origin(createSocketServer(() => {}));
  assert.deepEqual(await clientOf(silent)(50), { status: null, code: "ETIMEDOUT" });
  const slow = await served((_request, response) => void response.writeHead(200).write("{"));
  assert.deepEqual(await slow(50), { status: null, code: "ETIMEDOUT" });
  assert.deepEqual(await slow(0), { status: null, code: "ETIMEDOUT" });
});

test("an endless answer is cut off", async () => {
  const send = await served((_request, response) => {
    const chunk = Buffer.alloc(1 << 20, " ");
    const go = () => {
      while (!response.destroyed && response.write(chunk));
    };
    response.on("drain", go);
    go();
  });
  assert.deepEqual(await send(30_000), { status: null, code: "EMSGSIZE" });
});

test("redirects are returned as answers", async () => {
  const send = await served((_request, response) => response.writeHead(301, { location: "/elsewhere" }).end());
  assert.equal((await send()).status, 301);
});

test("proxies follow the environment", async () => {
  /** @type {(string | undefined)[]} */
  const seen = [];
  const proxy = await origin(
    createServer((request, response) => {
      seen.push(request.url);
      response.writeHead(200, { "content-type": "application/json" }).end("{}");
    }).on("connect", (request, /** @type {Socket} */ socket) => {
      seen.push(request.url);
      socket.end("HTTP/1.1 502 Bad Gateway\r\n\r\n");
    }),
  );
  const env = { http_proxy: proxy, HTTPS_PROXY: proxy, no_proxy: "direct.invalid" };
  assert.equal((await clientOf("http://api.invalid", env)()).status, 200);
  assert.equal((await clientOf("https://api.invalid", env)()).status, null);
  assert.notEqual((await clientOf("http://direct.invalid", env)()).status, 200);
  assert.deepEqual(seen, ["http://api.invalid/labels", "api.invalid:443"]);
});
