import { expect, it } from "vitest";
import type { Schemas } from "../api.ts";
import { keyPlaces } from "./key-places.ts";

type Grant = Schemas["You"]["grants"][number];
const grant = (given: Partial<Grant>): Grant => ({
  agency_id: "agc_1",
  role: "agency_owner",
  permissions: ["keys:manage"],
  client_ids: ["cli_1", "cli_2"],
  ...given,
});
const idsFor = (...grants: Grant[]) =>
  keyPlaces(
    {
      kind: "operator",
      id: "opr_1",
      name: "a@example.com",
      grants,
      agencies: [],
      grantable_permissions: [],
      intake_url: null,
      form_defaults: { duplicate_window_minutes: 30, identity_guard: true, reengage_hours: 24 },
    },
    ["cli_1", "cli_2", "cli_3"].map((id) => ({ id, name: id, deleted_at: id === "cli_2" ? 1 : null })),
    () => "all",
  ).map(({ id }) => id);

it("an owner makes keys for all clients and for each that is not archived", () => {
  expect(idsFor(grant({}))).toEqual(["agc_1", "cli_1"]);
});
it("a client's administrator makes them for that client", () => {
  expect(idsFor(grant({ role: "client_admin", client_ids: ["cli_1"] }))).toEqual(["cli_1"]);
});
it("who may not manage keys makes none", () => {
  expect(idsFor(grant({ role: "agency_operator", permissions: ["config:write"] }))).toEqual([]);
});
