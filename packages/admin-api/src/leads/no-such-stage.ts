import { apiProblem, type ApiProblem } from "../problems/api-problem.ts";

const mostNamed = 20;

/**
 * The 422 of a list by a stage that no pipeline asked has; null where one has it. Leads still stand at one that was given up since: asked
 * where nothing was found.
 * @param stages of every client asked
 */
export function noSuchStage(asked: string, stages: readonly string[]): ApiProblem | null {
  if (stages.includes(asked)) return null;
  const names = [...new Set(stages)];
  const more = names.length > mostNamed ? ", …" : "";
  const detail = `there is no such stage; there ${names.length === 1 ? "is" : "are"} ${names.slice(0, mostNamed).join(", ")}${more}`;
  return apiProblem("invalid", `Of the stage ${asked}: ${detail}.`, {
    errors: [{ field: "status", detail }],
  });
}
