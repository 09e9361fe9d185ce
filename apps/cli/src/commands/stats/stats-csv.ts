import type { components } from "@leadrelay/client/schema.gen";
import { csvLine } from "../../output/csv-line.ts";

type Statistics = components["schemas"]["Statistics"];

/** A line for each day or group, every day too that nothing came, and all figures; times in ms, shares from 0 to 1. */
export function statsCsv(
  counted: Statistics,
  { by, names }: { by: string; names: ReadonlyMap<string, string> },
): string {
  const rows =
    by === "day"
      ? counted.days.map(({ date, ...figures }) => ({ of: date, ...figures }))
      : counted.groups.map(({ id, ...figures }) => ({ of: id ?? "", ...figures }));
  const lines = rows.map(({ of, submissions, refused, honeypot, deliveries, outcomes }) => ({
    [by]: of,
    ...(names.size === 0 ? {} : { name: names.get(of) ?? "" }),
    ...submissions,
    refused: refused.total,
    honeypot: honeypot.total,
    ...deliveries,
    ...outcomes,
  }));
  const [first] = lines;
  return first === undefined
    ? ""
    : [Object.keys(first), ...lines.map((line) => Object.values(line))].map(csvLine).join("");
}
