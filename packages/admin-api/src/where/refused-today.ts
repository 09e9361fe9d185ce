import { isRefusal } from "@leadrelay/contracts/intake-counts";
import { sayRefusal } from "@leadrelay/core/refusals/say-refusal";
import { dayOf } from "@leadrelay/core/statistics/day-of";
import { sayCount } from "@leadrelay/core/wording/say-count";
import { liveForms } from "@leadrelay/db/forms/live-forms";
import { runOne } from "@leadrelay/db/run-batch";
import type { OperatorScope } from "@leadrelay/db/scope";
import { intakeStatistics, type IntakeStatistic } from "@leadrelay/db/statistics/intake-statistics";
import type { AdminDependencies } from "../dependencies.ts";
import { askLeadDatabases } from "../lead-databases/ask-lead-databases.ts";

const mostForms = 5;

/** What the forms of the scope refused, or dropped as bots', since yesterday (UTC): a lead that is nowhere may be among it. A sentence a form, the worst first. */
export async function refusedToday(
  scope: OperatorScope,
  dependencies: Pick<AdminDependencies, "control" | "leadDatabase" | "now">,
): Promise<string[]> {
  const today = dayOf(dependencies.now());
  const read = await askLeadDatabases(scope, dependencies, (clientIds) =>
    intakeStatistics(scope, { clientIds, fromDay: today - 1, toDay: today, by: ["form_id"] }),
  );
  const lost = read.flat().filter(({ reason }) => isRefusal(reason) || reason === "honeypot");
  const byForm = [...Map.groupBy(lost, ({ form_id }) => form_id ?? "")]
    .toSorted(([, a], [, b]) => sum(b) - sum(a))
    .slice(0, mostForms);
  if (byForm.length === 0) return ["No form of yours has refused a post since yesterday."];
  const ids = byForm.map(([id]) => id);
  const forms = await runOne(dependencies.control, liveForms(scope, ids));
  const nameOf = new Map(forms.map(({ id, name }) => [id, name]));
  return byForm.flatMap(([id, counted]) => {
    const name = nameOf.get(id);
    return name === undefined ? [] : [`Since yesterday ${name} (${id}) ${sayLost(counted)}.`];
  });
}

const sum = (counted: readonly IntakeStatistic[]) => counted.reduce((total, { value }) => total + value, 0);

/** No row of them is kept, so whose they were nobody knows. */
function sayLost(counted: readonly IntakeStatistic[]): string {
  const refused = counted.flatMap(({ reason, value }) => (isRefusal(reason) ? [{ reason, value }] : []));
  const dropped = sum(counted.filter(({ reason }) => reason === "honeypot"));
  const total = refused.reduce((all, { value }) => all + value, 0);
  const why = refused
    .toSorted((a, b) => b.value - a.value)
    .map(({ reason, value }) => `${value} because ${sayRefusal(reason)}`);
  return [
    ...(total === 0 ? [] : [`refused ${sayCount(total, "post")}: ${why.join(", ")}`]),
    ...(dropped === 0 ? [] : [`dropped ${dropped} for a filled honeypot`]),
  ].join("; ");
}
