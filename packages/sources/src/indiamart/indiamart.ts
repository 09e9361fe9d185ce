import { defineSettings } from "@leadrelay/adapters/settings/define-settings";
import { jsonAnswer } from "../answers/source-answer.ts";
import { problemOf } from "../answers/problem-of.ts";
import type { SourceDoor, SourceItem, Split } from "../door.ts";
import { fieldsOf, keyOf, listOf, membersOf, textOf } from "../read-value.ts";

/** IndiaMART's names by those that forms send; all others keep their own, for the form's mapping. */
const names: Readonly<Record<string, string>> = {
  SENDER_NAME: "name",
  SENDER_MOBILE: "phone",
  SENDER_EMAIL: "email",
  SENDER_CITY: "location",
  SENDER_COMPANY: "company",
  SENDER_COUNTRY_ISO: "country_code",
  QUERY_MESSAGE: "message",
};

/** Whom the seller bought, and not who asked them. */
const bought = "BIZ";

/**
 * IndiaMART's push (help.indiamart.com, Lead Manager API): one lead a post at a private address, which is switched off after 48 hours
 * without a 200.
 */
export const indiamart: SourceDoor<unknown> = {
  ...defineSettings("indiamart", {}),
  kind: "indiamart",
  methods: ["POST"],
  foundBy: "address",
  keyNames: "lead",
  makes: {},
  verify: async () => ({ ok: true, key: null, isProven: false }),
  split,
  answer(outcome) {
    const problem = problemOf(outcome);
    return problem === undefined
      ? jsonAnswer(200, { CODE: 200, STATUS: "SUCCESS" })
      : jsonAnswer(problem.status, { CODE: problem.status, STATUS: "FAILED", MESSAGE: problem.detail });
  },
};

function split(value: unknown): Split {
  const response = membersOf(value).get("RESPONSE");
  const leads = (Array.isArray(response) ? listOf(response) : [response]).map(membersOf);
  if (leads.every((lead) => keyOf(lead.get("UNIQUE_QUERY_ID")) === null))
    return { kind: "unreadable", detail: noId };
  const asked = leads.filter((lead) => textOf(lead.get("QUERY_TYPE")).toUpperCase() !== bought);
  if (asked.length === 0) return { kind: "skipped", why: "QUERY_TYPE BIZ" };
  return { kind: "items", items: asked.map(itemOf) };
}

const noId = "There is no RESPONSE with a UNIQUE_QUERY_ID: this door is for IndiaMART's push.";

const itemOf = (lead: ReadonlyMap<string, unknown>): SourceItem => ({
  ...(keyOf(lead.get("UNIQUE_QUERY_ID")) === null ? { problem: noId } : {}),
  key: keyOf(lead.get("UNIQUE_QUERY_ID")),
  fields: fieldsOf([
    ["source", "IndiaMART"],
    ...[...lead].map(([name, value]): [string, unknown] => [
      Object.hasOwn(names, name) ? (names[name] ?? name) : name,
      value,
    ]),
  ]),
});
