// What a tool says of a page by one of its rules; the table and the tests speak of nothing else.

/**
 * @typedef {object} Verdict
 * @property {string} rule as the tool names it, such as `QW-ACT-R12` or `SIA-R4`
 * @property {string} name what the rule is about
 * @property {'passed' | 'warning' | 'failed' | 'inapplicable'} outcome a warning is what a person has to look at
 * @property {string[]} failed what broke the rule, each with its place in the page
 * @property {string[]} warned what the tool couldn't tell, each with its place in the page
 */

export {};
