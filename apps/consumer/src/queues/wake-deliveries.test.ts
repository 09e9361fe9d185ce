import type { DeliveryWakeup } from "@leadrelay/contracts/delivery-wakeup";
import { describe, expect, test, vi } from "vitest";
import { wakeDeliveries, wakeDeliveriesWhenDue } from "./wake-deliveries.ts";

type Sent = MessageSendRequest<DeliveryWakeup>;

function recordingQueue(sendBatch?: () => Promise<never>) {
  const sent: Sent[] = [];
  const calls: number[] = [];
  const queue = {
    send: () => Promise.reject(new Error("one by one")),
    sendBatch:
      sendBatch ??
      (async (messages: Iterable<Sent>) => {
        const batch = [...messages];
        calls.push(batch.length);
        sent.push(...batch);
      }),
  };
  return { sent, calls, deliveriesQueue: queue as never, now: () => 1_000_000 };
}

const keys = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    lead_id: index,
    event_id: crypto.randomUUID(),
    destination_id: "dst_1",
  }));

describe("wakeDeliveries", () => {
  test("puts at most 30 deliveries in a message and at most 100 messages in a call, each delivery once", async () => {
    const wanted = keys(30 * 100 + 31);
    const queue = recordingQueue();
    await wakeDeliveries(queue, "DB", wanted);
    expect(Math.max(...queue.sent.map(({ body }) => body.keys.length))).toBe(30);
    expect(queue.sent.flatMap(({ body }) => body.keys)).toEqual(wanted);
    expect(Math.max(...queue.calls)).toBeLessThanOrEqual(100);
    expect(queue.sent[0]).not.toHaveProperty("delaySeconds");
  });

  test("delays at most the day a queue allows", async () => {
    const queue = recordingQueue();
    await wakeDeliveries(queue, "DB", keys(1), 200_000);
    expect(queue.sent[0]?.delaySeconds).toBe(86_400);
  });

  test("nothing to wake queues nothing", async () => {
    const queue = recordingQueue(() => Promise.reject(new Error("called")));
    const log = vi.spyOn(console, "log").mockImplementation(() => {});
    await wakeDeliveries(queue, "DB", []);
    expect(log).not.toHaveBeenCalled();
    log.mockRestore();
  });

  test("a queue that refuses is logged, not thrown", async () => {
    const log = vi.spyOn(console, "log").mockImplementation(() => {});
    await wakeDeliveries(
      recordingQueue(() => Promise.reject(new Error("15000"))),
      "DB",
      keys(1),
    );
    expect(String(log.mock.calls[0]?.[0])).toContain("wakeup.failed");
    log.mockRestore();
  });

  test("a queue that hangs is given up after three seconds", async () => {
    vi.useFakeTimers();
    const log = vi.spyOn(console, "log").mockImplementation(() => {});
    const done = wakeDeliveries(
      recordingQueue(() => new Promise(() => {})),
      "DB",
      keys(1),
    );
    await vi.advanceTimersByTimeAsync(3_000);
    await done;
    expect(String(log.mock.calls[0]?.[0])).toContain("wakeup.failed");
    log.mockRestore();
    vi.useRealTimers();
  });
});

describe("wakeDeliveriesWhenDue", () => {
  test("deliveries due in the same second share a message, never an early one", async () => {
    const [a, b, c, d] = keys(4);
    const queue = recordingQueue();
    const due = [
      { key: a!, at: 1_000_900 },
      { key: b!, at: 1_001_000 },
      { key: c!, at: 1_001_001 },
      { key: d!, at: 1_061_000 },
    ];
    await wakeDeliveriesWhenDue(queue, "DB", due);
    expect(queue.sent.map(({ body, delaySeconds }) => [delaySeconds, body.keys.length])).toEqual([
      [1, 2],
      [2, 1],
      [75, 1],
    ]);
  });

  test("what is due already is not delayed", async () => {
    const queue = recordingQueue();
    await wakeDeliveriesWhenDue(queue, "DB", [{ key: keys(1)[0]!, at: 5 }]);
    expect(queue.sent[0]).not.toHaveProperty("delaySeconds");
  });
});
