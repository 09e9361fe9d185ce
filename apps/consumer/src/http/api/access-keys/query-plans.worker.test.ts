import { clientsOfKey } from "@leadrelay/db/access-keys/clients-of-key";
import { findAccessKey, findSealedSecret } from "@leadrelay/db/access-keys/find-access-key";
import { findSigningKey } from "@leadrelay/db/access-keys/find-signing-key";
import { markKeyUsed } from "@leadrelay/db/access-keys/mark-key-used";
import { newestAccessKeys } from "@leadrelay/db/access-keys/newest-access-keys";
import { spendNonce } from "@leadrelay/db/access-keys/spend-nonce";
import {
  revokeAccessKey,
  rotateAccessKey,
  updateAccessKey,
} from "@leadrelay/db/access-keys/write-access-key";
import { pipelineScope, type OperatorScope } from "@leadrelay/db/scope";
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
const key = {
  id: "k",
  agency_id: "a",
  client_id: null,
  name: "n",
  permissions: [],
  previous_expires_at: null,
  created_by: "o",
  created_at: 1,
  updated_at: 1,
  expires_at: null,
  revoked_at: null,
  last_used_at: null,
};
const secrets = { sealed_secret: "s", sealed_previous_secret: null };
const rotated = { id: "k", ...secrets, previous_expires_at: null, expires_at: null, updated_at: 1 };
const statements: [string, Statement<unknown>][] = [
  ["signing key", findSigningKey(pipelineScope, "k")],
  ["clients of an agency's key", clientsOfKey(pipelineScope, key)],
  ["client of a key", clientsOfKey(pipelineScope, { agency_id: "a", client_id: "c" })],
  ["nonce", spendNonce(pipelineScope, { key_id: "k", nonce: "n", expires_at: 1 })],
  ["mark used", markKeyUsed(pipelineScope, "k", 1)],
  ["find key", findAccessKey(scope, "k")],
  ["sealed secret", findSealedSecret(scope, "k")],
  ["newest of an agency", newestAccessKeys(scope, { agency_id: "a" }, null, 10)],
  ["newest of a client, on", newestAccessKeys(scope, { client_id: "c" }, [1, "k"], 10)],
  ["update", updateAccessKey(scope, key)],
  ["rotate", rotateAccessKey(scope, rotated)],
  ["revoke", revokeAccessKey(scope, "k", 1)],
];

it.each(statements)("%s scans no table and sorts nothing", async (_name, { query }) => {
  expect(await scannedTables(query.sql)).toEqual([]);
  const { results } = await env.DB.prepare(`EXPLAIN QUERY PLAN ${query.sql}`)
    .bind(...query.parameters)
    .all<{ detail: string }>();
  expect(results.filter(({ detail }) => detail.includes("TEMP B-TREE"))).toEqual([]);
});
