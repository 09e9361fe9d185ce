import type { components } from "@leadrelay/client/schema.gen";

type Limits = NonNullable<components["schemas"]["DestinationLimits"]>;

/** How many leads a destination takes, and when, a line each. */
export function limitsWords(limits: Limits | null): string {
  if (limits === null) return "as many leads as come, at any time";
  const { caps, hours, holidays, time_zone } = limits;
  return [
    ...caps.map(
      ({ per, leads, source }) =>
        `${leads} ${per === "total" ? "in total" : `a ${per}`.replace("a hour", "an hour")}${source === null ? "" : ` from ${source}`}`,
    ),
    ...Object.entries(hours ?? {}).map(([day, times]) => `${day} ${times.join(", ")}`),
    ...(holidays.length === 0 ? [] : [`closed on ${holidays.join(", ")}`]),
    `in the time of ${time_zone}`,
  ].join("\n");
}
