import type { ConfirmationState } from "@leadrelay/contracts/delivery-status";
import { expect, test } from "vitest";
import { confirmationState, type ConfirmationFacts } from "./confirmation-state.ts";

test.each<[what: string, given: ConfirmationFacts, state: ConfirmationState | null]>([
  ["taken by whom nothing is asked", { status: "delivered" }, null],
  ["taken, and waited for", { status: "delivered", confirm_by: 5 }, "waiting"],
  ["taken, and never confirmed", { status: "delivered", unconfirmed_at: 5 }, "unconfirmed"],
  ["sent again, and waited for again", { status: "delivered", unconfirmed_at: 5, confirm_by: 9 }, "waiting"],
  ["confirmed", { status: "confirmed" }, "confirmed"],
  ["confirmed after all", { status: "confirmed", unconfirmed_at: 5 }, "confirmed"],
  ["never confirmed, and about to be sent again", { status: "pending", unconfirmed_at: 5 }, null],
  ["never confirmed, and given up", { status: "dead", unconfirmed_at: 5, confirm_by: 5 }, null],
])("%s", (_what, given, state) => {
  expect(confirmationState(given)).toBe(state);
});
