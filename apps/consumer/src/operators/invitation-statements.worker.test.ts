import type { Role } from "@leadrelay/contracts/roles";
import {
  openInvitationsBy,
  openInvitationsTo,
  requireInviter,
  revokeInvitationsBy,
  revokeInvitationsTo,
} from "@leadrelay/db/invitations/open-invitations";
import { runBatch, runOne } from "@leadrelay/db/run-batch";
import type { OperatorScope } from "@leadrelay/db/scope";
import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { scopeOf } from "../../test/counters.ts";
import { placeRow } from "../../test/place-row.ts";
import { rows } from "../../test/tenant.ts";
import { whatCameOf } from "../../test/what-came-of.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));

const newId = () => crypto.randomUUID();
const nowMs = 100;
const addAgency = (id: string) =>
  env.DB.prepare("INSERT OR IGNORE INTO agencies (id, name, created_at) VALUES (?, 'A', 0)").bind(id).run();

interface Given {
  invited_by: string;
  email: string;
  agency_id: string;
  role: Role;
  client_ids_json: string;
  expires_at: number;
  accepted_at: number;
  revoked_at: number;
}

/** An agency whose invitations, by somebody to somebody, are its own. */
function house() {
  const [agency, by, to] = [newId(), newId(), `${newId()}@example.com`];
  const invite = async (given: Partial<Given> = {}) => {
    const row = { id: newId(), token_hash: newId(), created_at: 1, expires_at: nowMs + 1 };
    const what = { invited_by: by, email: to, agency_id: agency, role: "client_viewer" as Role };
    const made = { ...row, ...what, client_ids_json: '["cli_1"]', ...given };
    await addAgency(made.agency_id);
    await placeRow("invitations", made);
    return made.id;
  };
  return { agency, by, to, invite };
}
const ofAgencies = (...agencyIds: string[]): OperatorScope => ({ ...scopeOf([]), agencyIds });
const isRevoked = async (id: string) =>
  (await rows<{ revoked_at: number | null }>("SELECT revoked_at FROM invitations WHERE id = ?", id))[0]
    ?.revoked_at === nowMs;

const states: [what: string, given: Partial<Given>, isOpen: boolean][] = [
  ["that nobody accepted", {}, true],
  ["that was accepted", { accepted_at: 5 }, false],
  ["that was taken back", { revoked_at: 5 }, false],
];

describe("an open invitation", () => {
  it.each([
    ...states,
    ["whose time is over", { expires_at: nowMs }, false] as const,
    ["of another agency", { agency_id: "other" }, false] as const,
  ])("%s is told as that says", async (_what, given, isOpen) => {
    const { agency, by, to, invite } = house();
    const id = await invite(given);
    const [others, elses] = [await invite({ invited_by: newId() }), await invite({ email: newId() })];
    const byThem = await runOne(env.DB, openInvitationsBy(scopeOf([]), by, [agency], nowMs));
    const toThem = await runOne(env.DB, openInvitationsTo(scopeOf([]), to, [agency], nowMs));
    const ids = (found: readonly { id: string }[]) => new Set(found.map((each) => each.id));
    expect(ids(byThem)).toEqual(new Set([...(isOpen ? [id] : []), elses]));
    expect(ids(toThem)).toEqual(new Set([...(isOpen ? [id] : []), others]));
  });

  it("tells what it gives", async () => {
    const { agency, by, invite } = house();
    const id = await invite({ client_ids_json: '["cli_1","cli_2"]' });
    expect(await runOne(env.DB, openInvitationsBy(scopeOf([]), by, [agency], nowMs))).toEqual([
      { id, agency_id: agency, role: "client_viewer", client_ids: ["cli_1", "cli_2"] },
    ]);
  });
});

