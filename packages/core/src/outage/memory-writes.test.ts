import { expect, it } from "vitest";
import type { IdentityKind } from "../identity/identity.ts";
import { memoryWrites } from "./memory-writes.ts";
import type { Remembered } from "./sent-persons.ts";

const person = (submission_id: string, ...kinds: IdentityKind[]): Remembered => ({
  by: submission_id,
  identities: kinds.map((kind) => ({
    client_id: "c",
    is_test: false,
    kind,
    value: `${kind} of ${submission_id}`,
    project_key: "",
  })),
  person: {
    v: 1,
    submission_id,
    last_sent_as: submission_id,
    form_id: "f",
    is_test: false,
    project_key: "",
    identities: [],
    contact_name: null,
    contact_email: null,
    contact_phone: null,
    visitor_id: null,
    user_agent: null,
    submission_count: 1,
    last_submitted_at: 0,
    last_sent_at: null,
  },
});

it.each<[string, Remembered[], string[]]>([
  ["nobody needs none", [], []],
  ["somebody without a contact detail needs none", [person("a")], []],
  ["the newest comes first", [person("a", "email", "phone")], ["phone of a", "email of a"]],
  [
    "an address, which others share, comes last",
    [person("a", "email", "ip", "phone")],
    ["phone of a", "email of a", "ip of a"],
  ],
  [
    "everybody is remembered once before anybody is a second time",
    [person("a", "email", "phone"), person("b", "ip"), person("c", "visitor_id", "email")],
    ["phone of a", "ip of b", "email of c", "email of a", "visitor_id of c"],
  ],
])("of writes to the memory, %s", (_what, remembered, values) => {
  const writes = memoryWrites(remembered);
  expect(writes.map(({ identity }) => identity.value)).toEqual(values);
  expect(writes.every(({ person: of, identity }) => identity.value.endsWith(of.submission_id))).toBe(true);
});
