import { trackingParameters, type Attribution } from "@leadrelay/contracts/attribution";

/** How somebody came, for a person: addresses first, and what nobody told is left out. */
export function attributionWords(attribution: Attribution | null): string {
  if (attribution === null) return "not kept then";
  const { landing_page, referrer } = attribution;
  const lines = [
    landing_page === null ? [] : `landed on ${landing_page}`,
    referrer === null || referrer === landing_page ? [] : `from ${referrer}`,
    trackingParameters.flatMap((name) => {
      const value = attribution[name];
      return value === null ? [] : `${name} ${value}`;
    }),
  ].flat();
  return lines.length === 0 ? "nothing told" : lines.join("\n");
}

/** The first time and the latest, as lines of a lead's details; one line where they are the same. */
export function attributionLines({
  first,
  latest,
}: {
  first: Attribution | null;
  latest: Attribution | null;
}): [name: string, value: string][] {
  const [firstWords, latestWords] = [attributionWords(first), attributionWords(latest)];
  return firstWords === latestWords
    ? [["Came by", firstWords]]
    : [
        ["Came first by", firstWords],
        ["Came latest by", latestWords],
      ];
}
