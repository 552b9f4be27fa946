/** The help of the command line. */

const JUDGING = `  --policy FILE       the repository's rules; without it, Kubernetes' rules apply
  --label NAME        a label of the issue; may be repeated. Without it, a description gets no findings about labels
  --title TEXT        the title of the issue
  --closed            judge as if the issue was closed as completed
  --stdin-filename F  the name of standard input; its end tells what it contains`;

const EXIT_CODES = "Exit codes: 0 nothing was found, 1 something was, 2 the command could not do what it was asked.";

/** @type {Record<string, string>} */
export const HELP = {
  "": `Judges issues that track known problems in patch releases.

Usage: patch-release-issues COMMAND [OPTIONS]

Commands:
  check FILE… | -    judge descriptions, issues and policy files
  fix FILE… | -      correct descriptions
  draft FILE | -     an old issue in the format, as far as its words tell
  affected VERSION   what affects a release, from a known-issues report
  new                the text that an issue starts with
  report DUMP…       make a known-issues report
  setup              add the workflow, the templates and the policy to this repository

Options:
  --help             this help; with a command, the help of that command
  --version          the version of this program

${EXIT_CODES}
`,
  check: `Judges descriptions, issues and policy files.

Usage: patch-release-issues check [OPTIONS] INPUT…

An input is a description (.md), an issue as GitHub's API returns it (.json), a policy file (.yml), \`-\` for standard
input, or owner/repo#N for an issue on GitHub, which needs a token. Every input is in scope.

Options:
${JUDGING}
  --format FORMAT     text (default), json, github or sarif
  --fail-on SEVERITY  the lowest severity that makes the exit code 1: error (default), warning or never

${EXIT_CODES}
`,
  fix: `Corrects descriptions, and prints the result.

Usage: patch-release-issues fix [OPTIONS] INPUT…

Options:
  --write             replace the files instead
  --diff              print what changes; several inputs need --write or --diff
${JUDGING}

The exit code is 1 while errors remain that a person must correct, 2 if something could not be done.
`,
  draft: `Drafts a description in the format from an old one, in which versions stand in words, and prints it.

Usage: patch-release-issues draft [OPTIONS] INPUT

The input is a description (.md), an issue as GitHub's API returns it (.json), \`-\` for standard input, or owner/repo#N
for an issue on GitHub, which needs a token. What the words state for certain becomes an entry. What has to be confirmed
stands in the release block as a comment, which no program reads: if it is true, take away \`# \` and the remark. What
was found, and where, is on standard error.

Options:
  --releases FILE     the project's tags, one a line, as \`git tag\` prints them; an issue on GitHub needs no such file.
                      With them, only a release or the next one is certain
  --repository NAME   owner/name: whose versions they are; the default is the repository of the issue
${JUDGING}
  --format FORMAT     text (default) or json

Exit codes: 0 the draft is printed, 2 it could not be made.
`,
  affected: `Says what affects a release, where it is fixed, and what to upgrade to.

Usage: patch-release-issues affected [OPTIONS] VERSION

Options:
  --report FILE|URL   a known-issues.json, or its folder; the default is known-issues.json or known-issues/ here. URLs
                      are https, or http on this machine; no token is ever sent
  --repository NAME   owner/name, if the report has several repositories
  --critical          only issues of the most urgent priority count
  --strict            unknown counts as affected
  --format FORMAT     text (default) or json

Exit codes: 0 nothing is known to affect it, 1 something does, 2 the report cannot be read or does not know the version.
`,
  new: `Prints the text that an issue starts with. In a terminal it asks for the versions.

Usage: patch-release-issues new [OPTIONS]

Options:
  --introduced-in VERSION  the first release with the problem; may be repeated, one for each branch
  --resolved-in VERSION    the first release with the fix, likewise
  --not-affected BRANCH    a branch that never had it, likewise
  --policy FILE            the repository's rules
`,
  report: `Makes a known-issues report.

Usage: patch-release-issues report [OPTIONS] [DUMP…]

A dump is a file of issues as GitHub's API lists them (.json, .ndjson), or a folder of such files.

Options:
  --output DIR        the folder of the report; the default is known-issues
  --fetch owner/repo  read from GitHub, with a token; may be repeated
  --policy FILE       the repository's rules
  --previous FILE     an earlier known-issues.json to continue
  --merge FILE        a known-issues.json of other repositories; may be repeated
  --versions LIST     report on these releases and branches only
`,
  setup: `Adds the workflow, the issue templates and a policy file to this checkout, and lists the labels to create.

Usage: patch-release-issues setup [OPTIONS]

Options:
  --repository NAME   owner/name; the default is that of the remote \`origin\`
  --offline           do not look at the labels on GitHub
  --labels            create the labels, with a token
  --force             replace files that differ
  --dry-run           show what would be written, and write nothing

The exit code is 1 if a file differs and is kept.
`,
};
