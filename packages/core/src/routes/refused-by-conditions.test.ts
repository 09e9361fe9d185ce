import { toldLead } from "../../test/told-lead.ts";
import { describe, expect, it, vi } from "vitest";
import { refusedByConditions } from "./refused-by-conditions.ts";
import type { RoutePlace } from "./route-member.ts";

const place = (conditions: RoutePlace["conditions"]): { route: RoutePlace } => ({
  route: {
    route_id: "r",
    mode: "all",
    counted_from: 0,
    position: 0,
    weight: 1,
    overflow_minutes: null,
    conditions,
  },
});
const asha = () => toldLead({ lead_source: "google" });

describe("a member of a route", () => {
  it.each<[what: string, member: { route?: RoutePlace | null }, why: string | null]>([
    ["without conditions gets every lead", place(null), null],
    ["of no route gets every lead", { route: null }, null],
    ["of before there were routes gets every lead", {}, null],
    ["whose conditions pass gets it", place({ country: "IN" }), null],
    ["whose conditions do not pass says which", place({ country: "US" }), "country is not US"],
    ["whose conditions cannot be read gets none", place({ country: { $regex: "." } }), "they cannot be read"],
    ["whose conditions name what is no field gets none", place({ "no such": 1 }), "they cannot be read"],
  ])("%s", (_what, member, why) => {
    expect(refusedByConditions(asha)(member)).toBe(why);
  });

  it("says the same of conditions that it was asked of before, whoever the lead is", () => {
    const [good, odd] = [place({ country: "IN" }), place({ country: { $where: "1" } })];
    const answers = [asha, () => toldLead({ user_country: "US" }), asha].map((lead) => {
      const refusedBy = refusedByConditions(lead);
      return [refusedBy(good), refusedBy(odd)];
    });
    expect(answers).toEqual([
      [null, "they cannot be read"],
      ["country is not IN", "they cannot be read"],
      [null, "they cannot be read"],
    ]);
  });
});

it("a lead is asked once for all members, and not at all for those without conditions", () => {
  const lead = vi.fn(asha);
  const refusedBy = refusedByConditions(lead);
  for (const member of [place(null), { route: null }]) refusedBy(member);
  expect(lead).not.toHaveBeenCalled();
  for (const country of ["IN", "US", "GB"]) refusedBy(place({ country }));
  expect(lead).toHaveBeenCalledOnce();
});
