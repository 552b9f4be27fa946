/** Workflows: their structure is valid, and they match the actions and workflows that they use. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";

import { parse } from "yaml";

import { ROOT } from "./place.js";

/** @import { Block } from "./blocks.js" */

const TOP = ["concurrency", "defaults", "env", "jobs", "name", "on", "permissions", "run-name"];
const JOB = ["concurrency", "env", "environment", "if", "name", "needs", "outputs", "permissions", "runs-on", "steps", "strategy", "timeout-minutes"];
const CALL = ["concurrency", "if", "name", "needs", "permissions", "secrets", "strategy", "uses", "with"];
const STEP = ["continue-on-error", "env", "id", "if", "name", "run", "shell", "timeout-minutes", "uses", "with", "working-directory"];
const PERMISSIONS = ["actions", "checks", "contents", "deployments", "id-token", "issues", "packages", "pages", "pull-requests", "statuses"];

/** @param {Block} block */
export const claims = ({ language, text }) => ["yaml", "yml"].includes(language) && /^jobs:$/m.test(text);

/** @param {Block} block */
export function check({ text }) {
  const workflow = parse(text, { strict: true });
  only(workflow, TOP);
  for (const needed of ["on", "jobs"]) assert.ok(needed in workflow, needed);
  allowed(workflow.permissions);
  for (const job of Object.values(workflow.jobs)) {
    only(job, "uses" in job ? CALL : JOB);
    allowed(job.permissions);
    if ("uses" in job) matches(job, workflowAt(job.uses).on.workflow_call);
    else checkSteps(job.steps);
  }
}

/** @param {any[]} steps */
export function checkSteps(steps) {
  /** @type {Map<string, any>} */
  const actions = new Map();
  for (const step of steps) {
    only(step, STEP);
    assert.notEqual("run" in step, "uses" in step, "a step runs a script or uses an action");
    if ("uses" in step) {
      const action = actionAt(step.uses);
      matches(step, action);
      actions.set(step.id, action);
    }
    for (const [, id = "", output = ""] of JSON.stringify(step).matchAll(/steps\.([\w-]+)\.outputs\.([\w-]+)/g)) {
      assert.ok(output in (actions.get(id)?.outputs ?? {}), `steps.${id}.outputs.${output} is nothing that is there`);
    }
  }
}

/**
 * Fails if inputs or secrets are given that are not declared.
 *
 * @param {any} given the step, or the job that calls a workflow
 * @param {any} asked the action, or the workflow's `workflow_call`
 */
function matches(given, asked) {
  only(given.with ?? {}, Object.keys(asked.inputs));
  only(given.secrets ?? {}, Object.keys(asked.secrets ?? {}));
}

/**
 * @param {object} given
 * @param {string[]} names
 */
function only(given, names) {
  assert.deepEqual(Object.keys(given).filter((name) => !names.includes(name)), [], "unknown members");
}

/** @param {Record<string, string>} [permissions] */
function allowed(permissions = {}) {
  only(permissions, PERMISSIONS);
  assert.ok(Object.values(permissions).every((access) => ["none", "read", "write"].includes(access)));
}

/** @param {string} address */
function actionAt(address) {
  const [, folder = ""] = /^patch-release-issues\/action(\/[\w/-]+)?@v1$/.exec(address) ?? assert.fail(`${address} is not ours`);
  return parse(readFileSync(join(ROOT, folder, "action.yml"), "utf8"));
}

/** @param {string} address */
function workflowAt(address) {
  const [, path = ""] = /^patch-release-issues\/action\/(\.github\/workflows\/\w+\.yml)@v1$/.exec(address) ?? assert.fail(`${address} is not ours`);
  return parse(readFileSync(join(ROOT, path), "utf8"));
}
