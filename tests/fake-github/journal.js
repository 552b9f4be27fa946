/**
 * What happened at the fake, in order.
 */

/**
 * @typedef {object} Exchange a request and what became of it
 * @property {number} n 1 for the first
 * @property {number} time milliseconds since 1970
 * @property {string | null} client what the test calls who sent it
 * @property {string} method
 * @property {string} path with the query, without the server's base
 * @property {string} operation the description's id, such as `issues/create-comment`; `graphql`; or `unknown`
 * @property {string | null} who the token's login; null without a good token
 * @property {any} body parsed; null when there was none or it was not JSON
 * @property {boolean} redirected whether it came by a redirect of ours
 * @property {string | null} fault the name of the one that hit it
 * @property {boolean} acted whether the server did what was asked, or tried to
 * @property {number | null} status of the answer that was sent; null when none was
 */

/**
 * @typedef {object} Change a write to the state, by whomever: not those that left everything as it was
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
  /** @type {string[]} what no client may do, and no real server would tell: tests want none */
  violations = [];

  /**
   * @param {string} login
   * @returns {Change[]}
   */
  changesBy(login) {
    return this.changes.filter(({ who }) => who === login);
  }

  /** Forgets everything, so that the next run is told apart. Requests are counted from 1 again. */
  clear() {
    for (const list of [this.exchanges, this.changes, this.strays, this.violations]) {
      list.length = 0;
    }
  }
}
