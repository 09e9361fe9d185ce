import type { ReturnRules } from "@leadrelay/contracts/after-delivery";
import { expect, it } from "vitest";
import { whyNotReturned } from "./judge-return.ts";

const dayMs = 86_400_000;
const deliveredAt = Date.UTC(2026, 10, 1, 9);
const asked = {
  reason: "wrong number" as string | null,
  deliveredAt,
  receivedAt: deliveredAt + dayMs,
  returned: 0,
};

it.each<[what: string, rules: ReturnRules | undefined, given: Partial<typeof asked>, why: RegExp | null]>([
  [
    "a destination that agreed on nothing takes none back",
    undefined,
    {},
    /^its destination takes none back: nothing was agreed with it$/,
  ],
  ["one that agreed on no condition takes all back", {}, {}, null],
  ["an agreed reason counts", { reasons: ["no budget", "wrong number"] }, {}, null],
  ["it counts however it is written", { reasons: ["Wrong_number "] }, { reason: " wrong-NUMBER" }, null],
  ["with several spaces too", { reasons: ["wrong number"] }, { reason: "wrong   number" }, null],
  [
    "another reason is told which are agreed",
    { reasons: ["no budget", "duplicate"] },
    {},
    /^its reason is none of those agreed: no budget, duplicate$/,
  ],
  ["none is no reason", { reasons: ["duplicate"] }, { reason: null }, /^its reason is none/],
  ["on the last agreed day it is taken", { within_days: 7 }, { receivedAt: deliveredAt + 7 * dayMs }, null],
  [
    "a moment later it is not",
    { within_days: 7 },
    { receivedAt: deliveredAt + 7 * dayMs + 1 },
    /^it came 7 days after the lead, and 7 are agreed$/,
  ],
  [
    "days are counted whole",
    { within_days: 2 },
    { receivedAt: deliveredAt + 4 * dayMs - 1 },
    /^it came 3 days after the lead, and 2 are agreed$/,
  ],
  ["the last of a month is taken", { most_per_month: 3 }, { returned: 2 }, null],
  [
    "the one after it is not",
    { most_per_month: 3 },
    { returned: 3 },
    /^3 were given back this month already, as many as are agreed$/,
  ],
  ["where none a month is agreed, none is taken", { most_per_month: 0 }, {}, /^0 were given back/],
])("%s", (_what, rules, given, why) => {
  const said = whyNotReturned({ ...asked, ...given }, rules);
  if (why === null) expect(said).toBeNull();
  else expect(said).toMatch(why);
});
