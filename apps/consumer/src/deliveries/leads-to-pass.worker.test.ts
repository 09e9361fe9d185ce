import type { AttemptOutcome, DeliveryStatus } from "@leadrelay/contracts/delivery-status";
import { leadsToPass } from "@leadrelay/db/routes/leads-to-pass";
import { runOne } from "@leadrelay/db/run-batch";
import { pipelineScope } from "@leadrelay/db/scope";
import type { DeliveriesTable } from "@leadrelay/db/tables/deliveries-table";
import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { anyLeadId, placeRow } from "../../test/place-row.ts";
import { placeDelivery } from "../../test/placed-delivery.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));

type Given = Partial<DeliveriesTable>;
const leads = (...keys: DeliveriesTable[]) => runOne(env.DB, leadsToPass(pipelineScope, keys));
const newId = () => crypto.randomUUID();

/** A delivery in a route, with its lead, its event and the submission of that. */
async function inRoute(given: Given = {}, routed_json: string | null = null) {
  const delivery = await placeDelivery({ route_id: "rte", status: "in_flight", ...given });
  await placeLead(delivery, routed_json);
  const submission = await placeEvent(delivery, "first");
  return { delivery, submission };
}

const placeLead = ({ lead_id, client_id }: DeliveriesTable, routed_json: string | null = null) =>
  placeRow("leads", {
    id: lead_id,
    public_id: newId(),
    client_id,
    form_id: "f",
    project_key: newId(),
    submission_count: 1,
    first_submitted_at: 0,
    last_submitted_at: 0,
    is_test: 1,
    routed_json,
  });

let submissions = 0;
async function placeEvent({ lead_id, event_id, client_id }: DeliveriesTable, said: string) {
  const public_id = newId();
  submissions += 1;
  await placeRow("events", {
    lead_id,
    id: event_id,
    client_id,
    type: "lead.created",
    submission_public_id: public_id,
    payload_json: JSON.stringify({ first_name: said }),
    created_at: 7,
  });
  await placeRow("lead_submissions", {
    lead_id,
    submission_number: submissions,
    id: anyLeadId(),
    public_id,
    client_id,
    form_id: "f",
    outcome: "new_lead",
    payload_json: JSON.stringify([["said", said]]),
    decision_json: "{}",
    submitted_at: 1,
  });
  return public_id;
}

/** Another delivery beside one. */
const beside = (delivery: DeliveriesTable, given: Given = {}) =>
  placeDelivery({ ...delivery, destination_id: newId(), public_id: newId(), ...given });

const placeTry = (
  { lead_id, event_id, destination_id, client_id }: DeliveriesTable,
  number: number,
  outcome: AttemptOutcome,
  more: object = {},
) =>
  placeRow("delivery_attempts", {
    lead_id,
    event_id,
    destination_id,
    client_id,
    number,
    outcome,
    started_at: 1,
    ...more,
  });

it("a lead that may go on is told with its event, what was posted, and where it is in its routes", async () => {
  const { delivery } = await inRoute({}, '{"rte":"dst_a"}');
  const later = await beside(delivery, { event_id: newId() });
  await placeEvent(later, "second");
  expect(await leads(delivery)).toEqual([
    {
      lead_id: delivery.lead_id,
      event_id: delivery.event_id,
      destination_id: delivery.destination_id,
      client_id: delivery.client_id,
      route_id: "rte",
      attempts: 3,
      status: "in_flight",
      form_id: "form",
      submitted_at: 0,
      is_test: true,
      type: "lead.created",
      went: { rte: "dst_a" },
      holders: [],
      may_have_it: true,
      tried: [
        { destination_id: delivery.destination_id, status: "in_flight", last_error: null, outcome: null },
      ],
      told: {
        event: { id: delivery.event_id, type: "lead.created", created_at: 7 },
        payload: { first_name: "first" },
        attribution: { first: null, latest: null },
        payload_json: '[["said","first"]]',
        delivery_public_id: null,
      },
    },
  ]);
  const [ofLater] = await leads(later);
  expect(ofLater?.told).toMatchObject({
    payload: { first_name: "second" },
    payload_json: '[["said","second"]]',
  });
});

it("each of several is told by itself, and none that no route chose or nobody asked for", async () => {
  const [one, other] = [await inRoute(), await inRoute()];
  await inRoute();
  const chosenByNone = await inRoute({ route_id: null });
  const found = await leads(one.delivery, other.delivery, chosenByNone.delivery);
  expect(found.map(({ lead_id }) => lead_id)).toEqual([one.delivery.lead_id, other.delivery.lead_id]);
});

