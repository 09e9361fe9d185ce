import { outageSummarySchema, type OutageSummary } from "@leadrelay/contracts/outage-summary";

/** A summary as the consumer wrote it; undefined for what is none. */
export function parseSummary(text: string | null): OutageSummary | undefined {
  if (text === null) return undefined;
  try {
    return outageSummarySchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** How the last send made without D1 ended, destination by destination. */
export const sentOf = ({ sent }: OutageSummary): { destination_id: string; outcome: string }[] =>
  sent.split(", ").flatMap((one) => {
    const [destination_id = "", outcome] = one.split(": ");
    return outcome === undefined ? [] : [{ destination_id, outcome }];
  });
