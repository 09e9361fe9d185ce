import { describe, expect, test } from "vitest";
import { outgoing } from "../../test/outgoing.ts";
import { samplePayload } from "../make/sample-payload.ts";
import { crmFacts } from "./crm-facts.ts";
import { fieldsOf, ownFields } from "./crm-fields.ts";

const factsOf = (given: Partial<typeof samplePayload>) => crmFacts(outgoing({ ...samplePayload, ...given }));

describe("a person for a CRM", () => {
  test.each<[who: string, given: Partial<typeof samplePayload>, facts: object]>([
    [
      "of a whole name has both parts of it",
      {},
      { name: "Asha Rao", first_name: "Asha", last_name: "Rao", given_name: "Asha", family_name: "Rao" },
    ],
    [
      "of one name has it as the last where a CRM asks for one",
      { first_name: "Asha" },
      { name: "Asha", first_name: "Asha", last_name: null, given_name: null, family_name: "Asha" },
    ],
    [
      "without a name is called by their address",
      { first_name: " " },
      { name: "asha@example.com", first_name: null, family_name: "asha@example.com" },
    ],
    [
      "without either is called by their number",
      { first_name: null, email: null },
      { name: "+919999999999", family_name: "+919999999999" },
    ],
    [
      "of whom nothing is known is somebody still",
      { first_name: null, email: null, phone_mobile: null },
      { name: "Unknown", family_name: "Unknown", email: null, phone: null },
    ],
    [
      "brings no control characters along",
      { first_name: "Asha\u0000\r\nRao", user_city: "\u202eBengaluru" },
      { name: "Asha Rao", city: "Bengaluru" },
    ],
    [
      "is found by the submission where the lead has no id yet",
      { lead_public_id: null },
      { lead_id: samplePayload.lead_submission_public_id },
    ],
  ])("%s", (_who, given, facts) => {
    expect(factsOf(given)).toMatchObject(facts);
  });
});

describe("a CRM's fields", () => {
  test.each<[what: string, given: Partial<typeof samplePayload>, fields: object]>([
    ["hold what is known", {}, { Name: "Asha Rao", Mail: "asha@example.com" }],
    ["are left out where nothing is", { email: null }, { Name: "Asha Rao" }],
    [
      "hold a text that is too long as far as it fits",
      { first_name: "Asha Maria Rao" },
      { Name: "Asha Mari…", Mail: "asha@example.com" },
    ],
    ["hold no part of an address", { email: "asha.maria.rao@example.com" }, { Name: "Asha Rao" }],
  ])("%s", (_what, given, fields) => {
    const table = [
      ["Name", "name", 10],
      ["Mail", "email", 20],
    ] as const;
    expect(fieldsOf(table, factsOf(given))).toEqual(fields);
  });
});

test("fields that an owner made hold what they asked for, the earliest campaign too, and nothing that is not known", () => {
  const custom_fields = ["a=utm_campaign", "b=first_utm_campaign", "c=lead_id", "d=related_projects"];
  const settings = { custom_fields, lead_id_field: "e" };
  expect(ownFields(settings, factsOf({}), outgoing())).toEqual({
    a: "lake-november",
    b: "lake-launch",
    c: "41",
    e: samplePayload.lead_public_id,
  });
  expect(ownFields({}, factsOf({}), outgoing())).toEqual({});
  expect(ownFields({ custom_fields: null, lead_id_field: null }, factsOf({}), outgoing())).toEqual({});
});
