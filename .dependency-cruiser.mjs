/** The one rule of direction: what stands left is imported by what stands right, never the other way round. */
const layers = {
  look: [],
  tracker: [],
  contracts: [],
  core: ["contracts"],
  signing: ["contracts"],
  snapshot: ["contracts"],
  adapters: ["contracts", "core", "signing", "snapshot"],
  // The words and checks of settings are the adapters'; of an adapter it takes nothing.
  sources: ["signing", "adapters"],
  db: ["contracts", "core", "signing", "snapshot"],
  delivery: ["contracts", "core", "signing", "snapshot", "adapters", "db"],
  "admin-api": ["look", "contracts", "core", "signing", "snapshot", "adapters", "sources", "db", "delivery"],
};

/** The admin UI's, each for the pages of one noun. */
const rooms =
  "forms|home|statistics|leads|where|unsent|deliveries|dead-letters|destinations|lead-routes|sign-in|people|clients|keys|sources|addresses|audit-log|settings";

const onlyImports = ([name, allowed]) => ({
  name: `${name}-imports-only-what-stands-left-of-it`,
  severity: "error",
  from: { path: `^packages/${name}/` },
  to: { path: "^(packages|apps)/", pathNot: `^packages/(${[name, ...allowed].join("|")})/` },
});

/** @type {import("dependency-cruiser").IConfiguration} */
export default {
  forbidden: [
    ...Object.entries(layers).map(onlyImports),
    {
      name: "apps-never-import-apps",
      comment: "local-stack alone runs the others.",
      severity: "error",
      from: { path: "^apps/(?!local-stack/)([^/]+)/" },
      to: { path: "^apps/", pathNot: "^apps/$1/" },
    },
    {
      name: "cli-talks-through-the-api",
      comment: "What the command line does, any client of the API can do.",
      severity: "error",
      from: { path: "^apps/cli/" },
      to: { path: "^packages/", pathNot: "^packages/(client|contracts|signing)/" },
    },
    {
      name: "ui-talks-through-the-api",
      comment: "What the pages do, any client of the API can do.",
      severity: "error",
      from: { path: "^apps/admin-ui/" },
      to: { path: "^packages/", pathNot: "^packages/client/" },
    },
    {
      name: "one-importer-of-the-client",
      severity: "error",
      from: { path: "^apps/admin-ui/src/", pathNot: "^apps/admin-ui/src/api\\.ts$" },
      to: { path: "^packages/client/" },
    },
    {
      name: "rooms-import-no-other-room",
      comment: "A page's own parts; what two rooms share is a part of ui/, of format/ or of the shell.",
      severity: "error",
      from: { path: `^apps/admin-ui/src/(${rooms})/` },
      to: { path: `^apps/admin-ui/src/(${rooms})/`, pathNot: "^apps/admin-ui/src/$1/" },
    },
    {
      name: "ui-parts-know-no-room",
      severity: "error",
      from: { path: "^apps/admin-ui/src/(ui|format|first-run)/" },
      to: { path: `^apps/admin-ui/src/(routes|shell|${rooms})/` },
    },
    {
      name: "texts-are-words-alone",
      comment: "Another language replaces the folder.",
      severity: "error",
      from: { path: "^apps/admin-ui/src/texts/" },
      to: { path: "^apps/admin-ui/src/", pathNot: "^apps/admin-ui/src/texts/" },
    },
    {
      name: "producer-stays-small",
      comment:
        "The public face imports contracts, the look, core's fields, the snapshot, the sources' doors and what lets callbacks in; no decision, no database.",
      severity: "error",
      from: { path: "^apps/producer/src/", pathNot: "\\.test\\.ts$" },
      to: {
        path: "^packages/",
        pathNot:
          "^packages/(contracts|look|snapshot)/|^packages/sources/src/(?!guides)|^packages/signing/src/(callbacks/|seal|intake-key-setting)|^packages/core/src/(fields|redirect|submission-id|ids|sessions)",
      },
    },
    {
      name: "core-is-pure",
      comment: "core takes data, now and ids, and returns data.",
      severity: "error",
      from: { path: "^packages/core/src/", pathNot: "\\.test\\.ts$" },
      to: {
        path: "^node:|^cloudflare:|node_modules/(hono|kysely|@cloudflare|@types/node)/",
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "client-knows-the-document-only",
      severity: "error",
      from: { path: "^packages/client/" },
      to: { path: "^(packages|apps)/", pathNot: "^packages/client/" },
    },
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
    {
      name: "no-orphans-of-resolution",
      severity: "error",
      from: {},
      to: { couldNotResolve: true, pathNot: "^cloudflare:" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "/dist/|worker-configuration\\.d\\.ts$|^apps/local-stack/bench/peers/contender/" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { conditionNames: ["import", "default"], exportsFields: ["exports"] },
  },
};
