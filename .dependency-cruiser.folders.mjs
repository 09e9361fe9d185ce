// No folder imports, by whatever way round, a folder that imports it. Tests are left out: they stand beside what they
// test and may reach for the whole house.
import base from "./.dependency-cruiser.mjs";

/** @type {import("dependency-cruiser").IConfiguration} */
export default {
  forbidden: [
    {
      name: "no-folder-circles",
      comment: "Of two folders that need each other, one holds something that belongs elsewhere.",
      severity: "error",
      scope: "folder",
      from: {},
      to: { circular: true },
    },
  ],
  options: {
    ...base.options,
    exclude: {
      path: [
        base.options.exclude.path,
        "\\.test\\.ts$",
        "^(apps|packages)/[^/]+/test/",
        "^apps/local-stack/e2e/",
      ],
    },
  },
};
