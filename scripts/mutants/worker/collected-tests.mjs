// Stands in for "vitest" in the tests: what they declare is kept, to be run as often as there are mutants.
export * from "vitest";

// The tests load a copy of this module afresh each time; what they declare must reach the copy that collects.
const state = (globalThis.collectedTests ??= { tests: [], scopes: [] });

/** Takes what `load` declares as a list of tests. */
export async function collectTests(load) {
  Object.assign(state, { tests: [], scopes: [{ name: "", before: [], after: [] }] });
  await load();
  return state.tests;
}

function declareTest(name, body, ...args) {
  const scopes = [...state.scopes];
  const run = async () => {
    for (const { before } of scopes) for (const hook of before) await hook();
    try {
      await body(...args);
    } finally {
      for (const { after } of scopes.toReversed()) for (const hook of after) await hook();
    }
  };
  state.tests.push({ name: [...scopes.map((scope) => scope.name), name].join(" > "), run });
}

function declareScope(name, body, ...args) {
  state.scopes.push({ name, before: [], after: [] });
  body(...args);
  state.scopes.pop();
}

/** `it(name, body)` and `it(name, options, body)`, with `each` and `for`. */
function withTables(declare) {
  const table =
    (spread) =>
    (rows) =>
    (name, ...rest) =>
      rows.forEach((row, at) =>
        declare(`${name} [${at}]`, bodyOf(rest), ...(spread && Array.isArray(row) ? row : [row])),
      );
  const plain = (name, ...rest) => declare(name, bodyOf(rest));
  return Object.assign(plain, { each: table(true), for: table(false) });
}

/** The same with `runIf` and `skipIf`, of whichever kind is declared. */
function withConditions(declare) {
  const nothing = withTables(() => {});
  const tables = withTables(declare);
  return Object.assign(tables, {
    runIf: (condition) => (condition ? tables : nothing),
    skipIf: (condition) => (condition ? nothing : tables),
  });
}

const bodyOf = (rest) => rest.find((part) => typeof part === "function");

export const it = withConditions(declareTest);
export const test = withConditions(declareTest);
export const describe = withConditions(declareScope);
export const beforeEach = (hook) => void state.scopes.at(-1).before.push(hook);
export const afterEach = (hook) => void state.scopes.at(-1).after.push(hook);
