import { expect, it } from "vitest";
import { byPerson } from "./by-person.ts";

const membership = (operator: string, client: string | null, role = "client_admin" as const, at = 5) => ({
  operator_id: operator,
  email: `${operator}@example.com`,
  name: operator,
  agency_id: "agc_1",
  client_id: client,
  role,
  created_at: at,
});

it("a role at several clients is one line, since the first of them", () => {
  const rows = [membership("a", "cli_1"), membership("b", "cli_1"), membership("a", "cli_2", undefined, 3)];
  expect(byPerson(rows).map(({ operatorId, clientIds, since }) => [operatorId, clientIds, since])).toEqual([
    ["a", ["cli_1", "cli_2"], 3],
    ["b", ["cli_1"], 5],
  ]);
});

it("two roles of one person are two lines", () => {
  const rows = [membership("a", "cli_1"), { ...membership("a", "cli_2"), role: "client_viewer" as const }];
  expect(byPerson(rows).map(({ role }) => role)).toEqual(["client_admin", "client_viewer"]);
});

it("a role for the whole agency names no client", () => {
  const [owner] = byPerson([{ ...membership("a", null), role: "agency_owner" as const }]);
  expect(owner?.clientIds).toEqual([]);
});
