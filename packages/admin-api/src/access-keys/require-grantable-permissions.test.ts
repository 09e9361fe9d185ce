import { expect, it } from "vitest";
import type { Grant } from "../access/caller.ts";
import { keyPermissions, rolePermissions } from "../access/role-permissions.ts";
import { requireGrantablePermissions } from "./require-grantable-permissions.ts";

const grant = (given: Partial<Grant>): Grant => ({
  agencyId: "agc",
  ofInstallation: false,
  agencyWide: false,
  role: "client_admin",
  permissions: new Set(["leads:read", "config:read"]),
  clients: [{ id: "cli", database: "DB" }],
  ...given,
});
const key = { agency_id: "agc", client_id: "cli", permissions: ["leads:read"] } as const;

it("what one may do oneself at the same place can be given", () => {
  expect(() => requireGrantablePermissions([grant({})], key)).not.toThrow();
});

it.each([
  ["a permission one does not have", [grant({})], { permissions: ["contacts:read"] }],
  ["another client", [grant({})], { client_id: "other" }],
  ["the whole agency, by somebody of one client", [grant({})], { client_id: null }],
  ["another agency", [grant({ agencyWide: true })], { client_id: null, agency_id: "other" }],
  [
    "a permission one has elsewhere",
    [grant({}), grant({ permissions: new Set(["leads:write"]), clients: [{ id: "other", database: "DB" }] })],
    { permissions: ["leads:read", "leads:write"] },
  ],
] as const)("%s cannot", (_what, grants, change) => {
  expect(() => requireGrantablePermissions(grants, { ...key, ...change })).toThrow(
    /only what you may do here/,
  );
});

it("every role that manages keys may do whatever a key can be given, so that no key outranks its maker", () => {
  for (const held of Object.values(rolePermissions))
    if (held.includes("keys:manage")) expect(held).toEqual(expect.arrayContaining([...keyPermissions]));
});

it("no key manages keys, operators, agencies or the installation", () => {
  for (const kept of ["keys:manage", "operators:manage", "agency:manage", "installation:manage"])
    expect(keyPermissions).not.toContain(kept);
});
