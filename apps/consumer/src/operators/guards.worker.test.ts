import type { Role } from "@leadrelay/contracts/roles";
import { grantByEmail, settleInvitation } from "@leadrelay/db/invitations/invitations";
import { requireAccount } from "@leadrelay/db/operators/operator-by-email";
import {
  deleteMemberships,
  requireOwner,
  upsertMemberships,
} from "@leadrelay/db/operators/write-memberships";
import { runBatch } from "@leadrelay/db/run-batch";
import { usePasswordReset } from "@leadrelay/db/sign-in/password-resets";

import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { scopeOf } from "../../test/counters.ts";
import { placeRow } from "../../test/place-row.ts";
import { rows } from "../../test/tenant.ts";
import { whatCameOf } from "../../test/what-came-of.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));

const newId = () => crypto.randomUUID();
const placeAgency = async (is_installation = 0) =>
  (await placeRow("agencies", { id: newId(), name: "A", is_installation, created_at: 0 })).id;
const placeMembership = (operator_id: string, agency_id: string, role: Role, client_id = "") =>
  placeRow("memberships", { operator_id, agency_id, client_id, role, created_at: 0 });
const placeOperator = async () => {
  const id = newId();
  const at = "2026-01-01T00:00:00.000Z";
  const row = {
    id,
    name: "O",
    email: `${id}@example.com`,
    email_verified: 1,
    created_at: at,
    updated_at: at,
  };
  return placeRow("operators", row);
};
const rolesOf = async (operatorId: string) =>
  (await rows("SELECT client_id, role FROM memberships WHERE operator_id = ? ORDER BY 1", operatorId)).map(
    ({ client_id, role }) => `${String(client_id)}:${String(role)}`,
  );

describe("a change to an agency's people", () => {
  it("is aborted when nobody would own the agency any more", async () => {
    const [agency, other] = [await placeAgency(), await placeAgency()];
    await placeMembership(newId(), other, "agency_owner");
    await placeMembership(newId(), agency, "agency_operator", "cli");
    expect(await whatCameOf([requireOwner(scopeOf([]), agency)])).toBe("conflict");
    await placeMembership(newId(), agency, "agency_owner");
    expect(await whatCameOf([requireOwner(scopeOf([]), agency)])).toBe("done");
  });

  it.each<[string, boolean, string[], string[]]>([
    ["whoever has the agency: all of it", true, [], []],
    [
      "whoever has a client of it: that client's roles",
      false,
      ["cli_1"],
      ["cli_2:client_admin", "cli_3:agency_operator"],
    ],
    [
      "whoever has a client: none that the agency gave",
      false,
      ["cli_3"],
      ["cli_1:client_viewer", "cli_2:client_admin", "cli_3:agency_operator"],
    ],
  ])("takes away, by %s", async (_by, hasAgency, clients, left) => {
    const [agency, other, operator, colleague] = [await placeAgency(), await placeAgency(), newId(), newId()];
    for (const each of [operator, colleague]) {
      await placeMembership(each, agency, "client_viewer", "cli_1");
      await placeMembership(each, agency, "client_admin", "cli_2");
      await placeMembership(each, agency, "agency_operator", "cli_3");
    }
    await placeMembership(operator, other, "client_viewer", "cli_1x");
    const scope = { ...scopeOf([...clients, "cli_1x"]), agencyIds: hasAgency ? [agency, other] : [] };
    await runBatch(env.DB, [deleteMemberships(scope, operator, [agency])]);
    expect(await rolesOf(operator)).toEqual([...left, "cli_1x:client_viewer"].toSorted());
    expect(await rolesOf(colleague)).toHaveLength(3);
  });
});

const offered: [Role, Role, Role][] = [
  ["client_viewer", "client_admin", "client_admin"],
  ["client_admin", "client_viewer", "client_viewer"],
  ["client_admin", "agency_operator", "agency_operator"],
  ["agency_operator", "client_admin", "agency_operator"],
  ["agency_operator", "client_viewer", "agency_operator"],
];
it.each(offered)("whoever is %s and is given %s is %s", async (before, given, after) => {
  const [agency, operator] = [await placeAgency(), newId()];
  const membership = await placeMembership(operator, agency, before, "cli");
  const scope = { ...scopeOf([]), agencyIds: [agency] };
  await runBatch(env.DB, upsertMemberships(scope, [{ ...membership, role: given }]));
  expect(await rolesOf(operator)).toEqual([`cli:${after}`]);
});

it("an accepted role goes to whoever has the e-mail address, at the clients it names", async () => {
  const [agency, invited, other] = [await placeAgency(), await placeOperator(), await placeOperator()];
  const offer = { email: invited.email, agency_id: agency, client_ids: ["cli_1", "cli_2"] };
  await runBatch(env.DB, [grantByEmail(scopeOf([]), { ...offer, role: "client_viewer" }, 1)]);
  expect(await rolesOf(invited.id)).toEqual(["cli_1:client_viewer", "cli_2:client_viewer"]);
  await runBatch(env.DB, [grantByEmail(scopeOf([]), { ...offer, client_ids: [], role: "agency_owner" }, 1)]);
  expect(await rolesOf(invited.id)).toContain(":agency_owner");
  expect(await rolesOf(other.id)).toEqual([]);
});

