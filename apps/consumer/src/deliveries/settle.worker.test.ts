import type { AttemptOutcome, DeliveryStatus } from "@leadrelay/contracts/delivery-status";
import { countSettled } from "@leadrelay/db/deliveries/count-settled";
import { insertAttempts } from "@leadrelay/db/deliveries/insert-attempts";
import { markLeadsSent } from "@leadrelay/db/deliveries/mark-leads-sent";
import { writeDeadLetters } from "@leadrelay/db/dead-letters/write-dead-letters";
import { settleDeliveries } from "@leadrelay/db/deliveries/settle-deliveries";
import type { SettledAttempt } from "@leadrelay/db/deliveries/settled-attempt";
import { runBatch } from "@leadrelay/db/run-batch";
import { pipelineScope } from "@leadrelay/db/scope";
import type { DeliveriesTable } from "@leadrelay/db/tables/deliveries-table";
import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { anyLeadId, placeRow } from "../../test/place-row.ts";
import { attemptOf, deliveryNow, nowMs, placeDelivery, placeNeighbours } from "../../test/placed-delivery.ts";
import { rows } from "../../test/tenant.ts";
import { deliveryCounts } from "../../test/counters.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));

const letter = { id: "letter", cause: "refused" } as const;
const outcomes = {
  delivered: {},
  pending: { outcome: "retry", status_code: 500, error: "busy", status: "pending", next_attempt_at: 9 },
  dead: { outcome: "refused", status_code: 404, error: "none", status: "dead", dead_letter: letter },
} satisfies Record<string, Partial<SettledAttempt>>;

const claimed = { status: "in_flight", lease_until: nowMs + 1, next_attempt_at: 5 } as const;
const countersOf = ({ client_id }: DeliveriesTable) =>
  rows(`SELECT outcome, value FROM ${deliveryCounts} WHERE client_id = ?`, client_id);

/** What settling and counting leave of a delivery; its neighbours are left alone. */
async function settle(given: Partial<DeliveriesTable>, ended: Partial<SettledAttempt>) {
  const before = await placeDelivery({ ...claimed, ...given });
  const neighbours = await placeNeighbours(before);
  const attempts = [attemptOf(before, ended)];
  await runBatch(env.DB, [
    ...countSettled(pipelineScope, attempts),
    settleDeliveries(pipelineScope, attempts, nowMs),
  ]);
  expect(await Promise.all(neighbours.map(deliveryNow))).toEqual(neighbours);
  return { before, after: await deliveryNow(before), counted: await countersOf(before) };
}

const statuses: DeliveryStatus[] = [
  "pending",
  "held",
  "delivered",
  "confirmed",
  "dead",
  "skipped",
  "cancelled",
];

describe("a try that the receiver took", () => {
  it.each(["in_flight", ...statuses] as const)("of a delivery that is %s by now", async (status) => {
    const { before, after, counted } = await settle({ status }, {});
    const counts = status !== "delivered" && status !== "confirmed";
    const settled = { status: "delivered", settled_at: nowMs, next_attempt_at: null, lease_until: null };
    expect(after).toEqual(counts ? { ...before, ...settled, last_status_code: 200 } : before);
    expect(counted).toEqual(counts ? [{ outcome: "delivered", value: 1 }] : []);
  });

  it.each([2, 4])("counts as number %i of a delivery that is at its third", async (number) => {
    const { after } = await settle({ attempts: 3 }, { number });
    expect(after).toMatchObject({ status: "delivered", attempts: 3 });
  });
});

