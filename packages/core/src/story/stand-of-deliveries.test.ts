import type { DeliveryStatus } from "@leadrelay/contracts/delivery-status";
import { expect, it } from "vitest";
import { standOfDeliveries } from "./stand-of-deliveries.ts";
import { chapter, delivery, given, letter, tell } from "../../test/story-samples.ts";

const byStatus: Record<DeliveryStatus, string> = {
  pending: "It is about to be sent to Demo Make.",
  in_flight: "It is being sent to Demo Make at this moment.",
  held: "It is held for Demo Make.",
  delivered: "Demo Make has it.",
  confirmed: "Demo Make has it, and confirmed that.",
  dead: "Demo Make does not have it, and no attempt is left: it needs a person.",
  cancelled: "It was cancelled for Demo Make.",
  skipped: "Demo Make must not hear of it.",
};

it.each(Object.entries(byStatus))("a delivery that is %s stands there", (state, sentence) => {
  const status = state as DeliveryStatus;
  const { stands } = tell({ stored: chapter({ deliveries: [{ ...delivery, status }] }), letters: [letter] });
  expect(stands).toMatchObject({ state, sentence, delivery_id: "delivery", dead_letter_id: "letter" });
  expect(stands?.next).toMatch(/\w/);
});

it("attempts that failed are counted, and a delivery that was given up is told as that", () => {
  const tried = { ...delivery, attempts: 2 };
  expect(tell({ stored: chapter({ deliveries: [tried] }) }).stands?.sentence).toBe(
    "Demo Make has not taken it yet: 2 of 3 attempts were made.",
  );
  const dead = { ...delivery, status: "dead" } as const;
  const letters = [{ ...letter, state: "discarded" as const }];
  expect(tell({ stored: chapter({ deliveries: [dead] }), letters }).stands).toMatchObject({
    sentence: "Demo Make does not have it, and somebody gave that up.",
    letter_state: "discarded",
  });
});

it("of several deliveries the one that needs most is where it stands; one given up counts last", () => {
  const statuses = ["delivered", "pending", "dead", "held"] as const;
  const deliveries = statuses.map((status) => ({ ...delivery, status, public_id: status }));
  expect(standOfDeliveries(deliveries, [], given)).toMatchObject({
    state: "dead",
    sentence: expect.stringContaining("Of 4 deliveries"),
  });
  const letters = [{ ...letter, state: "discarded" as const }];
  expect(standOfDeliveries(deliveries, letters, given)).toMatchObject({ state: "held" });
});
