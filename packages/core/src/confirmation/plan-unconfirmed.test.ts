import { expect, it, test } from "vitest";
import type { OverdueDelivery } from "./overdue.ts";
import { planUnconfirmed } from "./plan-unconfirmed.ts";

const nowMs = 1_000_000_000;
const asks = { confirmation: { within_minutes: 5 } };

let made = 0;
const overdue = (given: Partial<OverdueDelivery> = {}): OverdueDelivery => ({
  lead_id: (made += 1),
  event_id: `e${made}`,
  destination_id: "crm",
  public_id: `d${made}`,
  client_id: "c",
  settled_at: nowMs - 300_000,
  confirm_by: nowMs,
  unconfirmed_at: null,
  ...given,
});

test.each<
  [what: string, one: OverdueDelivery, rules: Parameters<typeof planUnconfirmed>[1], [number, number, number]]
>([
  ["one that is due is told", overdue(), () => asks, [1, 0, 1]],
  ["one that is not due yet is left", overdue({ confirm_by: nowMs + 1 }), () => asks, [0, 0, 0]],
  ["one that was told before is not told again", overdue({ unconfirmed_at: 1 }), () => asks, [1, 0, 0]],
  ["one whose destination asks no more is let go", overdue(), () => ({ returns: {} }), [0, 1, 0]],
  ["one whose destination is gone is let go", overdue(), () => undefined, [0, 1, 0]],
])("%s", (_what, one, rules, [unconfirmed, released, told]) => {
  const plan = planUnconfirmed([one], rules, nowMs);
  expect(plan.unconfirmed).toHaveLength(unconfirmed);
  expect(plan.released).toHaveLength(released);
  expect(plan.signals).toHaveLength(told);
});

it("tells of each destination once, how many and how long it had, by the first of them", () => {
  const [first, ...rest] = [
    overdue(),
    overdue({ unconfirmed_at: 1 }),
    overdue(),
    overdue({ destination_id: "b" }),
  ];
  const { signals } = planUnconfirmed([first, ...rest], () => asks, nowMs);
  expect(signals).toMatchObject([
    {
      destination_id: "crm",
      count: 2,
      raised_at: nowMs,
      subject: "",
      sample: { lead_id: first.lead_id, event_id: first.event_id },
      part: { delivery_id: first.public_id, delivered_at: first.settled_at, within_minutes: 5 },
    },
    { destination_id: "b", count: 1 },
  ]);
});
