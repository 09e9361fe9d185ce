/** The columns of a lead's attributions. */
interface Attributions {
  first_attribution_json: string | null;
  latest_attribution_json: string | null;
}

/** As stored: most leads submit once, and their latest is their first. */
export const storedLatest = ({
  first_attribution_json,
  latest_attribution_json,
}: Attributions): string | null =>
  latest_attribution_json === first_attribution_json ? null : (latest_attribution_json ?? "");

/** A row with its latest attribution whole: null where it was not kept. */
export function withLatest<Row extends Attributions>(row: Row): Row {
  const { first_attribution_json, latest_attribution_json: stored } = row;
  return { ...row, latest_attribution_json: stored === null ? first_attribution_json : stored || null };
}
