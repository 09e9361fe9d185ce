import { expect, it } from "vitest";
import { destinationNext, type DestinationFacts } from "./destination-next.ts";

const at = Date.UTC(2026, 10, 21, 17, 46);
const well: DestinationFacts = {
  id: "dst_1",
  enabled: true,
  deleted: false,
  disabled_reason: null,
  disabled_at: null,
  changes: [],
  held: 0,
  pending: 0,
  most: 1000,
  dead: 0,
  last_dead: null,
};
const dead = (cause: string, status_code: number | null) => ({
  cause,
  status_code,
  first_failed_at: at,
  last_failed_at: at + 60_000,
});
const changed = (ms: number) => [{ at: ms, by: "asha@example.com", fields: ["url"], enabled: null }];
const replay =
  "`leadrelay queue replay --destination dst_1 --status dead` shows the plan, and with --apply sends them. Why, by `leadrelay dlq causes --destination dst_1`, last: ";

it.each<[string, Partial<DestinationFacts>, string]>([
  ["has all there is", {}, ""],
  [
    "is full: until when, what it holds until then, and what changes that",
    { held: 4, waiting: "is full until 18:00 IST (50 of 50 an hour)", caps: ["50 of 50 an hour"] },
    "It is full until 18:00 IST (50 of 50 an hour); `leadrelay destination limits dst_1` changes what it takes, and when. 4 deliveries are held until then (`leadrelay delivery list --destination dst_1 --status held`).",
  ],
  [
    "has room left: how far its caps are used",
    { caps: ["12 of 50 a day", "3 of 9 an hour"] },
    "It took 12 of 50 a day, 3 of 9 an hour.",
  ],
  [
    "is off: its caps do not matter",
    { enabled: false, caps: ["12 of 50 a day"] },
    "It is disabled: switch it on, `leadrelay destination enable dst_1`.",
  ],
  [
    "took what it never confirmed, as it must",
    { unconfirmed: 1 },
    "1 delivery that it took in the last seven days was never confirmed (`leadrelay delivery list --destination dst_1 --confirmation unconfirmed`).",
  ],
  [
    "took many that it never confirmed",
    { unconfirmed: 1000 },
    "1000 or more deliveries that it took in the last seven days were never confirmed (`leadrelay delivery list --destination dst_1 --confirmation unconfirmed`).",
  ],
  [
    "was switched on again after a 410: what goes out now, and what stays dead",
    { held: 4, dead: 2, last_dead: dead("gone", 410) },
    `4 deliveries that were held go out within a minute (\`leadrelay delivery list --destination dst_1 --status held\`). 2 dead letters stay dead until somebody sends them again: ${replay}The receiver said that its address is gone (410), so the destination was disabled. Mend that first: \`leadrelay destination change dst_1 --address\`.`,
  ],
  [
    "got a new address since: it is not asked for once more",
    { dead: 1, last_dead: dead("gone", 410), changes: changed(at + 60_001) },
    `1 dead letter stays dead until somebody sends it again: ${replay}The receiver said that its address is gone (410), so the destination was disabled.`,
  ],
  [
    "refuses since its settings were changed",
    { dead: 1, last_dead: dead("refused", 401), changes: changed(at - 60_000) },
    `1 dead letter stays dead until somebody sends it again: ${replay}The receiver does not accept the key that it was called with, or got none (HTTP 401). The destination's settings were changed 2026-11-21 17:45:00 UTC by asha@example.com (its address), 1 minute before the first failure. Mend that first: \`leadrelay destination change dst_1 --api-key\`.`,
  ],
  [
    "refuses what a lead says: no setting is at fault",
    { dead: 1, last_dead: dead("refused", 422) },
    `1 dead letter stays dead until somebody sends it again: ${replay}The receiver refused what the lead says, in a way that no retry mends (HTTP 422).`,
  ],
  [
    "is off because of a 410",
    { enabled: false, disabled_reason: "gone", disabled_at: at, held: 1 },
    "It is disabled (its receiver answered that the address is gone, HTTP 410, since 2026-11-21 17:46:00 UTC): give it the new address, `leadrelay destination change dst_1 --address`, then switch it on, `leadrelay destination enable dst_1`. 1 delivery is held until then (`leadrelay delivery list --destination dst_1 --status held`).",
  ],
  [
    "was switched off by hand",
    {
      enabled: false,
      disabled_reason: "by_hand",
      disabled_at: at,
      changes: [{ at, by: "ben@example.com", fields: ["enabled"], enabled: false }],
    },
    "It is disabled (ben@example.com switched it off, since 2026-11-21 17:46:00 UTC): switch it on, `leadrelay destination enable dst_1`.",
  ],
  [
    "was off before it was kept since when",
    { enabled: false, disabled_reason: "by_hand" },
    "It is disabled (somebody switched it off): switch it on, `leadrelay destination enable dst_1`.",
  ],
  [
    "has more held than are counted, and one that waits for a try",
    { held: 1000, pending: 1 },
    "1000 or more deliveries that were held go out within a minute (`leadrelay delivery list --destination dst_1 --status held`). 1 delivery waits for a try (`leadrelay delivery list --destination dst_1 --status pending`).",
  ],
  [
    "is deleted",
    { deleted: true, enabled: false, held: 1, pending: 3, dead: 2, last_dead: dead("gone", 410) },
    "1 delivery held for it is cancelled within minutes. 2 dead letters for it are open: `leadrelay dlq list --destination dst_1`.",
  ],
])("a destination that %s", (_what, facts, words) => {
  expect(destinationNext({ ...well, ...facts })).toBe(words);
});
