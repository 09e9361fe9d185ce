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

/** SQL: the column with so many more at that path. */
export const added = (column: string, path: RawBuilder<unknown>, more: RawBuilder<unknown>) =>
  sql`json_set(${sql.raw(column)}, ${path}, coalesce(${sql.raw(column)} ->> ${path}, 0) + ${more})`;
