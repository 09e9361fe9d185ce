import { expect, it } from "vitest";
import type { Schemas } from "../api.ts";
import { brandOf } from "./brand-of.ts";

const you = (...ids: string[]): Schemas["You"] => ({
  kind: "operator",
  id: "opr_1",
  name: "a@example.com",
  agencies: ids.map((id) => ({ id, name: id, hue: null, logo_url: null })),
  grants: ids.map((id) => ({
    agency_id: id,
    role: "agency_owner",
    permissions: [],
    client_ids: [`cli_of_${id}`],
  })),
  grantable_permissions: [],
  intake_url: null,
  form_defaults: { duplicate_window_minutes: 30, identity_guard: true, reengage_hours: 24 },
});

it.each([
  ["the only agency's", you("a"), undefined, "a"],
  ["the agency's of the client that is looked at", you("a", "b"), "cli_of_b", "b"],
  ["nobody's while all clients of several are", you("a", "b"), undefined, undefined],
  ["nobody's for a client that is none of theirs", you("a", "b"), "cli_of_c", undefined],
  ["nobody's for who belongs nowhere", you(), undefined, undefined],
])("%s", (_what, who, client, id) => {
  expect(brandOf(who, client)?.id).toBe(id);
});
