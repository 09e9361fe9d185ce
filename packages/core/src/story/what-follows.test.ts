import { expect, it } from "vitest";
import { deliveryLetterId } from "../ids/derived-id.ts";
import { attempt, delivery } from "../../test/story-samples.ts";
import { tellAttempt } from "./tell-attempt.ts";
import { whatFollows, type Following } from "./what-follows.ts";

const letterOf = (number: number) => ({ id: deliveryLetterId(delivery.public_id, number) });

it.each([
  ["another is made", 1, { status: "in_flight", attempts: 2 }, [], "again"],
  ["another waits for its time", 2, { status: "pending", attempts: 2 }, [], "again"],
  ["the delivery died with it", 3, { status: "dead", attempts: 3 }, [3], "dead"],
  ["the delivery died with it, and its letter is not read", 3, { status: "dead", attempts: 3 }, [], "dead"],
  ["the delivery died later", 2, { status: "dead", attempts: 3 }, [3], "again"],
  ["the delivery died with it and was sent again", 3, { status: "delivered", attempts: 4 }, [3], "dead"],
  ["the delivery died with it and waits again", 3, { status: "pending", attempts: 3 }, [3], "dead"],
  ["the next came through", 3, { status: "delivered", attempts: 4 }, [], "again"],
  ["its destination is off", 2, { status: "held", attempts: 2 }, [], "held"],
  ["it was followed by more before its destination was off", 1, { status: "held", attempts: 2 }, [], "again"],
  ["somebody cancelled the next", 2, { status: "cancelled", attempts: 2 }, [], "cancelled"],
] as const)("after an attempt where %s", (_what, number, now, letters, following) => {
  expect(whatFollows({ number }, { ...delivery, ...now }, letters.map(letterOf))).toBe(following);
});

it("of a delivery that is no more nothing else is known", () =>
  expect(whatFollows({ number: 1 }, undefined, [])).toBe("again"));

it.each([
  ["again", "retry", "not taken (HTTP 202); such a failure is tried again."],
  ["dead", "retry", "not taken (HTTP 202); that was the last attempt."],
  ["held", "retry", "not taken (HTTP 202); the next waits until the destination is on again."],
  ["cancelled", "retry", "not taken (HTTP 202); it was cancelled before the next."],
  ["again", "lost", "its worker vanished before it could say how that ended."],
  ["dead", "lost", "its worker vanished before it could say how that ended; that was the last attempt."],
  ["dead", "refused", "refused (HTTP 202); no retry mends that."],
] as const)("%s, of one that was %s, is said", (following: Following, outcome, said) => {
  const about = { lookup: () => undefined, submission_id: null, delivery_id: "delivery", following };
  expect(tellAttempt(attempt(2, outcome), about).what).toBe(`Attempt 2 at make: ${said}`);
});
