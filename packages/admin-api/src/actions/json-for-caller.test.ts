import { ourWords } from "@leadrelay/contracts/our-words";
import type { Role } from "@leadrelay/contracts/roles";
import { expect, it } from "vitest";
import type { Access } from "../access/access.ts";
import { noScope } from "../access/access.ts";
import type { Grant } from "../access/caller.ts";
import type { Permission } from "../access/permissions.ts";
import { rolePermissions } from "../access/role-permissions.ts";
import { jsonForCaller } from "./json-for-caller.ts";

const forCaller = (body: unknown, access: Access): unknown => JSON.parse(jsonForCaller(body, access));
const actor = { kind: "operator", id: "opr_1", name: "asha@example.com" } as const;
const grant = (held: readonly Permission[], role: Role | null, client: string): Grant => ({
  agencyId: "agc_1",
  ofInstallation: false,
  agencyWide: false,
  role,
  permissions: new Set(held),
  clients: [{ id: client, database: "DB" }],
});
const accessOf = (...grants: Grant[]): Access => ({ actor, scope: noScope, caller: { actor, grants } });
const of = (role: Role, client = "cli_1") => grant(rolePermissions[role], role, client);
const viewer = accessOf(of("client_viewer"));
const enable = "It is off: `leadrelay destination enable dst_1`.";
const asked = `Ask an owner or admin: ${enable}`;

it.each<[who: string, access: Access, text: string, told: string]>([
  ["a viewer", viewer, enable, asked],
  ["a client's admin", accessOf(of("client_admin")), enable, enable],
  ["an agency's operator", accessOf(of("agency_operator")), enable, enable],
  ["a key that may read", accessOf(grant(["leads:read"], null, "cli_1")), enable, asked],
  ["a key that may change settings", accessOf(grant(["config:write"], null, "cli_1")), enable, enable],
  ["nobody", { actor: { kind: "nobody" }, scope: noScope, caller: undefined }, enable, asked],
  [
    "a viewer who may look",
    viewer,
    "`leadrelay destination show dst_1`",
    "`leadrelay destination show dst_1`",
  ],
  [
    "a viewer, of a search",
    viewer,
    "`leadrelay lead list --name`",
    "Ask an owner or admin: `leadrelay lead list --name`",
  ],
  [
    "a viewer, of a list",
    viewer,
    "`leadrelay lead list --stands dead`",
    "`leadrelay lead list --stands dead`",
  ],
  [
    "a viewer, of the agency's",
    viewer,
    "`leadrelay client create`",
    "Ask an owner: `leadrelay client create`",
  ],
  [
    "an owner, of the installation's",
    accessOf(of("agency_owner")),
    "`leadrelay agency create`",
    "Ask an owner of the installation: `leadrelay agency create`",
  ],
  ["a viewer, of what nobody must be granted", viewer, "`leadrelay login`", "`leadrelay login`"],
])("%s is told %s", (_who, access, text, told) => {
  expect(forCaller({ what_next: text }, access)).toEqual({ what_next: told });
});

it.each(ourWords)("it is told in every field of our own words: %s", (name) => {
  expect(forCaller({ [name]: enable }, viewer)).toEqual({ [name]: asked });
});

it.each<[where: string, body: unknown, told: unknown]>([
  ["in a list", { sentences: [enable] }, { sentences: [asked] }],
  ["further inside", { items: [{ stands: { next: enable } }] }, { items: [{ stands: { next: asked } }] }],
  ["a problem's detail", { status: 409, detail: enable }, { status: 409, detail: asked }],
])("it is told %s", (_where, body, told) => expect(forCaller(body, viewer)).toEqual(told));

it.each<[what: string, body: unknown]>([
  ["what was posted", { payload: { next: enable, what_next: [enable] } }],
  ["a name", { contact_name: enable, project: enable }],
  ["a person's note", { note: enable }],
])("%s stays as it is", (_what, body) => expect(forCaller(body, viewer)).toEqual(body));

it("rights count at the client that is named", () => {
  const access = accessOf(of("client_admin", "cli_1"), of("client_viewer", "cli_2"));
  const body = { items: ["cli_1", "cli_2"].map((client_id) => ({ client_id, what_next: enable })) };
  expect(forCaller(body, access)).toMatchObject({
    items: [{ what_next: enable }, { what_next: asked }],
  });
});
