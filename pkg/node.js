/** The entry point for `import` in Node, Deno and Bun: the same instance as for `require`. */

import core from "./node.cjs";

export default core.default;
export const { validate, fix, affected, template, draft } = core;