it("what was posted is its own client's", async () => {
  const { delivery, submission } = await inRoute();
  await env.DB.prepare("UPDATE lead_submissions SET client_id = 'other' WHERE public_id = ?")
    .bind(submission)
    .run();
  const [lead] = await leads(delivery);
  expect(lead?.told.payload_json).toBeNull();
});

describe("whoever was tried", () => {
  it("is every delivery of the event, and of no other event or lead, with its last error", async () => {
    const { delivery } = await inRoute();
    const second = await beside(delivery, { status: "dead", last_error: "HTTP 400" });
    await beside(delivery, { event_id: newId() });
    await beside(delivery, { lead_id: anyLeadId() });
    const [lead] = await leads(delivery);
    expect(new Set(lead?.tried)).toEqual(
      new Set([
        { destination_id: delivery.destination_id, status: "in_flight", last_error: null, outcome: null },
        { destination_id: second.destination_id, status: "dead", last_error: "HTTP 400", outcome: null },
      ]),
    );
  });

  it("is told with how its own last try ended, as closely as that was told", async () => {
    const { delivery } = await inRoute();
    await placeTry(delivery, 2, "gone");
    await placeTry(delivery, 1, "lost");
    const [usual] = await leads(delivery);
    expect(usual?.tried).toMatchObject([{ outcome: "gone" }]);
    await placeTry(delivery, 3, "refused", { told_outcome: "duplicate_at_receiver" });
    const near = [{ lead_id: delivery.lead_id + 1 }, { event_id: newId() }, { destination_id: newId() }];
    for (const other of near) await placeTry({ ...delivery, ...other }, 9, "retry");
    const [closer] = await leads(delivery);
    expect(closer?.tried).toMatchObject([{ outcome: "duplicate_at_receiver" }]);
  });
});

describe("a member that took another event of the lead", () => {
  it.each<[status: DeliveryStatus, given: Given, holds: boolean]>([
    ["delivered", {}, true],
    ["confirmed", {}, true],
    ["pending", {}, false],
    ["dead", {}, false],
    ["delivered", { is_notice: 1 }, false],
    ["delivered", { lead_id: 9 }, false],
  ])("%s, %o, holds it: %o", async (status, given, holds) => {
    const { delivery } = await inRoute();
    const other = await beside(delivery, { event_id: newId(), status, ...given });
    const [lead] = await leads(delivery);
    expect(lead?.holders).toEqual(holds ? [other.destination_id] : []);
  });

  it("is named once, and who took this event is none", async () => {
    const { delivery } = await inRoute();
    const other = await beside(delivery, { event_id: newId(), status: "delivered" });
    await placeDelivery({ ...other, event_id: newId(), public_id: newId() });
    await beside(delivery, { status: "delivered" });
    const [lead] = await leads(delivery);
    expect(lead?.holders).toEqual([other.destination_id]);
  });
});

describe("whether a try may have arrived", () => {
  const said = { outcome: "retry", told_outcome: "hold" } as const;
  it.each<[what: string, tries: [AttemptOutcome, object][], mayHaveIt: boolean]>([
    ["is so where nobody knows of the tries", [], true],
    [
      "is not where each was told to wait",
      [
        ["retry", said],
        ["retry", said],
      ],
      false,
    ],
    [
      "is not where each was asked to come later",
      [
        ["retry", { status_code: 429 }],
        ["retry", said],
      ],
      false,
    ],
    [
      "is so where one of them failed",
      [
        ["retry", said],
        ["retry", { status_code: 500 }],
      ],
      true,
    ],
    [
      "is so where one of them was lost",
      [
        ["retry", said],
        ["lost", {}],
      ],
      true,
    ],
    ["is so where one is not written down", [["retry", said]], true],
  ])("%s", async (_what, tries, mayHaveIt) => {
    const { delivery } = await inRoute({ attempts: 2 });
    for (const [index, [outcome, more]] of tries.entries())
      await placeTry(delivery, index + 1, outcome, more);
    const near = [{ lead_id: delivery.lead_id + 1 }, { event_id: newId() }, { destination_id: newId() }];
    for (const other of near) await placeTry({ ...delivery, ...other }, 5, "retry", said);
    const [lead] = await leads(delivery);
    expect(lead?.may_have_it).toBe(mayHaveIt);
  });
});

it("what this version cannot read stays where it is, and keeps no other from going on", async () => {
  const [odd, other] = [await inRoute(), await inRoute()];
  await env.DB.prepare("UPDATE events SET payload_json = '9[]' WHERE id = ?")
    .bind(odd.delivery.event_id)
    .run();
  const found = await leads(odd.delivery, other.delivery);
  expect(found.map(({ lead_id }) => lead_id)).toEqual([other.delivery.lead_id]);
});
