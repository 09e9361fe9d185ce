import { expect, test } from "vitest";
import { delivery, given } from "../../test/story-samples.ts";
import type { DeliveryStand } from "../story/stand.ts";
import { standOfDeliveries } from "../story/stand-of-deliveries.ts";
import type { StoryDelivery } from "../story/story.ts";

const minute = 60_000;
const { nowMs } = given;

const stand = (...deliveries: Partial<StoryDelivery>[]) =>
  standOfDeliveries(
    deliveries.map((more) => ({ ...delivery, status: "delivered", dead_letter_id: null, ...more })),
    [],
    given,
  );

test.each<
  [what: string, given: Partial<StoryDelivery>, DeliveryStand["state"], sentence: RegExp, next: RegExp]
>([
  [
    "taken by whom nothing is asked",
    {},
    "delivered",
    /^Demo Make has it\.$/,
    /^Nothing: its receiver took it\. Who does not see it there looks for the delivery id\.$/,
  ],
  [
    "taken and waited for",
    { confirm_by: nowMs + 5 * minute },
    "delivered",
    /^Demo Make took it, and has until .* UTC to confirm that\.$/,
    /has 5 minutes left to confirm/,
  ],
  [
    "waited for, and due at this moment",
    { confirm_by: nowMs - 1 },
    "delivered",
    /has until/,
    /has (0|less than|1) ?.* left to confirm/,
  ],
  [
    "taken and never confirmed",
    { unconfirmed_at: nowMs - minute },
    "unconfirmed",
    /^Demo Make took it, and did not confirm that by .* UTC\.$/,
    /A callback that comes late still confirms it; `leadrelay delivery retry delivery` sends it again\./,
  ],
  [
    "confirmed late",
    { status: "confirmed", unconfirmed_at: nowMs - minute },
    "confirmed",
    /^Demo Make has it, and confirmed that late\.$/,
    /has confirmed it/,
  ],
])("one that is %s is said to be that", (_what, more, state, sentence, next) => {
  const found = stand(more);
  expect(found?.state).toBe(state);
  expect(found?.sentence).toMatch(sentence);
  expect(found?.next).toMatch(next);
});

test("where one destination has it and another never confirmed it, that one is named as missing it", () => {
  const found = stand({ destination_id: "other" }, { destination_id: "make", unconfirmed_at: 5 });
  expect(found?.state).toBe("unconfirmed");
  expect(found?.missing).toMatchObject([{ destination_id: "make", state: "unconfirmed" }]);
  expect(found?.sentence).toContain("1 other has it.");
});
