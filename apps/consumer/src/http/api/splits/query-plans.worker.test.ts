import { eventId } from "@leadrelay/core/ids/derived-id";
import type { SplitPlan } from "@leadrelay/core/split/plan-split";
import type { OperatorScope } from "@leadrelay/db/scope";
import { placesOfSubmissions } from "@leadrelay/db/splits/places-of-submissions";
import { reserveLeadId } from "@leadrelay/db/splits/reserve-lead-id";
import { splitStatements } from "@leadrelay/db/splits/split-statements";
import { toSplit } from "@leadrelay/db/splits/submissions-to-split";
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
const lead = {
  id: 1,
  public_id: "l",
  client_id: "c",
  form_id: "f",
  is_test: false,
  project: null,
  project_key: "",
  contact_name: null,
  contact_email: null,
  contact_phone: null,
  visitor_id: null,
  user_agent: null,
  submission_count: 3,
  suspicion_score: 0,
  first_submitted_at: 1,
  last_submitted_at: 1,
  last_sent_at: null,
  first_attribution_json: null,
  latest_attribution_json: null,
};
const plan: SplitPlan = {
  newLead: { ...lead, id: 2 },
  oldLead: lead,
  moves: [
    {
      id: 5,
      public_id: "s",
      submission_number: 1,
      outcome: "new_lead",
      decision_json: "{}",
      unsent: null,
      unsent_payload: "1[0]",
      from: { submission_number: 2, unsent: "duplicate_window" },
    },
  ],
  identities: [{ client_id: "c", is_test: false, kind: "email", value: "a@x.io", project_key: "" }],
  shared: [{ client_id: "c", is_test: false, kind: "email", value: "a@x.io", project_key: "", lead_id: 2 }],
  nameWords: { added: ["a", "b", "c", "d"], dropped: ["a"] },
  event: {
    lead_id: 2,
    id: eventId("s", "lead.created"),
    client_id: "c",
    type: "lead.created",
    submission_public_id: "s",
    payload_json: "1[0]",
    created_at: 1,
  },
  deliveries: [],
  traces: [],
  cancelled: [
    { event_id: "e", type: "lead.updated", destination_id: "d", public_id: "p", status: "pending" },
  ],
  outcomes: [
    {
      client_id: "c",
      day: 0,
      form_id: "f",
      outcome: "new_lead",
      half_hour: 0,
      origin: null,
      value: 1,
      at: 1,
    },
  ],
};

const statements: [string, Statement<unknown>][] = [
  ...toSplit(scope, { lead_id: 1, client_id: "c" }, 10).map((one): [string, Statement<unknown>] => [
    "what may be split",
    one,
  ]),
  ["whose submissions are", placesOfSubmissions(scope, "c", ["s"])],
  ["a lead's id", reserveLeadId(scope)],
  ...splitStatements(scope, plan, 1).map((one, index): [string, Statement<unknown>] => [
    `statement ${index} of a split`,
    one,
  ]),
];

it.each(statements)("%s: no table is scanned", async (_what, { query: { sql } }) => {
  expect(await scannedTables(sql)).toEqual([]);
});

it("of another client's nothing is read or written", () => {
  expect(() => toSplit(scope, { lead_id: 1, client_id: "other" }, 10)).toThrow();
  expect(() => placesOfSubmissions(scope, "other", ["s"])).toThrow();
  expect(() =>
    splitStatements(scope, { ...plan, newLead: { ...plan.newLead, client_id: "other" } }, 1),
  ).toThrow();
});
