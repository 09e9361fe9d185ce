import type { DeliveryWakeup } from "@leadrelay/contracts/delivery-wakeup";
import type { SubmissionMessage } from "@leadrelay/contracts/submission-message";
import type { SweepContinuation } from "@leadrelay/contracts/sweep-continuation";
import { env } from "cloudflare:test";
import { testDependencies } from "./deliver-messages.ts";
import { fakeQueue } from "./fake-queue.ts";

const calling = new Set(["batch", "get", "getWithMetadata", "put", "list", "delete", "send", "sendBatch"]);

/** Bindings of one invocation, which may call them so often together; and how often it did. */
export function limitedCalls(most: number, kv: KVNamespace = env.KV) {
  const calls = { made: 0 };
  const limited = <Binding extends object>(binding: Binding): Binding =>
    new Proxy(binding, {
      get(target, key) {
        const value: unknown = Reflect.get(target, key);
        if (typeof value !== "function") return value;
        if (!calling.has(String(key))) return value.bind(target);
        return async (...args: unknown[]) => {
          calls.made += 1;
          if (calls.made > most) throw new Error("Too many subrequests by single Worker invocation.");
          return Reflect.apply(value, target, args) as unknown;
        };
      },
    });
  const d1 = limited(env.DB);
  const [leads, deliveries] = [
    fakeQueue<SubmissionMessage>(),
    fakeQueue<DeliveryWakeup | SweepContinuation>(),
  ];
  const dependencies = {
    ...testDependencies(),
    kv: limited(kv),
    control: d1,
    leadDatabase: () => d1,
    leadDatabaseNames: ["DB"],
    leadsQueue: limited(leads),
    deliveriesQueue: limited(deliveries),
  };
  return { calls, dependencies, queued: { leads, deliveries } };
}
