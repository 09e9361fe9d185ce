import { expect, it } from "vitest";
import type { Schemas } from "../api.ts";
import { agenciesToInviteTo, grantableClients, grantableRoles } from "./grantable.ts";

const you = (...grants: Schemas["You"]["grants"]): Schemas["You"] => ({
  kind: "operator",
  id: "opr_1",
  name: "a@example.com",
  grants,
  agencies: ["agc_1", "agc_2"].map((id) => ({ id, name: id, hue: null, logo_url: null })),
  grantable_permissions: [],
  intake_url: null,
  form_defaults: { duplicate_window_minutes: 30, identity_guard: true, reengage_hours: 24 },
});
const owner = {
  agency_id: "agc_1",
  role: "agency_owner" as const,
  permissions: ["operators:manage" as const],
  client_ids: ["cli_1", "cli_2"],
};
const admin = { ...owner, role: "client_admin" as const, client_ids: ["cli_1"] };
const operator = { ...owner, role: "agency_operator" as const, permissions: ["leads:read" as const] };

it.each([
  ["an owner makes whatever there is", you(owner), 4, ["cli_1", "cli_2"], ["agc_1"]],
  ["a client's administrator makes the client's own people", you(admin), 2, ["cli_1"], ["agc_1"]],
  ["an operator makes nobody", you(operator), 0, [], []],
  ["nor does an owner elsewhere", you({ ...owner, agency_id: "agc_2" }), 0, [], ["agc_2"]],
])("%s", (_what, who, roles, clients, agencies) => {
  expect(grantableRoles(who, "agc_1")).toHaveLength(roles);
  expect(grantableClients(who, "agc_1")).toEqual(clients);
  expect(agenciesToInviteTo(who).map(({ id }) => id)).toEqual(agencies);
});
