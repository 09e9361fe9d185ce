import { liveKeysMadeBy } from "@leadrelay/db/access-keys/live-keys-made-by";
import { openInvitationsBy, revokeInvitationsBy } from "@leadrelay/db/invitations/open-invitations";
import { rolesInAgencies } from "@leadrelay/db/operators/roles-in-agencies";
import type { OperatorScope } from "@leadrelay/db/scope";
import type { Statement } from "@leadrelay/db/statement";
import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, expect, it } from "vitest";
import { scannedTables } from "../../../../test/query-plans.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));

const scope: OperatorScope = {
  kind: "operator",
  clients: [{ id: "c", database: "DB", masked: false }],
  agencyIds: ["a"],
  isInstallation: false,
};
const statements: [string, Statement<unknown>][] = [
  ["somebody's roles", rolesInAgencies(scope, "o", ["a"])],
  ["somebody's open invitations", openInvitationsBy(scope, "o@example.com", ["a"], 1)],
  ["revoking them", revokeInvitationsBy(scope, "o@example.com", { agencyIds: ["a"], keptIds: ["i"] }, 1)],
  ["somebody's keys", liveKeysMadeBy(scope, "o", ["a"], 1)],
];

it.each(statements)("%s: no table is scanned", async (_name, { query }) => {
  expect(await scannedTables(query.sql)).toEqual([]);
});
