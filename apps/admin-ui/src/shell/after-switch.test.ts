import { expect, test } from "vitest";
import { afterSwitch } from "./after-switch.ts";

const hilltop = { id: "cli_hilltop", stages: ["New", "Won"] };

test.each<
  [
    what: string,
    from: [pathname: string, search: Record<string, unknown>],
    to: typeof hilltop | undefined,
    then: [pathname: string, search: Record<string, unknown>],
  ]
>([
  ["a list", ["/leads", {}], hilltop, ["/leads", { client: "cli_hilltop" }]],
  [
    "filters that any client's list has",
    ["/leads", { client: "cli_lakeside", source: "google", when: "7d", layout: "board" }],
    hilltop,
    ["/leads", { source: "google", when: "7d", layout: "board", client: "cli_hilltop" }],
  ],
  [
    "the client before's form, view and lead",
    ["/leads", { client: "cli_lakeside", form: "frm_1", view: "viw_1", open: "01a1", tests: "none" }],
    hilltop,
    ["/leads", { tests: "none", client: "cli_hilltop" }],
  ],
  [
    "its destination",
    ["/deliveries", { client: "cli_lakeside", destination: "dst_1", status: "dead" }],
    hilltop,
    ["/deliveries", { status: "dead", client: "cli_hilltop" }],
  ],
  [
    "its replay and its letter",
    ["/dead-letters", { plan: "rpl_1", letter: "dl_1" }],
    hilltop,
    ["/dead-letters", { client: "cli_hilltop" }],
  ],
  [
    "whom the log is about",
    ["/audit-log", { about: "frm_1" }],
    hilltop,
    ["/audit-log", { client: "cli_hilltop" }],
  ],
  [
    "a stage both have",
    ["/leads", { stage: "Won" }],
    hilltop,
    ["/leads", { stage: "Won", client: "cli_hilltop" }],
  ],
  [
    "a stage only the one before has",
    ["/leads", { stage: "Toured" }],
    hilltop,
    ["/leads", { client: "cli_hilltop" }],
  ],
  [
    "the page of a thing",
    ["/forms/frm_1", { client: "cli_lakeside", tab: "rules" }],
    hilltop,
    ["/forms", { client: "cli_hilltop" }],
  ],
  [
    "the page of a lead, to all clients",
    ["/leads/01a1", { client: "cli_lakeside" }],
    undefined,
    ["/leads", {}],
  ],
  [
    "a thing that is begun",
    ["/destinations/new", { client: "cli_lakeside", kind: "webhook", id: "dst_1" }],
    hilltop,
    ["/destinations/new", { kind: "webhook", client: "cli_hilltop" }],
  ],
  [
    "to all clients, whose list still has that form's leads",
    ["/leads", { client: "cli_lakeside", form: "frm_1", stage: "Toured", open: "01a1" }],
    undefined,
    ["/leads", { form: "frm_1", stage: "Toured" }],
  ],
  ["home", ["/", {}], hilltop, ["/", { client: "cli_hilltop" }]],
])("%s", (_what, [pathname, search], to, [thenPath, thenSearch]) => {
  expect(afterSwitch({ pathname, search }, to)).toEqual({ pathname: thenPath, search: thenSearch });
});