describe("a try that failed", () => {
  it("for now leaves the delivery due again, unsettled and uncounted", async () => {
    const { before, after, counted } = await settle({}, outcomes.pending);
    const waits = { status: "pending", next_attempt_at: 9, lease_until: null };
    expect(after).toEqual({ ...before, ...waits, last_status_code: 500, last_error: "busy" });
    expect(counted).toEqual([]);
  });

  it("because its receiver had the person leaves the delivery skipped, uncounted and without a letter", async () => {
    const ended = {
      outcome: "duplicate_at_receiver",
      status_code: 409,
      error: "known",
      status: "skipped",
    } as const;
    const { before, after, counted } = await settle({}, ended);
    const settled = { status: "skipped", settled_at: nowMs, next_attempt_at: null, lease_until: null };
    expect(after).toEqual({ ...before, ...settled, last_status_code: 409, last_error: "known" });
    expect(counted).toEqual([]);
  });

  it("keeps what its steps found out, and what earlier ones did where they found nothing new", async () => {
    const kept_json = JSON.stringify({ person_id: "7" });
    const first = await settle({}, { ...outcomes.pending, kept_json });
    expect(first.after).toMatchObject({ kept_json, receiver_id: null });
    const second = await settle({ kept_json }, outcomes.pending);
    expect(second.after).toMatchObject({ kept_json });
    const taken = await settle({ kept_json }, { receiver_id: "crm-41" });
    expect(taken.after).toMatchObject({ kept_json, receiver_id: "crm-41", status: "delivered" });
  });

  it("for good leaves the delivery dead with its letter, and counted", async () => {
    const { before, after, counted } = await settle({}, outcomes.dead);
    const ended = { status: "dead", settled_at: nowMs, next_attempt_at: null, lease_until: null };
    const error = { last_status_code: 404, last_error: "none", dead_letter_id: "letter" };
    expect(after).toEqual({ ...before, ...ended, ...error });
    expect(counted).toEqual([{ outcome: "dead", value: 1 }]);
  });

  const late = [
    ...statuses.map((status): [string, Partial<DeliveriesTable>, number] => [status, { status }, 3]),
    ["a later try's", { attempts: 4 }, 3] as const,
    ["an earlier try's", { attempts: 2 }, 3] as const,
  ];
  it.each(late.flatMap((each) => (["pending", "dead"] as const).map((ended) => [...each, ended] as const)))(
    "changes nothing of what is %s by now: %o, try %i, %s",
    async (_what, given, number, ended) => {
      const { before, after, counted } = await settle(given, { ...outcomes[ended], number });
      expect(after).toEqual(before);
      expect(counted).toEqual([]);
    },
  );

  it("before, and is taken now, leaves the delivery's letter named", async () => {
    const { after } = await settle({ status: "dead", dead_letter_id: "of before" }, {});
    expect(after).toMatchObject({ status: "delivered", dead_letter_id: "of before" });
  });
});

it("what one worker settles is counted by day, form, destination and time it took", async () => {
  const [client_id, destination_id] = [crypto.randomUUID(), crypto.randomUUID()];
  const day = 86_400_000;
  const all = [
    [{ form_id: "a" }, { started_at: day - 21 }],
    [{ form_id: "a" }, { started_at: day - 21 }],
    [{ form_id: "a" }, { started_at: day - 20 }],
    [{ form_id: null }, { started_at: day - 21 }],
    [{ form_id: "a" }, { started_at: day - 21, bucket: 4 }],
    [{ form_id: "a" }, { started_at: day - 21, bucket: -1 }],
    [{ form_id: "a" }, { started_at: day - 21, ...outcomes.dead, bucket: -1 }],
    [{ form_id: "a" }, { started_at: day - 21, ...outcomes.pending, bucket: -1 }],
  ] as const;
  const attempts = await Promise.all(
    all.map(async ([given, ended]) =>
      attemptOf(await placeDelivery({ ...claimed, client_id, destination_id, ...given }), ended),
    ),
  );
  await runBatch(env.DB, countSettled(pipelineScope, attempts));
  await runBatch(env.DB, countSettled(pipelineScope, attempts.slice(0, 1)));
  const counted = await rows(
    `SELECT * FROM ${deliveryCounts} WHERE client_id = ? ORDER BY day, form_id, outcome, bucket`,
    client_id,
  );
  expect(
    counted.map(({ day: on, form_id, outcome, bucket, value }) => [on, form_id, outcome, bucket, value]),
  ).toEqual([
    [0, "", "delivered", 1, 1],
    [0, "a", "dead", -1, 1],
    [0, "a", "delivered", -1, 1],
    [0, "a", "delivered", 1, 3],
    [0, "a", "delivered", 4, 1],
    [1, "a", "delivered", 1, 1],
  ]);
});

