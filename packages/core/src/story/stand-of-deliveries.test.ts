import type { DeliveryStatus } from "@leadrelay/contracts/delivery-status";
import { expect, it } from "vitest";
import { optedOutWords } from "../reply/opted-out-words.ts";
import type { StoryDelivery } from "./story.ts";
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
  skipped: "Demo Make had this person before, and did not take the lead again.",
};

it.each(Object.entries(byStatus))("a delivery that is %s stands there", (state, sentence) => {
  const status = state as DeliveryStatus;
  const { stands } = tell({ stored: chapter({ deliveries: [{ ...delivery, status }] }), letters: [letter] });
  expect(stands).toMatchObject({ state, sentence, delivery_id: "delivery", dead_letter_id: "letter" });
  expect(stands?.next).toMatch(/\w/);
});

it.each([
  [
    "nobody was written to who answered STOP",
    `${optedOutWords} (HTTP 400)`,
    "Demo Make sends nothing to whoever answered STOP.",
  ],
  [
    "a lead went on to the next of its route",
    "HTTP 422: no; the lead went on to B",
    "Demo Make did not take it, and it went on to B.",
  ],
])("one that was skipped because %s says so", (_why, last_error, sentence) => {
  const skipped = { ...delivery, status: "skipped", last_error } as const;
  expect(standOfDeliveries([skipped], [], given)?.sentence).toBe(sentence);
});

