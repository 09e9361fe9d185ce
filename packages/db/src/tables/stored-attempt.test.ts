import { attemptOutcomes } from "@leadrelay/contracts/delivery-status";
import { expect, test } from "vitest";
import { narrowOutcomes, readAttempt, storedAttempt } from "./stored-attempt.ts";

const attempt = {
  lead_id: 1,
  event_id: "e",
  destination_id: "d",
  number: 1,
  client_id: "c",
  status_code: 200,
  error: null,
  started_at: 1,
  duration_ms: 2,
};

test.each(attemptOutcomes)("a try that ended as %s is read as it was", (outcome) => {
  const row = storedAttempt({ ...attempt, outcome });
  expect(readAttempt(row)).toEqual({ ...attempt, outcome });
  const isNarrow = narrowOutcomes.some((one) => one === outcome);
  expect(row.told_outcome).toBe(isNarrow ? outcome : null);
});

test.each([
  ["hold", "retry"],
  ["duplicate_at_receiver", "refused"],
] as const)("%s counts as %s where only the older words are read", (outcome, stored) => {
  expect(storedAttempt({ ...attempt, outcome }).outcome).toBe(stored);
});