it("what is settled at once is counted apart for each day and destination, at the hour of its answer", async () => {
  const client_id = crypto.randomUUID();
  const day = 86_400_000;
  const made = (started_at: number, destination_id: string, ended: Partial<SettledAttempt>) =>
    placeDelivery({ ...claimed, client_id, destination_id }).then((placed) =>
      attemptOf(placed, { started_at, ...ended }),
    );
  const attempts = [
    // Each answered twenty milliseconds later: at the same hour of two days.
    await made(day - 20, "a", outcomes.dead),
    await made(2 * day - 20, "a", outcomes.dead),
    await made(day - 20, "b", outcomes.dead),
    await made(day - 20, "a", {}),
    await made(2 * day - 20, "a", {}),
    await made(day - 20, "b", {}),
  ];
  await runBatch(env.DB, countSettled(pipelineScope, attempts));
  const counted = await rows(
    `SELECT day, destination_id, outcome, value FROM ${deliveryCounts} WHERE client_id = ? ORDER BY outcome, day, destination_id`,
    client_id,
  );
  const each = (outcome: string) => [
    { day: 1, destination_id: "a", outcome, value: 1 },
    { day: 1, destination_id: "b", outcome, value: 1 },
    { day: 2, destination_id: "a", outcome, value: 1 },
  ];
  expect(counted).toEqual([...each("dead"), ...each("delivered")]);
  const died = await rows(
    "SELECT day, destination_id, last_at, by_hour FROM delivery_counters WHERE client_id = ? AND outcome = 'dead' ORDER BY day, destination_id",
    client_id,
  );
  const hour = (at: number) => ({
    last_at: at,
    by_hour: `{"h0":1}`,
  });
  expect(died).toEqual([
    { day: 1, destination_id: "a", ...hour(day) },
    { day: 1, destination_id: "b", ...hour(day) },
    { day: 2, destination_id: "a", ...hour(2 * day) },
  ]);
});

it.each<[AttemptOutcome, AttemptOutcome]>([
  ["lost", "delivered"],
  ["retry", "retry"],
  ["delivered", "delivered"],
  ["gone", "gone"],
])("a try that was written down as %s says %s after its worker's word", async (before, after) => {
  const delivery = await placeDelivery(claimed);
  const { lead_id, event_id, destination_id, client_id, attempts: number } = delivery;
  const row = { lead_id, event_id, destination_id, client_id, number, started_at: 1 };
  await placeRow("delivery_attempts", { ...row, outcome: before });
  await runBatch(env.DB, [insertAttempts(pipelineScope, [attemptOf(delivery)])]);
  const said = await rows("SELECT outcome, started_at FROM delivery_attempts WHERE lead_id = ?", lead_id);
  expect(said).toEqual([{ outcome: after, started_at: before === "lost" ? 500 : 1 }]);
});

it("a try is kept with how it ended more closely, and with what was sent and answered, over one that counted as lost too", async () => {
  const kept = async (before: object[], exchange: string) => {
    const delivery = await placeDelivery(claimed);
    const { lead_id, event_id, destination_id, client_id, attempts: number } = delivery;
    for (const row of before)
      await placeRow("delivery_attempts", { lead_id, event_id, destination_id, client_id, number, ...row });
    const made = attemptOf(delivery, { outcome: "hold", status_code: 429, error: "later" });
    await runBatch(env.DB, [insertAttempts(pipelineScope, [{ ...made, exchange }])]);
    return await rows(
      "SELECT outcome, told_outcome, status_code, error, duration_ms, hex(exchange) AS exchange FROM delivery_attempts WHERE lead_id = ?",
      lead_id,
    );
  };
  const row = {
    outcome: "retry",
    told_outcome: "hold",
    status_code: 429,
    error: "later",
    duration_ms: 20,
    exchange: "C0FFEE",
  };
  expect(await kept([], "c0ffee")).toEqual([row]);
  expect(await kept([{ outcome: "lost", started_at: 1 }], "c0ffee")).toEqual([row]);
});

