/** A line of a chart: a number for each day, null where there is none; its colour by what it means. */
export interface Series {
  label: string;
  look: "good" | "bad" | "warn" | "brand" | "calm";
  values: readonly (number | null)[];
}
