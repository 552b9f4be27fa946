/** Typical descriptions of a given size. */

const HEAD = `\`\`\`release
introduced-in=v1.6.2
\`\`\`

\`\`\`release
resolved-in=v1.6.5
resolved-in=v1.7.1
\`\`\`

## Symptoms

`;

const TAIL = `

## Root cause

Binaries:
- kubectl
- kube-apiserver

The three-way diff compared the new manifest with the live object, *not* with the last applied configuration.

## Impact

Manifests drift without an error; waiting for v1.8 would leave every 1.6 user exposed.

## Resolution

The diff uses the last applied configuration.

## PRs

- #48123
- kubernetes/kubernetes#48124
`;

const PARAGRAPH = `\`kubectl apply\` **silently** drops a field that was removed and added again, see [the report](https://example.com/1).

1. Apply a manifest with \`replicas: 3\`, then remove the line and apply it again.
2. Add the line again; the live object does not change.

\`\`\`console
$ kubectl apply -f deployment.yaml
deployment "web" configured
\`\`\`

> I see this on 1.6.2 and 1.6.3, but not on 1.5.6.

| version | affected |
| --- | --- |
| v1.6.3 | yes |

`;

/**
 * @param {number} bytes the size, at least 1024; the text is ASCII
 * @returns {string} a valid description
 */
export function description(bytes) {
  const room = bytes - HEAD.length - TAIL.length;
  const whole = PARAGRAPH.repeat(Math.floor(room / PARAGRAPH.length));
  return HEAD + whole + "x".repeat(room - whole.length) + TAIL;
}
