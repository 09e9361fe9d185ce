import { describe, expect, it } from "vitest";
import { pipelineScope, type OperatorScope, type Scope } from "../scope.ts";
import { requireAgency } from "./require-agency.ts";
import { requireClient, requireClients } from "./require-client.ts";
import { requireMembershipInScope } from "./require-membership-in-scope.ts";
import { requirePart } from "./require-part.ts";

const client = { id: "cli", database: "DB", masked: false };
const operator: OperatorScope = {
  kind: "operator",
  clients: [client],
  agencyIds: ["agc"],
  isInstallation: false,
};
const owner: OperatorScope = { kind: "operator", clients: [], agencyIds: [], isInstallation: true };
const maskedTwo: OperatorScope = {
  ...operator,
  clients: [
    { ...client, id: "first" },
    { ...client, masked: true },
  ],
};

const isAllowed = (check: () => void): boolean => {
  try {
    check();
    return true;
  } catch (error) {
    expect((error as Error).message).toContain("outside this scope");
    return false;
  }
};

describe("a write for a client", () => {
  it.each<[string, Scope, string, boolean]>([
    ["one of the scope's", operator, "cli", true],
    ["the last of the scope's, masked", maskedTwo, "cli", true],
    ["another's", operator, "other", false],
    ["one whose id begins like it", operator, "cli_2", false],
    ["an agency's id", operator, "agc", false],
    ["any, to an owner of the installation without clients", owner, "cli", false],
    ["any, to the pipeline", pipelineScope, "cli", true],
  ])("of %s", (_whose, scope, id, allowed) => {
    expect(isAllowed(() => requireClient(scope, id))).toBe(allowed);
    expect(isAllowed(() => requirePart(scope, id))).toBe(allowed);
    expect(isAllowed(() => requireClients(scope, [id]))).toBe(allowed);
  });

  it("of several needs all of them", () => {
    expect(isAllowed(() => requireClients(operator, ["cli", "other"]))).toBe(false);
    expect(isAllowed(() => requireClients(operator, ["other", "cli"]))).toBe(false);
    expect(isAllowed(() => requireClients(operator, []))).toBe(true);
  });
});

it.each<[string, Scope, boolean]>([
  ["an operator of agencies and clients", operator, false],
  ["an owner of the installation", owner, true],
  ["the pipeline", pipelineScope, true],
])("rows without a client are for %s: %o, %s", (_who, scope, allowed) => {
  expect(isAllowed(() => requirePart(scope, null))).toBe(allowed);
});

it.each<[string, OperatorScope, string, boolean]>([
  ["one of the scope's agencies", operator, "agc", true],
  ["another", operator, "agc_2", false],
  ["a client's id", operator, "cli", false],
  ["one that an owner of the installation has not got", owner, "agc", false],
])("an agency's own rows, of %s: %o %s, %s", (_whose, scope, id, allowed) => {
  expect(isAllowed(() => requireAgency(scope, id))).toBe(allowed);
});

describe("a membership", () => {
  it.each<[string, Scope, string, string, boolean]>([
    ["of the scope's agency", operator, "agc", "", true],
    ["of any client in the scope's agency", operator, "agc", "other", true],
    ["of a client of the scope, in another agency", operator, "agc_2", "cli", true],
    ["of another client, in another agency", operator, "agc_2", "other", false],
    ["of another agency as a whole", operator, "agc_2", "", false],
    ["of an agency, to an owner of the installation that has not got it", owner, "agc", "", false],
    ["of any agency, to the pipeline", pipelineScope, "agc_2", "", true],
  ])("%s: %o %s %s, %s", (_which, scope, agency_id, client_id, allowed) => {
    expect(isAllowed(() => requireMembershipInScope(scope, { agency_id, client_id }))).toBe(allowed);
  });
});
