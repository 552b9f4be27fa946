/**
 * The fake as a server on this machine, for clients in other processes.
 */

import { once } from "node:events";
import { createServer } from "node:http";

/** @import { IncomingMessage, Server, ServerResponse } from "node:http" */
/** @import { AddressInfo } from "node:net" */
/** @import { GitHub } from "./github.js" */
/** @import { Answer, Reply } from "./reply.js" */

/**
 * @typedef {object} Served
 * @property {{ GITHUB_API_URL: string, GITHUB_GRAPHQL_URL: string }} env the variables that a runner would set
 * @property {() => Promise<void>} refuse ends every connection and takes no new one: clients get ECONNREFUSED
 * @property {() => Promise<void>} accept listens again, on the same port
 * @property {() => Promise<void>} close
 */

/**
 * Serves a fake, and also the other origin, which records requests that must not reach it. Faults that prevent a
 * connection look like a reset here. Use `refuse` for those.
 *
 * @param {GitHub} github with the system's clock
 * @returns {Promise<Served>}
 */
export async function serve(github) {
  const [here, elsewhere] = [await listen(github, 0), await listen(github, 0)];
  github.origin = origin(here);
  github.elsewhere = origin(elsewhere);
  const { port } = address(here);
  let current = here;
  return {
    env: { GITHUB_API_URL: github.origin, GITHUB_GRAPHQL_URL: `${github.origin}/graphql` },
    refuse: () => stop(current),
    accept: async () => {
      current = await listen(github, port);
    },
    close: async () => {
      await Promise.all([stop(current), stop(elsewhere)]);
    },
  };
}

/**
 * @param {GitHub} github
 * @param {number} port 0 for any that is free
 */
async function listen(github, port) {
  const server = createServer((request, response) => {
    void exchange(github, origin(server), request, response).catch((error) => {
      server.emit("error", error);
    });
  });
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  return server;
}

/** @param {Server} server */
function address(server) {
  return /** @type {AddressInfo} */ (server.address());
}

/** @param {Server} server */
function origin(server) {
  return `http://127.0.0.1:${address(server).port}`;
}

/** @param {Server} server */
async function stop(server) {
  if (server.listening) {
    server.closeAllConnections();
    server.close();
    await once(server, "close");
  }
}

/**
 * @param {GitHub} github
 * @param {string} origin
 * @param {IncomingMessage} request
 * @param {ServerResponse} response
 */
async function exchange(github, origin, request, response) {
  const body = await readBody(request);
  const headers = Object.entries(request.headers).map(([name, value]) => [name, String(value)]);
  const { method = "GET", url = "/" } = request;
  send(await github.handle({ method, url: `${origin}${url}`, headers: Object.fromEntries(headers), body }), response);
}

/** @param {IncomingMessage} request */
async function readBody(request) {
  /** @type {Buffer[]} */
  const chunks = [];
  for await (const chunk of request) {
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}

/**
 * @param {Reply} reply
 * @param {ServerResponse} response
 */
function send(reply, response) {
  if (!("broken" in reply)) {
    sendAnswer(reply, response);
  } else if (reply.broken !== "silence") {
    response.req.socket.resetAndDestroy();
  }
}

/**
 * @param {Answer} answer
 * @param {ServerResponse} response
 */
function sendAnswer({ status, headers, body, cut }, response) {
  const bytes = Buffer.from(body);
  if (!cut) {
    response.writeHead(status, headers).end(bytes);
  } else if (bytes.length === 0) {
    response.req.socket.resetAndDestroy();
  } else {
    response.writeHead(status, { ...headers, "content-length": bytes.length });
    response.write(bytes.subarray(1), () => response.req.socket.destroy());
  }
}
