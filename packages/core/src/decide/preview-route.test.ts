import { expect, it } from "vitest";
import { sampleDestination } from "../../test/decide-samples.ts";
import { toldLead } from "../../test/told-lead.ts";
import type { RoutePlace } from "../routes/route-member.ts";
import type { DestinationFacts } from "./facts.ts";
import { previewRoute } from "./preview-route.ts";

const member = (
  id: string,
  place: Partial<RoutePlace> = {},
  given: Partial<DestinationFacts> = {},
): DestinationFacts => ({
  ...sampleDestination,
  id,
  name: id.toUpperCase(),
  route: {
    route_id: "r",
    mode: "round_robin",
    counted_from: 1,
    position: id === "a" ? 0 : 1,
    weight: 1,
    conditions: null,
    overflow_minutes: null,
    ...place,
  },
  ...given,
});
const from = (lead_source: string) => toldLead({ lead_source });
const noGoogle: Partial<DestinationFacts> = {
  limits: {
    time_zone: "UTC",
    week_starts: "monday",
    caps: [{ per: "total", leads: 0, source: "google" }],
    hours: null,
    holidays: [],
  },
};
const { name: _, ...nameless } = member("a", { conditions: { country: "AE" } });

it.each<[what: string, members: DestinationFacts[], leads: ReturnType<typeof toldLead>[], shown: string[]]>([
  [
    "gives its leads in turn",
    [member("a"), member("b")],
    [toldLead(), toldLead(), toldLead()],
    ["a | A: its turn", "b | B: its turn", "a | A: its turn"],
  ],
  [
    "gives them by shares, counted from now on",
    [member("a", { mode: "weighted", weight: 2 }), member("b", { mode: "weighted" })],
    [toldLead(), toldLead(), toldLead()],
    ["a", "b", "a"],
  ],
  [
    "gives one to whom its conditions allow",
    [member("a", { conditions: { "fields.budget": { $gte: 5000 } } }), member("b")],
    [toldLead({}, { budget: "4000" }), toldLead({}, { budget: "6000" })],
    ["b | B: its turn", "a | A: its turn"],
  ],
  [
    "says why each keeps one out that nobody gets",
    [member("a", { conditions: { country: "AE" } }), member("b", { conditions: { country: "US" } })],
    [toldLead()],
    [" | A: country is not AE; B: country is not US"],
  ],
  ["names one by its id that has no name", [nameless], [toldLead()], [" | a: country is not AE"]],
  [
    "gives one to everybody of a route of all",
    [member("a", { mode: "all" }), member("b", { mode: "all" })],
    [toldLead()],
    ["a b | everybody of the route gets it"],
  ],
  [
    "gives one to whose cap of its source has room",
    [member("a", {}, noGoogle), member("b")],
    [from("google")],
    ["b"],
  ],
  [
    "gives one of another source to the same one, whose turn it is",
    [member("a", {}, noGoogle), member("b")],
    [from("facebook")],
    ["a | A: its turn"],
  ],
  [
    "counts no lead that nobody got",
    [member("a", { conditions: { country: "IN" } })],
    [toldLead({ user_country: "AE" }), toldLead()],
    [" | A: country is not IN", "a | A: its turn"],
  ],
])("a route, asked what it would do, %s", (_what, members, leads, shown) => {
  const previewed = previewRoute(members, leads, { client_id: "client", nowMs: 5 });
  const lines = previewed.map(({ chosen, words }) => `${chosen.join(" ")} | ${words}`);
  expect(
    lines.map((line, index) => (shown[index]?.includes("|") === true ? line : line.split(" |")[0])),
  ).toEqual(shown);
});
