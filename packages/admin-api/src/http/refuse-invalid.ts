import type { Problem } from "@leadrelay/contracts/problem";
import { apiProblem } from "./api-problem.ts";

/** As the framework hands it over: which part of the request, and what its schema found. */
type Validation = { success: true } | { success: false; target: string; error: { issues: readonly Issue[] } };
interface Issue {
  path: readonly PropertyKey[];
  message: string;
  /** Names a strict schema does not know. */
  keys?: readonly string[];
}

/** What a schema found wrong, as a problem that names each field. The values themselves are not repeated: they may be personal. */
export function refuseInvalid(result: Validation): void {
  if (result.success) return;
  const { target } = result;
  const errors = result.error.issues.flatMap((issue) => fieldErrors(issue, target));
  const where = target === "json" ? "the body" : `the ${target}`;
  const found = errors.map(({ field, detail }) => `${field}: ${detail}`).join("; ");
  throw apiProblem(target === "json" ? "invalid" : "malformed-request", `In ${where}: ${found}.`, { errors });
}

const fieldErrors = ({ path, message, keys }: Issue, target: string): NonNullable<Problem["errors"]> =>
  keys === undefined
    ? [{ field: path.map(String).join(".") || target, detail: message }]
    : keys.map((key) => ({ field: [...path.map(String), key].join("."), detail: "is not known here" }));
