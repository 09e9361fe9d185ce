// What vitest does before the tests of a Worker that serves the admin UI, however they are started.
export { ensureUi as setup } from "./build-ui.mjs";
