/**
 * The events of an issue or a pull request, as GraphQL returns them: only those that we ask for.
 */

import { connection } from "./connection.js";
import { Unsupported, only } from "./graphql-refusal.js";

/** @import { Issue } from "./issue.js" */
/** @import { Arguments, Viewer } from "./nodes.js" */

/** @typedef {(issue: Issue, viewer: Viewer) => object} View of an issue or pull request */
/** @typedef {{ id: number, createdAt: string, view: () => object }} Event */

/** @type {Record<string, (issue: Issue, viewer: Viewer, view: View) => Event[]>} by item type */
const EVENTS = { CROSS_REFERENCED_EVENT: crossReferences, REOPENED_EVENT: reopenings };

/**
 * @param {Issue} issue
 * @param {Arguments} args
 * @param {Viewer} viewer
 * @param {View} view
 */
export function timelineItems(issue, { itemTypes, since, skip, ...page }, viewer, view) {
  only({ skip }, [], "timelineItems");
  const events = /** @type {string[]} */ (itemTypes ?? ["all"]).flatMap((type) => {
    const list = EVENTS[type];
    if (!list) {
      throw new Unsupported(`timelineItems(itemTypes:) ${type}`);
    }
    return list(issue, viewer, view);
  });
  const wanted = events.filter(({ createdAt }) => Date.parse(createdAt) >= (Date.parse(since) || 0));
  return connection("timelineItems", wanted, page, { key: ({ createdAt, id }) => [createdAt, id], view: (event) => event.view() });
}

/** @type {(issue: Issue, viewer: Viewer, view: View) => Event[]} */
function crossReferences(issue, viewer, view) {
  const { forge, identity } = viewer;
  const isVisible = (/** @type {Issue} */ { repository, pullRequest }) =>
    forge.allows(identity, repository, pullRequest ? "pull-requests" : "issues", "read");
  return forge.references.to(issue).filter(({ source }) => isVisible(source)).map(({ id, source, createdAt }) => ({
    id,
    createdAt,
    view: () => ({
      __typename: "CrossReferencedEvent",
      id: `CRE_${id}`,
      ...{ createdAt, referencedAt: createdAt },
      isCrossRepository: source.repository !== issue.repository,
      source: () => view(source, viewer),
      target: () => view(issue, viewer),
    }),
  }));
}

/** @type {(issue: Issue) => Event[]} */
function reopenings({ reopenings }) {
  return reopenings.map(({ id, createdAt }) => ({ id, createdAt, view: () => ({ __typename: "ReopenedEvent", id: `REE_${id}`, createdAt }) }));
}
