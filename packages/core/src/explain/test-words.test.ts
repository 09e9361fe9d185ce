import type { ToldOutcome } from "@leadrelay/contracts/delivery-status";
import { expect, it } from "vitest";
import { testWords } from "./test-words.ts";

const well = { id: "dst_1", kind: "webhook", enabled: true, takes_test: true };

it.each<[ToldOutcome, number | null, string, string]>([
  ["delivered", 200, "took it (HTTP 200)", "`leadrelay queue replay --destination dst_1 --status dead`"],
  ["refused", 401, "does not accept the key", "`leadrelay destination change dst_1 --api-key`"],
  [
    "refused",
    404,
    "no receiver at the destination's address",
    "`leadrelay destination change dst_1 --address`",
  ],
  ["refused", null, "No request could be sent", "`leadrelay destination change dst_1 --address`"],
  ["refused", 422, "refused what the lead says", "then test it again: `leadrelay destination test dst_1`"],
  ["gone", 410, "switches the destination off", "`leadrelay destination change dst_1 --address`"],
  [
    "hold",
    429,
    "takes nothing for a while (HTTP 429)",
    "then test it again: `leadrelay destination test dst_1`",
  ],
  ["hold", null, "takes nothing for a while:", "Wait until the quota is there again"],
  ["duplicate_at_receiver", 400, "did not take it (HTTP 400)", "Delete “LeadRelay Test” there"],
  ["retry", 503, "did not take it (HTTP 503)", "`leadrelay destination test dst_1`"],
  ["retry", null, "did not take it (no answer)", "`leadrelay destination change dst_1 --address`"],
])("a test that ended as %s (%s) says: …%s… and then: …%s…", (outcome, status_code, happened, next) => {
  const words = testWords({ ...well, outcome, status_code });
  expect(words.happened).toContain(happened);
  expect(words.next).toContain(next);
});

it.each([
  ["make", "Look there for “LeadRelay Test”: a Make scenario that is off takes it, too."],
  ["zapier", "Look there for “LeadRelay Test”: a Zap that is off takes it, too."],
  ["webhook", "Look there for “LeadRelay Test”. What"],
  ["hubspot", "Look there for “LeadRelay Test”. What"],
])("a test that a %s took says what that does not tell of its kind: %s", (kind, next) => {
  expect(testWords({ ...well, kind, outcome: "delivered", status_code: 200 }).next).toContain(next);
});

it.each([
  ["is disabled", { enabled: false }, "`leadrelay destination enable dst_1`"],
  ["takes no tests", { takes_test: false }, "`leadrelay destination change dst_1 --tests on`"],
])("of a destination that %s it says so", (_what, given, command) => {
  const test = { outcome: "delivered", status_code: 200 } as const;
  expect(testWords({ ...well, ...given, ...test }).next).toContain(command);
  expect(testWords({ ...well, ...test }).next).not.toContain(command);
});
