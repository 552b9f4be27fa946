/**
 * Repeats recorded requests with Node's own client and nothing else: the lower bound for a run. The client is `fetch`,
 * or `node:http` if that is the second argument.
 */

import { readFileSync } from "node:fs";
import http from "node:http";

const [, , recorded = "", client] = process.argv;
const requests = JSON.parse(readFileSync(recorded, "utf8"));
const headers = { Authorization: `Bearer ${process.env.INPUT_TOKEN}`, "User-Agent": "bench", "Content-Type": "application/json" };
const agent = new http.Agent({ keepAlive: true });

/** @type {(url: string, method: string, body: string) => Promise<unknown>} */
async function fetched(url, method, body) {
  return (await fetch(url, { method, headers, body })).json();
}

/** @type {typeof fetched} */
function sent(url, method, body) {
  return new Promise((resolve, reject) => {
    const request = http.request(url, { method, headers, agent }, async (answer) => {
      const text = (await answer.toArray()).join("");
      resolve(JSON.parse(text));
    });
    request.on("error", reject).end(body);
  });
}

for (const { method, path, body } of requests) {
  await (client === "node:http" ? sent : fetched)(`${process.env.GITHUB_API_URL}${path}`, method, JSON.stringify(body));
}
agent.destroy();
