/** A dump of a made-up repository history, of any size and the same on every run. */

const BRANCHES = 8;
const PATCHES = 8;
const REPOSITORY = "example/project";
const SIGS = ["api-machinery", "apps", "cli", "network", "node", "scheduling", "storage"];
const BINARIES = ["kubelet", "kubectl", "kube-apiserver", "kube-proxy", "kube-scheduler"];
const DAY = 86_400_000;
const START = Date.UTC(2017, 2, 28);

/** Typical paragraphs of descriptions, 100 to 600 bytes each. */
const TEXTS = [
  "After the upgrade the *desired* number of replicas is reported as **zero** until the next resync, see [the report](https://example.com/1).\n",
  "Pods that were evicted while the node was under memory pressure stay in `Terminating`; their volumes are not released and the replacement cannot start. We saw it on three clusters, always on nodes that had been drained before. Restarting the agent helps, but only until the next eviction, and so is no workaround for anybody who runs more than a handful of nodes.\n",
  "1. Apply a manifest with `replicas: 3`, then remove the line and apply it again.\n2. Add the line again; the live object does not change.\n3. Delete the object, and the line is taken.\n",
  "```console\n$ kubectl apply -f deployment.yaml\ndeployment \"web\" configured\n$ kubectl get deployment web -o yaml | grep replicas\n  replicas: 1\n$ kubectl version\nClient Version: version.Info{Major:\"1\", Minor:\"6\"}\nServer Version: version.Info{Major:\"1\", Minor:\"6\"}\n```\n",
  "> I see this on the newest release of the old branch, too, but not on the one before it.\n> It is *not* related to the size of the cluster.\n",
  "| version | affected | since |\n| --- | --- | --- |\n| the newest | yes | the last release |\n| the one before | no | |\n",
  "- the controller logs `observed generation is older than the object's` once a minute\n- the queue grows until the process is ended for its memory\n- nothing is lost, and a restart catches up within minutes\n",
  "The three-way diff compared the new manifest with the live object, *not* with the last applied configuration: a field that somebody else had set was dropped without a word. The cache that was added for large clusters is keyed by name only, so that an object that was deleted and made again is taken for the old one – until the next relist.\n",
];

/** @param {number} seed */
function generator(seed) {
  // Mulberry32: 32 bits of state, spread well enough for a benchmark.
  let state = seed >>> 0;
  return (/** @type {number} */ end) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % end;
  };
}

/** @typedef {ReturnType<typeof generator>} Random a number below the one given */

/** @param {number} days since the first release */
const at = (days) => new Date(START + Math.floor(days) * DAY).toISOString();
/** @param {number} branch @param {number} patch */
const released = (branch, patch) => 120 * branch + 30 * patch;

/**
 * A dump in parts of `size` issues. The first part also contains the tags.
 *
 * @param {number} issues the total number
 * @param {number} size
 */
export function* parts(issues, size) {
  for (let first = 1; first <= issues; first += size) {
    const count = Math.min(size, issues - first + 1);
    const list = Array.from({ length: count }, (_, index) => issue(first + index));
    const pullRequests = list.flatMap(({ number, updated_at }) => [
      { number: 1_000_000 + number, state: "closed", merged: true, merged_at: updated_at, updated_at, base: "main" },
    ]);
    const tags = first === 1 ? TAGS : [];
    yield { schema: 1, repositories: [{ name: REPOSITORY, issues: list, tags, pullRequests }] };
  }
}

const TAGS = Array.from({ length: BRANCHES * PATCHES }, (_, index) => {
  const [branch, patch] = [Math.floor(index / PATCHES), index % PATCHES];
  return { name: `v1.${branch}.${patch}`, date: at(released(branch, patch)) };
});

/** Of a hundred: 5 are out of scope, 10 lack a section, and 5 of these a priority; most name a fix. @param {number} number */
function issue(number) {
  const random = generator(number);
  const kind = random(100);
  const [branch, patch] = [random(BRANCHES), random(PATCHES - 1)];
  const fixes = [];
  for (let fixed = branch; fixed < BRANCHES && random(4) > 0; fixed += 1) {
    fixes.push(`v1.${fixed}.${fixed === branch ? patch + 1 : 1 + random(PATCHES - 1)}`);
  }
  const created = released(branch, patch) + random(20);
  const isClosed = fixes.length > 0 && random(3) > 0;
  const changed = at(created + 30 + random(300));
  const labels = [`sig/${SIGS[random(SIGS.length)]}`, "kind/bug"];
  labels.push(...(kind < 5 ? [] : ["patch-release"]));
  labels.push(...(kind < 10 ? [] : [random(4) === 0 ? "priority/critical-urgent" : "priority/important-soon"]));
  const body = kind < 5 ? text(random, 1 + random(4)) : description(random, number, `v1.${branch}.${patch}`, fixes, kind >= 15);
  return {
    number,
    title: `Field is dropped when it is removed and added again (${number})`,
    body,
    labels: labels.map((name) => ({ name })),
    state: isClosed ? "closed" : "open",
    state_reason: isClosed ? "completed" : null,
    html_url: `https://github.com/${REPOSITORY}/issues/${number}`,
    user: { login: `user-${random(500)}`, type: "User" },
    comments: random(30),
    created_at: at(created),
    updated_at: changed,
    closed_at: isClosed ? changed : null,
  };
}

/**
 * A description of 1 to 4 KB.
 *
 * @param {Random} random
 * @param {number} number
 * @param {string} introduced
 * @param {string[]} fixes
 * @param {boolean} isComplete
 */
function description(random, number, introduced, fixes, isComplete) {
  const block = (/** @type {string[]} */ lines) => `\`\`\`release\n${lines.join("\n")}\n\`\`\`\n\n`;
  const impact = `## Impact\n\n${text(random, 1)}\n`;
  return (
    block([`introduced-in=${introduced}`]) +
    block(fixes.map((version) => `resolved-in=${version}`)) +
    `## Symptoms\n\n${text(random, 2 + random(8))}\n` +
    `## Root cause\n\nBinaries:\n- ${BINARIES[random(BINARIES.length)]}\n\n${text(random, 1 + random(3))}\n` +
    (isComplete ? impact : "") +
    `## Resolution\n\n${fixes.length > 0 ? text(random, 1) : "TBD\n"}\n` +
    `## PRs\n\n- #${1_000_000 + number}\n${fixes.map((_, index) => `- #${2_000_000 + 10 * number + index}\n`).join("")}`
  );
}

/** @param {Random} random @param {number} count */
function text(random, count) {
  return Array.from({ length: count }, () => TEXTS[random(TEXTS.length)]).join("\n");
}
