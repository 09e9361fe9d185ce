import type { Split } from "../door.ts";
import { membersOf } from "../read-value.ts";

/** One lead, an object of its fields; or several, a list of such objects, or one under `leads`. */
export function splitLeads(value: unknown): Split {
  const leads = membersOf(value).get("leads");
  const given = Array.isArray(value) ? value : Array.isArray(leads) ? leads : [value];
  if (given.length === 0) return { kind: "unreadable", detail: "There is no lead in the list." };
  const items = given.map((lead) => ({ key: null, fields: Object.fromEntries(membersOf(lead)) }));
  const empty = items.findIndex(({ fields }) => Object.keys(fields).length === 0);
  if (empty !== -1)
    return {
      kind: "unreadable",
      detail: `Lead ${empty} is no object with fields: send {"email": "…"}, or up to 100 of them as {"leads": […]}.`,
    };
  return { kind: "items", items };
}
