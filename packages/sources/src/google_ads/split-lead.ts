import type { Split } from "../door.ts";
import { fieldsOf, keyOf, listOf, membersOf, textOf } from "../read-value.ts";

/** Columns of Google's by the names that forms send them under; any other goes by what the form calls it. */
const columns: Readonly<Record<string, string>> = {
  FULL_NAME: "name",
  FIRST_NAME: "first_name",
  LAST_NAME: "last_name",
  EMAIL: "email",
  WORK_EMAIL: "work_email",
  PHONE_NUMBER: "phone",
  WORK_PHONE: "work_phone",
  CITY: "location",
  COUNTRY: "country_code",
};
/** What stands in where the other is not there: a lead form may ask for either. */
const standIns = [
  ["work_email", "email"],
  ["work_phone", "phone"],
] as const;

/** Ids of the advertisement, kept beside the lead: conversions name them. */
const ids = ["form_id", "campaign_id", "adgroup_id", "creative_id", "asset_group_id"] as const;

/** A lead of a lead form; the key stays behind. */
export function splitLead(value: unknown): Split {
  const body = membersOf(value);
  const key = keyOf(body.get("lead_id"));
  if (key === null)
    return { kind: "unreadable", detail: "There is no lead_id: this door is for Google Ads lead forms." };
  const asked = listOf(body.get("user_column_data")).flatMap(columnOf);
  for (const [other, name] of standIns) {
    const found = asked.find(([called]) => called === other);
    if (found !== undefined && !asked.some(([called]) => called === name)) asked.push([name, found[1]]);
  }
  const told = ids.map((name) => [`google_ads_${name}`, idOf(body.get(name))] as const);
  const fields = fieldsOf([
    ["source", "Google Ads"],
    ...asked,
    ["google_ads_lead_id", key],
    ["gclid", idOf(body.get("gcl_id"))],
    ...told,
  ]);
  return { kind: "items", items: [{ key, fields, isTest: body.get("is_test") === true }] };
}

function columnOf(column: unknown): [name: string, text: string][] {
  const read = membersOf(column);
  const id = textOf(read.get("column_id"));
  const text = textOf(read.get("string_value"));
  const called = textOf(read.get("column_name")) || id;
  if (text === "" || called === "") return [];
  return [[Object.hasOwn(columns, id) ? (columns[id] ?? called) : called, text]];
}

const idOf = (value: unknown) => textOf(value) || undefined;
