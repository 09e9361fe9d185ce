import { migrationNames } from "@leadrelay/db/database/migration-names";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { repositoryRoot } from "../settings/repository-root.ts";

it("the code knows every migration: add a new one to packages/db/src/database/migration-names.ts", () => {
  expect(migrationNames).toEqual(readdirSync(join(repositoryRoot, "migrations")).toSorted());
});
