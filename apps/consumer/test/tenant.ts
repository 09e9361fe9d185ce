import type { SubmissionMessage } from "@leadrelay/contracts/submission-message";
import type { DestinationsTable } from "@leadrelay/db/tables/destinations-table";
import type { FormsTable } from "@leadrelay/db/tables/forms-table";
import { env } from "cloudflare:test";
import { sampleSubmission } from "./sample-submission.ts";

export interface Tenant {
  clientId: string;
  formId: string;
  formKey: string;
  destinationId: string;
  /** A submission to this tenant's form. */
  submission(given?: Partial<SubmissionMessage>): SubmissionMessage;
}

/** A client with one form and one Make destination of its own, so that no test sees another's rows. */
export async function newTenant(
  given: {
    form?: Partial<FormsTable>;
    destination?: Partial<DestinationsTable>;
    testStrings?: string[];
    sealedSettings?: string;
  } = {},
): Promise<Tenant> {
  const id = crypto.randomUUID();
  const tenant = {
    clientId: `cli_${id}`,
    formId: `form_${id}`,
    formKey: `frm_${id}`,
    destinationId: `dst_${id}`,
  };
  const form = {
    id: tenant.formId,
    client_id: tenant.clientId,
    form_key: tenant.formKey,
    ...named("Form"),
    updated_at: 0,
    ...given.form,
  };
  const destination = {
    id: tenant.destinationId,
    client_id: tenant.clientId,
    ...named("Make"),
    kind: "make",
    sealed_settings: given.sealedSettings ?? "sealed",
    environments_json: '["development"]',
    updated_at: 0,
    ...given.destination,
  };
  const client = {
    id: tenant.clientId,
    agency_id: "agc_test",
    ...named("Client"),
    test_strings_json: JSON.stringify(given.testStrings ?? []),
  };
  await env.DB.batch([
    env.DB.prepare("INSERT OR IGNORE INTO agencies (id, name, created_at) VALUES ('agc_test', 'Agency', 0)"),
    insert("clients", client),
    insert("forms", form),
    insert("destinations", destination),
  ]);
  const messageForm = {
    form_id: tenant.formId,
    client_id: tenant.clientId,
    database: "DB",
    default_region: null,
  };
  return {
    ...tenant,
    submission: (partial = {}) =>
      sampleSubmission({ form_key: tenant.formKey, form: messageForm, ...partial }),
  };
}

const named = (name: string) => ({ name, created_at: 0 });

function insert(table: string, row: Record<string, unknown>): D1PreparedStatement {
  const columns = Object.keys(row);
  const marks = columns.map(() => "?").join(", ");
  return env.DB.prepare(`INSERT INTO ${table} (${columns.join(", ")}) VALUES (${marks})`).bind(
    ...Object.values(row),
  );
}

/** All rows of a query, as they are in D1. */
export const rows = async <Row = Record<string, unknown>>(
  query: string,
  ...values: unknown[]
): Promise<Row[]> =>
  (
    await env.DB.prepare(query)
      .bind(...values)
      .all<Row>()
  ).results;
