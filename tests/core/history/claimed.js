/** Two fixes of v1.16, and what their owners might have written about them. */

import { completeDescription } from "../complete-description.js";
import { PULL_REQUESTS, RELEASES, at, blocks } from "./facts.js";

/** @typedef {import("../../../pkg/report/types.js").Dump} Dump */

const NAME = "kubernetes/kubernetes";
const TODAY = "2019-11-20";
const LABELS = ["patch-release", "priority/critical-urgent", "sig/api-machinery"];
const CLAIMS = [
  { main: 83911, backport: 83918, resolved: "v1.16.3", problem: "Informers miss notifications" },
  { main: 83801, backport: 83968, resolved: "v1.16.2", problem: "The etcd client does not reconnect" },
];

/** A made-up commit id. @param {string | number} of */
const commit = (of) => Buffer.from(String(of)).toString("hex").padEnd(40, "0");

/**
 * What is known on 20 November 2019. One owner names the release that has the backport. The other one names the
 * release before: the backport was not merged in time. The pull requests and their dates are real, the issues and the
 * ids of commits are not.
 *
 * @returns {Dump}
 */
export function claimedDump() {
  const dated = Object.entries(RELEASES).filter(([, date]) => date !== null && date <= TODAY);
  const tags = dated.map(([name, date]) => ({ name, date, commit: commit(name) }));
  const named = new Set(CLAIMS.flatMap(({ main, backport }) => [main, backport]));
  const requests = PULL_REQUESTS.filter(({ number }) => named.has(number));
  const pullRequests = requests.map(({ number, title, base, mergedAt }) => ({ number, title, base, merged_at: mergedAt, state: "closed", merge_commit_sha: commit(number) }));
  const comparisons = [{ tag: commit("v1.16.3"), commit: commit(83918), contains: true }];
  return { schema: 1, now: at(TODAY), repositories: [{ name: NAME, issues: CLAIMS.map(issueOf), tags, pullRequests, comparisons }] };
}

/** @param {typeof CLAIMS[number]} claim */
function issueOf({ main, backport, resolved, problem }) {
  const body = completeDescription({
    releases: blocks(["v1.16.0"], [resolved]),
    symptoms: `${problem}.`,
    binaries: ["kube-apiserver"],
    resolution: "The fix is merged.",
    pullRequests: `- #${main}\n- #${backport}`,
  });
  return {
    number: main,
    title: problem,
    body,
    labels: LABELS.map((name) => ({ name })),
    state: "closed",
    state_reason: "completed",
    created_at: "2019-10-14T00:00:00Z",
    updated_at: "2019-10-30T00:00:00Z",
    closed_at: "2019-10-30T00:00:00Z",
    last_edited_at: "2019-10-30T00:00:00Z",
  };
}
