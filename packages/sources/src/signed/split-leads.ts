import type { SourceItem, Split } from "../door.ts";
import { membersOf } from "../read-value.ts";

/** One lead, an object of its fields; or several, a list of such objects, or one under `leads`. */
export function splitLeads(value: unknown): Split {
  const leads = membersOf(value).get("leads");
  const given = Array.isArray(value) ? value : Array.isArray(leads) ? leads : [value];
  if (given.length === 0) return { kind: "unreadable", detail: "There is no lead in the list." };
  const items = given.map(itemOf);
  return items.every(({ problem }) => problem !== undefined)
    ? { kind: "unreadable", detail: noFields }
    : { kind: "items", items };
}

function itemOf(lead: unknown): SourceItem {
  const fields = Object.fromEntries(membersOf(lead));
  const item = { key: null, fields };
  return Object.keys(fields).length === 0 ? { ...item, problem: noFields } : item;
}

const noFields = 'It is no object with fields: send {"email": "…"}, or up to 100 of them as {"leads": […]}.';
