import type { IntakeCount } from "@leadrelay/contracts/intake-counts";
import { expect, it } from "vitest";
import { sumIntakeCounts } from "./sum-intake-counts.ts";

const hourMs = 3_600_000;
const counted = (more: Partial<IntakeCount> = {}): IntakeCount => ({
  form: { form_id: "form", client_id: "client", database: "DB" },
  reason: "no_contact",
  count: 2,
  at: 24 * hourMs,
  ...more,
});
const row = {
  client_id: "client",
  day: 1,
  form_id: "form",
  reason: "no_contact",
  hour: 24,
  value: 2,
  fields_json: null,
};

it("counts of one form, reason and hour are one row", () => {
  const other = { form_id: "other", client_id: "client", database: "DB" };
  expect(
    sumIntakeCounts([
      counted(),
      counted({ count: 3, at: 25 * hourMs - 1 }),
      counted({ at: 25 * hourMs }),
      counted({ reason: "too_large" }),
      counted({ form: other }),
      counted({ form: { ...other, client_id: "another" } }),
    ]),
  ).toEqual([
    { ...row, value: 5 },
    { ...row, reason: "too_large" },
    { ...row, form_id: "other" },
    { ...row, form_id: "other", client_id: "another" },
    { ...row, hour: 25 },
  ]);
});

it("the names of the last one's fields are kept, whichever is told first", () => {
  const late = counted({ at: 24 * hourMs + 2, fields: ["late"] });
  const early = counted({ at: 24 * hourMs + 1, fields: ["early"] });
  const nameless = counted({ at: 24 * hourMs + 3 });
  expect(sumIntakeCounts([late, nameless, early])).toEqual([{ ...row, value: 6, fields_json: '["late"]' }]);
});