describe("when a lead was sent last", () => {
  async function sentAt(before: number | null, at: number) {
    const values = { client_id: "c", form_id: "f", project_key: "p", submission_count: 1 };
    const times = { first_submitted_at: 0, last_submitted_at: 0, last_sent_at: before };
    const placed = [anyLeadId(), anyLeadId()].map((id) => ({ id, public_id: `${id}`, ...values, ...times }));
    for (const lead of placed) await placeRow("leads", lead);
    await runBatch(env.DB, markLeadsSent(pipelineScope, [{ lead_id: placed[0]?.id ?? 0 }], at));
    const ids = placed.map(({ id }) => id);
    const [named, other] = await Promise.all(
      ids.map(async (id) => (await rows("SELECT last_sent_at FROM leads WHERE id = ?", id))[0]),
    );
    expect(other).toEqual({ last_sent_at: before });
    return named?.last_sent_at;
  }

  it.each([
    ["never", null, 5, 5],
    ["before", 4, 5, 5],
    ["at that time", 5, 5, 5],
    ["later", 6, 5, 6],
  ])("is the latest, where it was sent %s", async (_when, before, at, after) => {
    expect(await sentAt(before, at)).toBe(after);
  });

  it("is told of each of 200 leads in statements that D1 takes", async () => {
    const delivered = Array.from({ length: 200 }, () => ({ lead_id: anyLeadId() }));
    const statements = markLeadsSent(pipelineScope, [...delivered, ...delivered], 5);
    expect(statements).toHaveLength(3);
    await runBatch(env.DB, statements);
  });
});

it("an alert that died makes a cause of its own beside leads that died of the same answer, and names no submission", async () => {
  const lead = await placeDelivery(claimed);
  const alert = await placeDelivery({
    ...claimed,
    lead_id: 0,
    client_id: lead.client_id,
    destination_id: lead.destination_id,
  });
  for (const { lead_id, event_id, client_id } of [lead, alert])
    await placeRow("events", {
      lead_id,
      id: event_id,
      client_id,
      type: "lead.created",
      submission_public_id: lead_id === 0 ? "" : "submission",
      payload_json: "{}",
      created_at: 0,
    });
  const attempts = [lead, alert].map((one) =>
    attemptOf(one, {
      ...outcomes.dead,
      dead_letter: { id: crypto.randomUUID(), cause: "refused" },
      ...(one === alert ? { is_notice: 1 } : {}),
    }),
  );
  await runBatch(env.DB, [
    insertAttempts(pipelineScope, attempts),
    settleDeliveries(pipelineScope, attempts, nowMs),
    writeDeadLetters(pipelineScope, attempts, nowMs),
  ]);
  const letters = await rows<{ fingerprint: string; submission_id: string | null }>(
    "SELECT lead_id, fingerprint, submission_id FROM dead_letters WHERE client_id = ? ORDER BY lead_id",
    lead.client_id,
  );
  expect(letters.map(({ submission_id }) => submission_id)).toEqual([null, "submission"]);
  expect(new Set(letters.map(({ fingerprint }) => fingerprint)).size).toBe(2);
});

it.each([
  ["a notice about it", { is_notice: 1 } as const, { counted: [], last_sent_at: null }],
  ["it", {}, { counted: [{ outcome: "delivered", value: 1 }], last_sent_at: 520 }],
])("a lead is sent and counted by the arrival of %s as that says", async (_what, given, expected) => {
  const lead = await placeRow("leads", {
    id: anyLeadId(),
    public_id: crypto.randomUUID(),
    client_id: crypto.randomUUID(),
    form_id: "form",
    project_key: "",
    submission_count: 1,
    first_submitted_at: 0,
    last_submitted_at: 0,
  });
  const { counted } = await settle({ lead_id: lead.id, client_id: lead.client_id }, given);
  await runBatch(env.DB, markLeadsSent(pipelineScope, [{ lead_id: lead.id, ...given }], 520));
  const [{ last_sent_at } = {}] = await rows<{ last_sent_at: number | null }>(
    "SELECT last_sent_at FROM leads WHERE id = ?",
    lead.id,
  );
  expect({ counted, last_sent_at }).toEqual(expected);
});
