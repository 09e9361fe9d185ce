import { findAddress } from "@leadrelay/db/addresses/find-address";
import { listAddresses } from "@leadrelay/db/addresses/list-addresses";
import { putBlockedIp } from "@leadrelay/db/addresses/put-address";
import { removeAddress } from "@leadrelay/db/addresses/remove-address";
import { deleteClient } from "@leadrelay/db/clients/delete-client";
import { clientsByIds } from "@leadrelay/db/clients/clients-by-ids";
import { requireLiveClient } from "@leadrelay/db/clients/require-live-client";
import { requireVersion } from "@leadrelay/db/scope/require-version";
import { staleDirectConfigOf } from "@leadrelay/db/publishing/stale-direct-configs";
import { formRegions } from "@leadrelay/db/forms/form-regions";
import { markPagesStale } from "@leadrelay/db/publishing/mark-pages-stale";
import { markPhoneCountryStale } from "@leadrelay/db/publishing/mark-phone-country-stale";
import { staleFormsByIds } from "@leadrelay/db/publishing/stale-forms";
import { waitingOfDestination } from "@leadrelay/db/deliveries/waiting-of-destination";
import { destinationChanges } from "@leadrelay/db/destinations/destination-changes";
import { destinationWaits } from "@leadrelay/db/destinations/destination-waits";
import { findDestination } from "@leadrelay/db/destinations/find-destination";
import { listDestinations } from "@leadrelay/db/destinations/list-destinations";
import { findForm } from "@leadrelay/db/forms/find-form";
import { formIdsOfClient } from "@leadrelay/db/forms/form-ids-of-client";
import { listForms } from "@leadrelay/db/forms/list-forms";
import { pipelineScope, type OperatorScope } from "@leadrelay/db/scope";
import type { Statement } from "@leadrelay/db/statement";
import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, expect, it } from "vitest";
import { scannedTables } from "../../../test/query-plans.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));

const scope: OperatorScope = {
  kind: "operator",
  clients: [{ id: "c", database: "DB", masked: false }],
  agencyIds: ["a"],
  isInstallation: false,
};
const blocked = {
  client_id: "c",
  cidr: "203.0.113.0/24",
  reason: null,
  country: null,
  referrer: null,
  blocked_at: 1,
  expires_at: null,
};
const range = { after: ["c", "x"], rows: 10, clients: 5 } as const;
const statements: [string, readonly Statement<unknown>[]][] = [
  ["clients by ids", [clientsByIds(scope, ["c"])]],
  ["delete client", deleteClient(scope, { id: "c", now: 1 })],
  ["live client", [requireLiveClient(scope, "c")]],
  ["version", [requireVersion(scope, "forms", "f", 1)]],
  ["form ids of client", [formIdsOfClient(scope, "c", 10)]],
  ["find form", [findForm(scope, "f")]],
  ["list forms", [listForms(scope, range)]],
  ["stale forms by ids", [staleFormsByIds(pipelineScope, ["f"])]],
  ["pages of an agency", [markPagesStale(scope, "a")]],
  ["forms without a region", [markPhoneCountryStale(scope, "c", 1)]],
  ["regions of forms", [formRegions(scope, ["c"], 100)]],
  ["stale direct config", [staleDirectConfigOf(pipelineScope, "c")]],
  ["find destination", [findDestination(scope, "d")]],
  ["list destinations", [listDestinations(scope, range)]],
  ["list addresses", [listAddresses(scope, "blocked_ips", "c", { after: "", limit: 10 })]],
  ["find address", [findAddress(scope, "allowed_ips", "c", "203.0.113.0/24")]],
  ["remove address", removeAddress(scope, "allowed_ips", "c", "203.0.113.0/24")],
  ["put address", putBlockedIp(scope, blocked)],
  ["destination waits", [destinationWaits(scope, { id: "d", client_id: "c" }, 10)]],
  ["destination changes", [destinationChanges(scope, ["d"])]],
  ["waiting of destination", [waitingOfDestination(scope, { id: "d", client_id: "c" }, 10)]],
];

it.each(statements)("%s scans no table and sorts nothing", async (_name, asked) => {
  for (const { query } of asked) {
    expect(await scannedTables(query.sql)).toEqual([]);
    const plan = await env.DB.prepare(`EXPLAIN QUERY PLAN ${query.sql}`)
      .bind(...query.parameters)
      .all<{ detail: string }>();
    expect(plan.results.map(({ detail }) => detail).join("\n")).not.toContain("TEMP B-TREE FOR ORDER BY");
  }
});