describe("an invitation", () => {
  it.each([
    ["that is open", {}, true],
    ["that was accepted", { accepted_at: 5 }, false],
    ["that was taken back", { revoked_at: 5 }, false],
  ])("%s: %o, settled %s", async (_what, given, settled) => {
    const agency_id = await placeAgency();
    const place = (more: object) => {
      const row = { email: "a@example.com", agency_id, role: "agency_owner", invited_by: "o", created_at: 1 };
      return placeRow("invitations", { id: newId(), token_hash: newId(), expires_at: 9, ...row, ...more });
    };
    const [invitation, other] = [await place(given), await place({})];
    for (const how of ["accepted_at", "revoked_at"] as const) {
      const came = await whatCameOf(settleInvitation(scopeOf([]), invitation.id, how, 7));
      // The first ends it for the second.
      expect(came).toBe(settled && how === "accepted_at" ? "done" : "conflict");
    }
    const select = "SELECT accepted_at, revoked_at FROM invitations WHERE id = ?";
    const never = { accepted_at: null, revoked_at: null };
    expect(await rows(select, invitation.id)).toEqual([
      settled ? { ...never, accepted_at: 7 } : { ...never, ...given },
    ]);
    expect(await rows(select, other.id)).toEqual([never]);
  });
});

describe("a link to a new password", () => {
  /** An account whose password was changed a second after 1970. */
  const placeAccount = async (operatorId: string) => {
    const at = "1970-01-01T00:00:00.000Z";
    await placeRow("operators", {
      id: operatorId,
      email: `${operatorId}@example.com`,
      name: "o",
      email_verified: 0,
      created_at: at,
      updated_at: at,
    });
    await placeRow("operator_accounts", {
      id: newId(),
      account_id: operatorId,
      provider_id: "credential",
      operator_id: operatorId,
      password: "x",
      created_at: "1970-01-01T00:00:00.000Z",
      updated_at: "1970-01-01T00:00:01.000Z",
    });
  };

  async function used(given: {
    used_at?: number;
    role?: Role;
    atInstallation?: number;
    byAnother?: boolean;
    /** Whose password was changed after the link was made. */
    changed?: "its operator" | "another";
  }) {
    const operator = newId();
    if (given.changed !== undefined) await placeAccount(given.changed === "another" ? newId() : operator);
    const [maker, agency] = [newId(), await placeAgency(given.atInstallation ?? 1)];
    const role = given.role ?? "agency_owner";
    await placeMembership(
      given.byAnother ? newId() : maker,
      agency,
      role,
      role === "agency_owner" ? "" : "cli",
    );
    const row = {
      operator_id: operator,
      created_by: maker,
      created_at: 1,
      expires_at: 9,
      used_at: given.used_at ?? null,
    };
    const [link, other] = [newId(), newId()];
    for (const token_hash of [link, other])
      await placeRow("password_resets", {
        ...row,
        token_hash,
        ...(token_hash === other ? { used_at: null } : {}),
      });
    const came = await whatCameOf(usePasswordReset(scopeOf([]), link, 7));
    expect(await rows("SELECT used_at FROM password_resets WHERE token_hash = ?", other)).toEqual([
      { used_at: null },
    ]);
    return came;
  }

  it.each([
    ["by an owner of the installation", {}, "done"],
    ["that was used", { used_at: 5 }, "conflict"],
    ["by an owner of another agency", { atInstallation: 0 }, "conflict"],
    ["by somebody who owns it no more", { role: "agency_operator" as const }, "conflict"],
    ["by nobody of it", { byAnother: true }, "conflict"],
    ["from before the password was changed", { changed: "its operator" as const }, "conflict"],
    ["from before another's password was changed", { changed: "another" as const }, "done"],
  ])("%s: %o, %s", async (_what, given, came) => {
    expect(await used(given)).toBe(came);
  });

  it("that nobody made is none", async () => {
    await used({});
    expect(await whatCameOf(usePasswordReset(scopeOf([]), "none", 7))).toBe("conflict");
  });
});

it("a role is not given to whoever lost the e-mail address meanwhile", async () => {
  const [one, other] = [await placeOperator(), await placeOperator()];
  expect(await whatCameOf([requireAccount(scopeOf([]), one.email, one.id)])).toBe("done");
  expect(await whatCameOf([requireAccount(scopeOf([]), one.email, other.id)])).toBe("conflict");
  expect(await whatCameOf([requireAccount(scopeOf([]), other.email, one.id)])).toBe("conflict");
});