it("a delivery whose destination is down waits for it, however often it was tried, and what was delivered does not", () => {
  const health = { state: "down", since: 1, next_probe_at: 20_000 } as const;
  const known = given.lookup("make");
  const lookup = () => known && { ...known, health };
  const stand = (more: Partial<StoryDelivery>) =>
    standOfDeliveries([{ ...delivery, ...more }], [], { ...given, lookup })?.sentence;
  const waits = "It waits for Demo Make, which takes nothing at present.";
  expect([stand({}), stand({ attempts: 2 })]).toEqual([waits, waits]);
  expect(stand({ status: "delivered" })).toBe("Demo Make has it.");
  const slow = {
    ...given,
    lookup: () => known && { ...known, health: { ...health, state: "slow" as const } },
  };
  expect(standOfDeliveries([delivery], [], slow)?.sentence).toBe(byStatus.pending);
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

const at = (destination_id: string, more: Partial<StoryDelivery>): StoryDelivery => ({
  ...delivery,
  destination_id,
  public_id: `delivery at ${destination_id}`,
  dead_letter_id: null,
  ...more,
});

it("at several destinations it is told of each that has not got it, the worst first", () => {
  const stand = standOfDeliveries(
    [
      at("A", { status: "delivered" }),
      at("B", { status: "pending" }),
      at("C", { status: "held" }),
      at("D", { status: "pending", attempts: 2, last_status_code: 500, next_attempt_at: 70_000 }),
      at("E", { status: "dead" }),
    ],
    [],
    given,
  );
  expect(stand?.state).toBe("dead");
  expect(stand?.missing?.map(({ delivery_id, due_at }) => [delivery_id, due_at])).toEqual([
    ["delivery at E", null],
    ["delivery at D", 70_000],
    ["delivery at C", null],
    ["delivery at B", 9_000],
  ]);
  expect(stand?.sentence).toBe(
    "E does not have it, and no attempt is left: it needs a person. D has not taken it yet: 2 of 3 attempts were made, the last answer was HTTP 500. It is held for C. It is about to be sent to B. 1 other has it.",
  );
  expect(stand?.next).toContain("D: It is sent again by itself: attempt 3 of 3 is due in 1 minute.");
});

it("a destination that fails comes before one that is held", () => {
  const deliveries = [at("A", { status: "held" }), at("make", { attempts: 1 })];
  expect(standOfDeliveries(deliveries, [], given)).toMatchObject({
    state: "pending",
    destination_id: "make",
  });
});

it("when all have it, it says that all do", () => {
  const deliveries = [at("A", { status: "delivered" }), at("B", { status: "confirmed" })];
  expect(standOfDeliveries(deliveries, [], given)?.sentence).toBe("All 2 destinations have it.");
});

it("of more destinations than a sentence holds the rest is counted", () => {
  const deliveries = Array.from({ length: 7 }, (_, index) => at(`D${index}`, { status: "held" }));
  const stand = standOfDeliveries(deliveries, [], given);
  expect(stand?.missing).toHaveLength(5);
  expect(stand?.sentence).toContain("2 more destinations without it.");
});

it("of several deliveries to one destination the one that needs most is told; one given up counts last", () => {
  const statuses = ["delivered", "pending", "dead", "held"] as const;
  const deliveries = statuses.map((status) => ({ ...delivery, status, public_id: status }));
  expect(standOfDeliveries(deliveries, [], given)).toMatchObject({ state: "dead", missing: [{}] });
  const letters = [{ ...letter, state: "discarded" as const }];
  expect(standOfDeliveries(deliveries, letters, given)).toMatchObject({ state: "held" });
});

it.each([
  ["at a destination that is on", "make", {}, "enabled"],
  ["at one that is off", "make", { enabled: false }, "disabled"],
  ["at one that is deleted, though it was on", "make", { deleted: true }, "deleted"],
  ["at one that is no more", "nowhere", {}, "deleted"],
] as const)("a delivery %s says so", (_what, destination_id, more, destination_state) => {
  const lookup = (id: string) => {
    const known = given.lookup(id);
    return known && { ...known, ...more };
  };
  const stand = standOfDeliveries([at(destination_id, {})], [], { ...given, lookup });
  expect(stand).toMatchObject({ destination_state, destination_id });
});

it.each([
  ["pending", 9_999, true, 9_999],
  ["pending", 10_000, true, 10_000],
  ["pending", 10_001, false, 10_001],
  ["pending", null, false, null],
  ["held", 9_000, false, null],
  ["delivered", 9_000, false, null],
] as const)("a %s delivery whose time is %j is due: %j", (status, next_attempt_at, is_due, due_at) => {
  const stand = standOfDeliveries([at("make", { status, next_attempt_at })], [], given);
  expect(stand).toMatchObject({ is_due, due_at });
});

it("without deliveries there is nothing to say", () => {
  expect(standOfDeliveries([], [], given)).toBeUndefined();
});

it("a delivery without a letter names none", () => {
  expect(standOfDeliveries([delivery], [], given)).not.toHaveProperty("dead_letter_id");
  expect(standOfDeliveries([delivery], [letter], given)).toMatchObject({
    dead_letter_id: "letter",
    letter_state: "open",
    letter_kind: "delivery",
  });
});

it("of two that arrived at one destination the one that ended last is told", () => {
  const deliveries = [
    at("make", { status: "delivered", public_id: "first", settled_at: 1_000 }),
    at("make", { status: "delivered", public_id: "last", settled_at: 2_000 }),
    at("make", { status: "delivered", public_id: "unknown", settled_at: null }),
  ];
  expect(standOfDeliveries(deliveries, [], given)).toMatchObject({ delivery_id: "last" });
});

it("one that has not got it is told with what moves it on, and with how many others have it", () => {
  const missing = at("make", { status: "held" });
  const stand = (count: number) => {
    const others = Array.from({ length: count }, (_, index) => at(`D${index}`, { status: "delivered" }));
    return standOfDeliveries([...others, missing], [], given);
  };
  expect(stand(0)?.sentence).toBe("It is held for Demo Make.");
  expect(stand(1)?.sentence).toBe("It is held for Demo Make. 1 other has it.");
  expect(stand(2)?.sentence).toBe("It is held for Demo Make. 2 others have it.");
  expect(stand(2)?.next).toBe(
    "The sweep, within a minute: its destination is enabled again. At once: `leadrelay delivery retry delivery at make`.",
  );
});

it("a destination that must not hear of it is not missing it", () => {
  const deliveries = [at("A", { status: "skipped" }), at("make", { status: "delivered" })];
  expect(standOfDeliveries(deliveries, [], given)).toMatchObject({
    state: "delivered",
    sentence: "Demo Make has it.",
  });
  expect(standOfDeliveries(deliveries, [], given)).not.toHaveProperty("missing");
});

it("what needs somebody comes first, what is under way later, and what was given up last of all", () => {
  const order = ["dead", "failing", "held", "pending", "in_flight", "cancelled"] as const;
  const deliveries = order.map((status) =>
    at(status, status === "failing" ? { attempts: 1 } : { status, attempts: 0 }),
  );
  const { missing } = standOfDeliveries(deliveries.toReversed(), [], given) ?? {};
  expect(missing?.map(({ destination_id }) => destination_id)).toEqual(order.slice(0, 5));
  const last = [at("A", { status: "cancelled" }), at("B", { status: "dead", dead_letter_id: "letter" })];
  const discarded = { ...letter, state: "discarded" as const };
  expect(standOfDeliveries(last.toReversed(), [discarded], given)).toMatchObject({ destination_id: "A" });
});

it("what was given up counts behind a send that was confirmed, though it ended later", () => {
  const deliveries = [
    at("make", { status: "dead", public_id: "given up", dead_letter_id: "letter", settled_at: 9_000 }),
    at("make", { status: "confirmed", public_id: "confirmed", settled_at: 1_000 }),
  ];
  const letters = [{ ...letter, state: "discarded" as const }];
  expect(standOfDeliveries(deliveries, letters, given)).toMatchObject({ delivery_id: "confirmed" });
});

it("only what is still to be tried fails: a held delivery that was tried before is held", () => {
  const deliveries = [at("A", { status: "held", attempts: 2 }), at("B", { attempts: 1 })];
  expect(standOfDeliveries(deliveries, [], given)).toMatchObject({ destination_id: "B" });
});

it.each<[what: string, one: Partial<StoryDelivery>, health: "down" | "slow" | null, is: boolean]>([
  ["not tried yet", {}, null, false],
  ["not tried yet at a receiver that is slow", {}, "slow", false],
  ["not tried yet at a receiver that is down", {}, "down", true],
  ["that failed", { attempts: 1 }, null, true],
  ["delivered at the second try", { attempts: 2, status: "delivered" }, null, false],
])("a delivery %s is failing or is not", (_what, more, state, is) => {
  const known = given.lookup("make");
  const health = state && { state, since: 1, next_probe_at: null };
  const lookup = () => known && { ...known, health };
  expect(standOfDeliveries([{ ...delivery, ...more }], [], { ...given, lookup })?.is_failing).toBe(is);
});

it.each([
  ["gone", "address"],
  ["by_hand", undefined],
])("what is held since its destination went off (%s) tells what to mend: %s", (disabled_reason, mend) => {
  const known = given.lookup("make");
  const lookup = () => known && { ...known, enabled: false, disabled_reason };
  const held = { ...delivery, status: "held" } as const;
  expect(standOfDeliveries([held], [], { ...given, lookup })?.mend).toBe(mend);
});
