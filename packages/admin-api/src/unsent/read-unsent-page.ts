import type { UnsentRuleFilter } from "@leadrelay/contracts/unsent-rule";
import { mergePage, type MergedPage } from "@leadrelay/core/lists/merge-page";
import { rulesOf } from "@leadrelay/core/release/rules-of";
import { newestQuarantined } from "@leadrelay/db/quarantine/newest-quarantined";
import type { OperatorScope } from "@leadrelay/db/scope";
import { mapResult, type Statement } from "@leadrelay/db/statement";
import { newestBlocked } from "@leadrelay/db/submissions/blocked-submissions";
import { newestUnsent, type UnsentKey } from "@leadrelay/db/unsent/newest-unsent";
import type { AdminDependencies } from "../dependencies.ts";
import { askLeadDatabases } from "../lead-databases/ask-lead-databases.ts";
import { rowsOfEach } from "../lead-databases/row-budget.ts";
import { unsentKeyOf, type Unsent } from "./to-unsent.ts";

interface Part {
  since: number;
  after: UnsentKey;
  perClient: number;
}

/** Where unsent submissions are kept: each client has a list of its own in each of these, newest first. */
type Source = (scope: OperatorScope, clientIds: readonly string[], part: Part) => Statement<Unsent[]>;

const stored: Source = (scope, clientIds, part) =>
  mapResult(newestUnsent(scope, clientIds, part), (rows) =>
    rows.map((row): Unsent => ({ kind: "stored", rule: row.unsent, row })),
  );

const blocked: Source = (scope, clientIds, part) =>
  mapResult(newestBlocked(scope, clientIds, part), (rows) =>
    rows.map((row): Unsent => ({ kind: "blocked", rule: "blocked", row })),
  );

const quarantined: Source = (scope, clientIds, part) =>
  mapResult(newestQuarantined(scope, clientIds, part), (rows) =>
    rows.map((row): Unsent => ({ kind: "quarantined", rule: "quarantined", row })),
  );

/** D1 counts an entry of the index, the list it is gathered in, the submission, and its lead. */
const readsPerRow = 4;

interface Wanted {
  rule: UnsentRuleFilter | undefined;
  formId: string | undefined;
  since: number;
  after: UnsentKey;
  pageSize: number;
}

/** One page, newest first, of all that was not sent and not released since, wherever it is kept. */
export async function readUnsentPage(
  { rule, formId, since, after, pageSize }: Wanted,
  scope: OperatorScope,
  dependencies: Pick<AdminDependencies, "leadDatabase">,
): Promise<MergedPage<Unsent>> {
  const sources = sourcesOf(rule);
  const clients = scope.clients.length;
  const lists = clients * sources.length;
  const perClient = rowsOfEach({ clients, lists, pageSize, readsPerRow, isFiltered: true });
  const found = await Promise.all(
    sources.map((source) =>
      askLeadDatabases(scope, dependencies, (ids) => source(scope, ids, { since, after, perClient })),
    ),
  );
  const ofClients = found.flatMap((rows) => [
    ...Map.groupBy(rows.flat(), ({ row }) => row.client_id).values(),
  ]);
  return mergePage(ofClients, { perClient, pageSize, keyOf: unsentKeyOf, keep: isWanted });

  function isWanted(unsent: Unsent): boolean {
    const isRule = rulesOf(rule === undefined ? undefined : [rule]).includes(unsent.rule);
    return isRule && unsent.row.form_id === (formId ?? unsent.row.form_id) && unsent.row.released_at === null;
  }
}

function sourcesOf(rule: UnsentRuleFilter | undefined): Source[] {
  switch (rule) {
    case undefined:
      return [stored, blocked, quarantined];
    case "blocked":
      return [blocked];
    case "quarantined":
      return [quarantined];
    case "duplicate":
    case "duplicate_window":
    case "reengage_wait":
    case "reengage_off":
    case "test":
    case "filtered":
    case "no_destination":
      return [stored];
  }
}
