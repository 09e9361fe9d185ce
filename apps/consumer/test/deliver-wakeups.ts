import type { DeliveryKey } from "@leadrelay/contracts/delivery-wakeup";
import { sealedSettingsAt } from "@leadrelay/db/destinations/destination";
import { createExecutionContext, createMessageBatch, env, getQueueResult } from "cloudflare:test";
import { handleDeliveriesBatch } from "../src/deliveries/handle-deliveries-batch.ts";
import type { Dependencies } from "../src/dependencies.ts";
import { deliverMessages, testDependencies, testNow } from "./deliver-messages.ts";
import { newTenant, rows, type Tenant } from "./tenant.ts";

export type Answer = Response | Error | ((init: RequestInit) => Promise<Response>);

/** What reached the receiver. */
interface Received {
  url: string;
  make_send_public_id: string;
}

/** A receiver that gives its answers in turn, then 200; and what reached it. */
export function scriptedReceiver(...answers: Answer[]) {
  const received: Received[] = [];
  const fetch = (async (input: RequestInfo | URL, init: RequestInit = {}) => {
    const { make_send_public_id } = JSON.parse(init.body as string) as Received;
    received.push({ url: new Request(input).url, make_send_public_id });
    const answer = answers.shift() ?? new Response("Accepted");
    if (answer instanceof Error) throw answer;
    return typeof answer === "function" ? answer(init) : answer;
  }) as Dependencies["fetch"];
  return { received, fetch };
}

/** Answers by status and body, to be given in turn. */
export const answersOf = (...answers: readonly (readonly [status: number, body: string])[]): Response[] =>
  answers.map(([status, body]) => new Response(body, { status }));

export const hookUrl = "https://hook.example.com/abc";

/** Points a tenant's destination at an address. */
export async function sealUrl(tenant: Tenant, url: string): Promise<void> {
  const sealer = await testDependencies().sealer();
  const sealed = await sealer.seal(
    JSON.stringify({ url, api_key: null }),
    sealedSettingsAt(tenant.destinationId),
  );
  await env.DB.prepare("UPDATE destinations SET sealed_settings = ? WHERE id = ?")
    .bind(sealed, tenant.destinationId)
    .run();
}

/** A tenant with `count` leads stored and due. */
export async function tenantWithDeliveries(count = 1, given: Parameters<typeof newTenant>[0] = {}) {
  const tenant = await newTenant(given);
  await sealUrl(tenant, hookUrl);
  const context = { ...tenant.submission().context, ip: null };
  const people = Array.from({ length: count }, (_, index) => ({ email: `p${index}@example.com` }));
  await deliverMessages(people.map((fields) => tenant.submission({ fields, context })));
  return { tenant, keys: await keysOf(tenant) };
}

const keysOf = (tenant: Tenant) =>
  rows<DeliveryKey>(
    "SELECT lead_id, event_id, destination_id FROM deliveries WHERE client_id = ? ORDER BY lead_id",
    tenant.clientId,
  );

/** Hands one wake-up to the `deliveries` consumer. */
export async function wake(keys: readonly unknown[], given: Partial<Dependencies> = {}) {
  const dependencies = { ...testDependencies(given), random: () => 0.5, ...given };
  const body = { v: 1, type: "wakeup", database: "DB", keys };
  const batch = createMessageBatch("deliveries", [
    { id: "1", timestamp: new Date(testNow), attempts: 1, body },
  ]);
  await handleDeliveriesBatch(batch, dependencies);
  const result = await getQueueResult(batch, createExecutionContext());
  return { retried: result.retryMessages.length, woken: testQueue(dependencies).sent };
}

/** Hands one request to work through a destination to the consumer of `queue`. */
export async function runOf(
  destinationId: string,
  given: Partial<Dependencies> = {},
  queue = "deliveries-slow",
) {
  const dependencies = { ...testDependencies(given), random: () => 0.5, ...given };
  const body = { v: 1, type: "run", database: "DB", destination_id: destinationId };
  const batch = createMessageBatch(queue, [{ id: "1", timestamp: new Date(testNow), attempts: 1, body }]);
  await handleDeliveriesBatch(batch, dependencies);
  const result = await getQueueResult(batch, createExecutionContext());
  return { retried: result.retryMessages.length, asked: testQueue(dependencies).sent };
}

const testQueue = (dependencies: Dependencies) =>
  dependencies.deliveriesQueue as ReturnType<typeof testDependencies>["deliveriesQueue"];

export interface DeliveryRow {
  public_id: string;
  status: string;
  attempts: number;
  next_attempt_at: number | null;
  dead_letter_id: string | null;
  last_error: string | null;
}
export const deliveriesOf = (tenant: Tenant) =>
  rows<DeliveryRow>("SELECT * FROM deliveries WHERE client_id = ? ORDER BY lead_id", tenant.clientId);
export const attemptsOf = async (tenant: Tenant) =>
  (
    await rows<{ number: number; outcome: string }>(
      "SELECT number, outcome FROM delivery_attempts WHERE client_id = ? ORDER BY number",
      tenant.clientId,
    )
  ).map(({ number, outcome }) => `${number} ${outcome}`);
export const lettersOf = (tenant: Tenant) =>
  rows("SELECT * FROM dead_letters WHERE client_id = ?", tenant.clientId);
