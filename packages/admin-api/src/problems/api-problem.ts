import type { Problem } from "@leadrelay/contracts/problem";
import { problemTypes, problemUri, type ProblemType } from "./problem-types.ts";

/** A refusal that ends a request; the one boundary makes a response of it. Its detail is shown: nothing secret in it. */
export class ApiProblem extends Error {
  readonly problem: Problem;
  readonly headers: Record<string, string>;

  constructor(problem: Problem, headers: Record<string, string> = {}) {
    super(problem.detail);
    this.problem = problem;
    this.headers = headers;
  }
}

/** A problem of a known type. */
export function apiProblem(
  type: ProblemType,
  detail: string,
  more: { errors?: Problem["errors"]; headers?: Record<string, string> } = {},
): ApiProblem {
  const [status, title] = problemTypes[type];
  const errors = more.errors === undefined ? {} : { errors: more.errors };
  return new ApiProblem({ type: problemUri(type), title, status, detail, ...errors }, more.headers);
}

/** What is absent and what belongs to another tenant look the same. */
export const notFound = (what: string) =>
  apiProblem("not-found", `There is no ${what} with this id among those you may use here.`);
