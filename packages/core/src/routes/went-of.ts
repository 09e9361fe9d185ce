/** Route → the member that a lead went to. */
export type Went = Readonly<Record<string, string>>;

/** Reads `routed_json` of a lead; none for a lead of which nothing went out: whatever was chosen for it then, it is nobody's yet. */
export function wentOf(lead: { routed_json?: string | null; went_out: boolean }): Went {
  const json = lead.routed_json ?? null;
  return json === null || !lead.went_out ? {} : (JSON.parse(json) as Went);
}

/** What a lead keeps after a choice; null where it never went through a route. */
export function routedJson(lead: { routed_json?: string | null }, went: Went): string | null {
  const before = lead.routed_json ?? null;
  if (Object.keys(went).length === 0) return before;
  return JSON.stringify({ ...(before === null ? {} : (JSON.parse(before) as Went)), ...went });
}
