import { auditOfAgencies, auditOfClients } from "@leadrelay/db/audit-log/audit-entries";
import { clientOf } from "@leadrelay/db/scope/client-of";
import { publishedForms } from "@leadrelay/db/publishing/stale-forms";
import { waitingDirectConfigs, waitingForms } from "@leadrelay/db/publishing/waiting-publications";
import { waitingStorageLetters } from "@leadrelay/db/dead-letters/waiting-storage-letters";
import { destinationBacklogs } from "@leadrelay/db/deliveries/destination-backlogs";
import {
  destinationIdsOfScope,
  destinationsOfScope,
  destinationStates,
} from "@leadrelay/db/destinations/destination-states";
import { findLetterDetails } from "@leadrelay/db/dead-letters/find-letter-details";
import { newestLetters } from "@leadrelay/db/dead-letters/newest-letters";
import { deadDeliveries } from "@leadrelay/db/deliveries/dead-deliveries";
import { deliveriesOfLead } from "@leadrelay/db/deliveries/deliveries-of-lead";
import { findDelivery } from "@leadrelay/db/deliveries/find-delivery";
import { newestDeliveries } from "@leadrelay/db/deliveries/newest-deliveries";
import { unsettledDeliveries } from "@leadrelay/db/deliveries/unsettled-deliveries";
import { lastExchanges } from "@leadrelay/db/exchanges/last-exchanges";
import { clientOfLead } from "@leadrelay/db/leads/client-of-lead";
import { personsOfLeads } from "@leadrelay/db/leads/persons-of-leads";
import { pipelineScope, type OperatorScope } from "@leadrelay/db/scope";
import type { Statement } from "@leadrelay/db/statement";
import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, expect, it } from "vitest";
import { scannedTables } from "../../../../test/query-plans.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));

// A partial index that is scanned holds nothing but what is sought.
const partialIndexes =
  /USING (COVERING )?INDEX (dead_letters_storage|forms_snapshot_stale|clients_direct_config_stale)/;

const scope: OperatorScope = {
  kind: "operator",
  clients: [{ id: "c", database: "DB", masked: false }],
  agencyIds: ["a"],
  isInstallation: true,
};
const filter = { destinationId: "d", formId: "f", status: "delivered", since: 1, until: 2 } as const;
const start = { after: null, perList: 10 };
const later = { after: [1, 2, "e", "d"], perList: 10 } as const;
const destinations = [{ id: "d", client_id: "c" }];

const leadEvent = { client_id: "c", lead_id: 1, event_id: "e", submission_number: 1, behind: "" };
const statements: [string, Statement<unknown>][] = [
  ["newest deliveries", newestDeliveries(scope, ["c"], filter, start)],
  ["newest deliveries, a later page", newestDeliveries(scope, ["c"], filter, later)],
  ["unsettled deliveries", unsettledDeliveries(scope, destinations, { status: "pending" }, start)],
  [
    "unsettled deliveries, a later page",
    unsettledDeliveries(scope, destinations, { status: "pending" }, later),
  ],
  ["held deliveries", unsettledDeliveries(scope, destinations, { status: "held" }, start)],
  ["held deliveries, a later page", unsettledDeliveries(scope, destinations, { status: "held" }, later)],
  ["dead deliveries", deadDeliveries(scope, ["c"], filter, start)],
  ["dead deliveries, a later page", deadDeliveries(scope, ["c"], filter, later)],
  ["a lead's deliveries", deliveriesOfLead(scope, [leadEvent, { ...leadEvent, behind: "d" }], filter, 5)],
  ["a delivery", findDelivery(scope, "p")],
  ["last exchanges", lastExchanges(scope, { id: "d", client_id: "c" }, { since: 1, limit: 40 })],
  ["letters", newestLetters(scope, ["c", null], { state: "open", kind: "poison" }, start)],
  ["letters, a later page", newestLetters(scope, ["c"], { state: "open" }, { after: [1, "l"], perList: 10 })],
  ["a letter", findLetterDetails(scope, "l")],
  ["an agency's audit log", auditOfAgencies(scope, ["a", null], { actorId: "o", until: 5 }, start)],
  ["a client's audit log", auditOfClients(scope, ["c"], { action: "form" }, { after: ["x"], perList: 5 })],
  ["backlogs", destinationBacklogs(scope, destinations, { nowMs: 5, most: 10, leaseGraceMs: 1 })],
  ["forms at the edge", publishedForms(pipelineScope, "frm_a", 10)],
  ["forms to be published", waitingForms(pipelineScope, 10)],
  ["clients to be published", waitingDirectConfigs(pipelineScope, 10)],
  ["letters that wait for D1", waitingStorageLetters(pipelineScope, 10)],
  ["a lead's client", clientOfLead(scope, "l")],
  ["who leads are", personsOfLeads(scope, [1, 2])],
  ["a form's client", clientOf(scope, "forms", "f")],
  ["destinations", destinationStates(scope, ["d"])],
  ["a scope's destinations", destinationsOfScope(scope)],
  ["a scope's destinations, only whose they are", destinationIdsOfScope(scope)],
];

it.each(statements)("%s scans no table", async (_name, { query }) => {
  const scans = await scannedTables(query.sql);
  expect(scans.filter((scan) => !partialIndexes.test(scan))).toEqual([]);
});
