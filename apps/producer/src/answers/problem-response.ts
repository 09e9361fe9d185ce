import type { Problem } from "@leadrelay/contracts/problem";

/** RFC 9457 problem details. */
export function problemResponse(problem: Omit<Problem, "type">, headers: Record<string, string>): Response {
  const body: Problem = { type: "about:blank", ...problem };
  return new Response(JSON.stringify(body), {
    status: problem.status,
    headers: { ...headers, "content-type": "application/problem+json", "cache-control": "no-store" },
  });
}
