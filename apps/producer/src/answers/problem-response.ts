import type { Problem } from "@leadrelay/contracts/problem";
import { jsonResponse } from "./json-response.ts";

/** RFC 9457 problem details. */
export function problemResponse(problem: Omit<Problem, "type">, headers: Record<string, string>): Response {
  const body: Problem = { type: "about:blank", ...problem };
  return jsonResponse(body, problem.status, { ...headers, "content-type": "application/problem+json" });
}
