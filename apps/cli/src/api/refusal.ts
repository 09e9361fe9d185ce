import * as z from "zod";
import { Failure } from "../exit/failure.ts";

const problemSchema = z.looseObject({
  type: z.string(),
  title: z.string(),
  status: z.number(),
  detail: z.string(),
  errors: z.array(z.object({ field: z.string(), detail: z.string() })).optional(),
  request_id: z.string().optional(),
});

const messageSchema = z.object({ message: z.string().min(1) });

/** By problem type; what is not here says what to do in its detail. */
const whatToDo: Readonly<Record<string, string>> = {
  "not-signed-in": "run `leadrelay login`: the session is over.",
  "not-permitted": "`leadrelay whoami` tells what you may; an owner of the agency can let you do more.",
  "changed-meanwhile": "run it again: somebody else changed it between reading and writing.",
};

/** A body as JSON, or as the text it is. */
export async function bodyOf(response: Response): Promise<unknown> {
  const text = await response.text();
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** What a refusal of the server means for the command. @param body as parsed, or the text of what is no JSON */
export function refusal({ status, headers }: Response, body: unknown): Failure {
  const ending = status === 401 || status === 403 ? "auth" : "error";
  const read = problemSchema.safeParse(body);
  const requestId = read.data?.request_id ?? headers.get("x-request-id") ?? undefined;
  const type = read.data?.type.split("/").at(-1) ?? "";
  const shared = { ending, whatToDo: whatToDo[type], requestId } as const;
  if (!read.success) return new Failure({ ...shared, title: titleOf(body, status), detail: briefly(body) });
  const { request_id: _id, errors, ...problem } = read.data;
  return new Failure({
    ...shared,
    title: problem.title,
    detail: problem.detail,
    problem: { ...problem, ...(errors === undefined ? {} : { errors }) },
  });
}

/** What answers sign-in has words of its own; a proxy in between may answer anything. */
const titleOf = (body: unknown, status: number) =>
  messageSchema.safeParse(body).data?.message ?? `The server answered ${status}, and not as LeadRelay does.`;

function briefly(body: unknown): string | undefined {
  if (typeof body !== "string" || body === "") return undefined;
  return body.slice(0, 200);
}
