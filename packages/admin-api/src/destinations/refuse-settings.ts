import { apiProblem } from "../problems/api-problem.ts";

/** Throws the 422 that names each setting at fault, never its value; nothing where none is. */
export function refuseSettings(problems: readonly { setting: string; detail: string }[]): void {
  if (problems.length === 0) return;
  const errors = problems.map(({ setting, detail }) => ({
    field: setting === "" ? "settings" : `settings.${setting}`,
    detail,
  }));
  const found = errors.map(({ field, detail }) => `${field} ${detail}`).join("; ");
  throw apiProblem("invalid", `${found}.`, { errors });
}
