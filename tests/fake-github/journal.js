/**
 * The journal of the fake: everything that happened, in order.
 */

/**
 * @typedef {object} Exchange a request and its result
 * @property {number} n 1 for the first
 * @property {number} time milliseconds since 1970
 * @property {string | null} client the test's name for the sender
 * @property {string} method
 * @property {string} path with the query, without the server's base
 * @property {string} operation the id in GitHub's description, such as `issues/create-comment`; `graphql`; or `unknown`
 * @property {string | null} who the token's login; null without a good token
 * @property {any} body parsed; null if there was none or it was not JSON
 * @property {boolean} redirected whether it followed a redirect of ours
 * @property {string | null} fault the name of the fault that hit it
 * @property {boolean} acted whether the server carried out the request, or tried to
 * @property {number | null} status of the answer; null if none was sent
 */

/**
 * @typedef {object} Change a write that changed the state, by anyone
 * @property {string} who a login
 * @property {string} what such as `add-label` or `post-comment`
 * @property {string} where such as `kubernetes/kubernetes#7`
 * @property {string} detail a label's name, a comment's id
 * @property {string | null} whose the login of the comment's author
 */

/**
 * @typedef {object} Stray a request that reached another origin
 * @property {string} method
 * @property {string} url
 * @property {boolean} token whether it carried one
 * @property {string} body
 */

export class Journal {
  /** @type {Exchange[]} */
  exchanges = [];
  /** @type {Change[]} */
  changes = [];
  /** @type {Stray[]} */
  strays = [];
  /** @type {string[]} what no client may do, but a real server would not report: tests expect none */
  violations = [];

  /**
   * @param {string} login
   * @returns {Change[]}
   */
  changesBy(login) {
    return this.changes.filter(({ who }) => who === login);
  }

  /** Clears the journal before the next run. Requests are numbered from 1 again. */
  clear() {
    for (const list of [this.exchanges, this.changes, this.strays, this.violations]) {
      list.length = 0;
    }
  }
}