describe("whose issuer may invite no more", () => {
  const revoke = (by: string, agencyIds: string[], keptIds: string[] = []) =>
    runBatch(env.DB, [revokeInvitationsBy(scopeOf([]), by, { agencyIds, keptIds }, nowMs)]);

  it.each([...states, ["of another agency", { agency_id: "other" }, false] as const])(
    "an invitation %s ends as that says",
    async (_what, given, isOpen) => {
      const { agency, by, invite } = house();
      const id = await invite(given);
      const others = await invite({ invited_by: newId() });
      await revoke(by, [agency]);
      expect([await isRevoked(id), await isRevoked(others)]).toEqual([isOpen, false]);
    },
  );

  it("an invitation that is to be kept stays", async () => {
    const { agency, by, invite } = house();
    const [kept, ended] = [await invite(), await invite()];
    await revoke(by, [agency], [kept]);
    expect([await isRevoked(kept), await isRevoked(ended)]).toEqual([false, true]);
  });
});

describe("an invitation to somebody who is taken away", () => {
  it.each([...states, ["of another agency", { agency_id: "other" }, false] as const])(
    "%s ends as that says, where the agency takes them away",
    async (_what, given, isOpen) => {
      const { agency, to, invite } = house();
      const id = await invite(given);
      const elses = await invite({ email: newId() });
      await runBatch(env.DB, [revokeInvitationsTo(ofAgencies(agency, "other"), to, [agency], nowMs)]);
      expect([await isRevoked(id), await isRevoked(elses)]).toEqual([isOpen, false]);
    },
  );

  it.each<[what: string, given: Partial<Given>, ends: boolean]>([
    ["to that client ends", {}, true],
    ["to that client and others ends", { client_ids_json: '["cli_2","cli_1"]' }, true],
    ["to another client stays", { client_ids_json: '["cli_2"]' }, false],
    ["to a role of the agency's people stays", { role: "agency_operator" }, false],
    ["to all of the agency stays", { role: "agency_owner", client_ids_json: "[]" }, false],
  ])("%s, where a client's admin takes them away", async (_what, given, ends) => {
    const { agency, to, invite } = house();
    const id = await invite(given);
    await runBatch(env.DB, [revokeInvitationsTo(scopeOf(["cli_1"]), to, [agency], nowMs)]);
    expect(await isRevoked(id)).toBe(ends);
  });
});

describe("whoever invites", () => {
  const member = async (operator_id: string, role: Role, agency_id: string, client_id = "") => {
    await addAgency(agency_id);
    await placeRow("memberships", { operator_id, role, agency_id, client_id, created_at: 0 });
  };
  const may = (
    operator: string,
    agency_id: string,
    offer: { role: Role; client_ids: string[] },
  ): Promise<string> => whatCameOf([requireInviter(scopeOf([]), operator, { agency_id, ...offer })]);
  const viewer = (...client_ids: string[]) => ({ role: "client_viewer" as const, client_ids });

  it.each<
    [what: string, roles: [role: Role, client: string][], offer: Parameters<typeof may>[2], came: string]
  >([
    ["and owns the agency may", [["agency_owner", ""]], viewer("cli_1"), "done"],
    [
      "and owns it may offer its own roles",
      [["agency_owner", ""]],
      { role: "agency_owner", client_ids: [] },
      "done",
    ],
    ["is admin of that client may", [["client_admin", "cli_1"]], viewer("cli_1"), "done"],
    [
      "is admin of each may",
      [
        ["client_admin", "cli_1"],
        ["client_admin", "cli_2"],
      ],
      viewer("cli_1", "cli_2"),
      "done",
    ],
    ["is admin of one of them may not", [["client_admin", "cli_1"]], viewer("cli_1", "cli_2"), "conflict"],
    ["but looks at that client may not", [["client_viewer", "cli_1"]], viewer("cli_1"), "conflict"],
    ["works for the agency may not", [["agency_operator", "cli_1"]], viewer("cli_1"), "conflict"],
    [
      "is admin of a client may not offer a role of the agency",
      [["client_admin", "cli_1"]],
      { role: "agency_operator", client_ids: ["cli_1"] },
      "conflict",
    ],
    ["is nobody there may not", [], viewer("cli_1"), "conflict"],
  ])("%s", async (_what, roles, offer, came) => {
    const [operator, agency] = [newId(), newId()];
    for (const [role, client] of roles) await member(operator, role, agency, client);
    // Somebody else owns it, and so does whoever invites another.
    await member(newId(), "agency_owner", agency);
    await member(operator, "agency_owner", newId());
    expect(await may(operator, agency, offer)).toBe(came);
  });
});
