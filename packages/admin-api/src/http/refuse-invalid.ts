import type { Problem } from "@leadrelay/contracts/problem";
import { apiProblem } from "../problems/api-problem.ts";
import { sayIssue, type SchemaIssue } from "./say-issue.ts";

/** As the framework hands it over: which part of the request, and what its schema found. */
type Validation = { success: true } | { success: false; target: string; error: { issues: readonly Issue[] } };
interface Issue extends SchemaIssue {
  path: readonly PropertyKey[];
  /** Names a strict schema does not know. */
  keys?: readonly string[];
}

/** What a schema found wrong, as a problem that names each field. The values themselves are not repeated: they may be personal. */
export function refuseInvalid(result: Validation): void {
  if (result.success) return;
  const { target } = result;
  const errors = result.error.issues.flatMap((issue) => fieldErrors(issue, target));
  const found = errors.map(({ field, detail }) => `${field}: ${detail}`).join("; ");
  throw apiProblem(target === "json" ? "invalid" : "malformed-request", `${found}.`, { errors });
}

const fieldErrors = ({ path, keys, ...issue }: Issue, target: string): NonNullable<Problem["errors"]> =>
  keys === undefined
    ? [{ field: path.map(String).join(".") || target, detail: sayIssue(issue) }]
    : keys.map((key) => ({ field: [...path.map(String), key].join("."), detail: "is not known here" }));
