import type { SubmissionCount } from "@leadrelay/core/statistics/count-commit";
import { halfHoursOfDay } from "@leadrelay/core/statistics/half-hour-of";
import { sql, type RawBuilder } from "kysely";

/** What stands where nothing is told, because a path cannot go through "". */
export const untold = "-";

const pathOf = (...names: readonly (string | number)[]): string =>
  `$${names.map((name) => `."${name === "" ? untold : name}"`).join("")}`;

/** How a submission's half hour is counted: a new lead, another live one, or one that is no lead's. */
const letters: Readonly<Record<SubmissionCount["outcome"], "n" | "l" | "o">> = {
  new_lead: "n",
  duplicate: "l",
  reengaged: "l",
  test: "o",
  blocked: "o",
};

/** Where `came_json`, `slots_json` and `origins_json` count a submission; the last is null where it is not told apart by its origin. */
export const submissionPaths = ({ form_id, outcome, half_hour, origin }: SubmissionCount) => ({
  came: pathOf(form_id, outcome),
  slot: pathOf(form_id, letters[outcome], half_hour % halfHoursOfDay),
  origin: origin === null ? null : pathOf(origin.source, origin.campaign, outcome),
});

/** Whether it is a live one, which the last lead's age tells of. */
export const isLive = ({ outcome, value }: SubmissionCount): boolean => letters[outcome] !== "o" && value > 0;

/** Where `lost_json` counts a post that was refused, or dropped for its honeypot. */
export const lostPath = (formId: string, letter: "r" | "d", halfHour: number) =>
  pathOf(formId, letter, halfHour % halfHoursOfDay);

/**
 * How long each may become, in characters: all together stay below the two million bytes that D1 takes in a row, because a commit with leads in it
 * must not fail for a count. What no longer fits is not told apart; what is there already goes on.
 */
const longest = {
  came_json: 300_000,
  slots_json: 300_000,
  arrived_json: 400_000,
  hours_json: 200_000,
  lost_json: 300_000,
  outcomes_json: 300_000,
  origins_json: 20_000,
} as const;
type Counted = keyof typeof longest;

/** SQL: the column as `changed` has it, where there is room for it. */
export const whereItFits = (column: Counted, path: RawBuilder<unknown>, changed: RawBuilder<unknown>) => {
  const now = sql.raw(column);
  return sql`iif(length(${now}) < ${sql.lit(longest[column])} OR ${now} ->> ${path} IS NOT NULL, ${changed}, ${now})`;
};

/** SQL: the column with so many more at that path. */
export const added = (column: Counted, path: RawBuilder<unknown>, more: RawBuilder<unknown>) => {
  const now = sql.raw(column);
  return whereItFits(column, path, sql`json_set(${now}, ${path}, coalesce(${now} ->> ${path}, 0) + ${more})`);
};
