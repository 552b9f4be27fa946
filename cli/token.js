/** Finds the token for GitHub, and the addresses that it may be sent to. */

import { execFileSync } from "node:child_process";

import { Stop } from "./stop.js";

/**
 * The token of GITHUB_TOKEN, GH_TOKEN or \`gh auth token\`.
 *
 * @param {NodeJS.ProcessEnv} env
 * @returns {string}
 * @throws {Stop} when there is none
 */
export function findToken(env) {
  const token = (env.GITHUB_TOKEN || env.GH_TOKEN || "").trim() || tokenOfGh(env);
  if (token === "") {
    throw new Stop("this reads from GitHub and needs a token: run `gh auth login`, or put one that may read the repository into GITHUB_TOKEN");
  }
  if (!/^[\x21-\x7e]+$/.test(token)) {
    throw new Stop("the token has characters that no token has: copy it again");
  }
  return token;
}

/** @param {NodeJS.ProcessEnv} env */
function tokenOfGh(env) {
  const { hostname } = addresses(env).api;
  const host = hostname === "api.github.com" ? "github.com" : hostname;
  try {
    return execFileSync("gh", ["auth", "token", "--hostname", host], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"], timeout: 10_000 }).trim();
  } catch {
    return "";
  }
}

/**
 * The addresses of GitHub's API. All are of one host.
 *
 * @param {NodeJS.ProcessEnv} env
 * @returns {{ api: URL, graphql: URL, server: URL }}
 * @throws {Stop} when GITHUB_API_URL is not an address that a token may be sent to
 */
export function addresses(env) {
  const api = URL.parse(env.GITHUB_API_URL || "https://api.github.com");
  if (api === null || api.username || api.password || !(api.protocol === "https:" || isLoopback(api))) {
    throw new Stop("GITHUB_API_URL is not an https address, so the token is not sent to it");
  }
  const base = api.href.replace(/\/$/, "");
  const usual = new URL(base.endsWith("/api/v3") ? base.replace(/v3$/, "graphql") : `${base}/graphql`);
  const named = URL.parse(env.GITHUB_GRAPHQL_URL ?? "");
  const server = api.hostname === "api.github.com" ? "https://github.com" : api.origin;
  return { api: new URL(base), graphql: named?.origin === api.origin ? named : usual, server: new URL(server) };
}

/**
 * Whether an address is one of this machine.
 *
 * @param {URL} address
 */
export function isLoopback({ protocol, hostname }) {
  return protocol === "http:" && (hostname === "localhost" || hostname === "[::1]" || /^127(\.\d{1,3}){3}$/.test(hostname));
}
