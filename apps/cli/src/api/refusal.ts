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

const whatToDo: Readonly<Record<number, string>> = {
  401: "run `leadrelay login` again, or check the access key.",
  403: "ask an owner of the agency for the role, or use a key that has the permission; `leadrelay whoami` tells what you may.",
  412: "read it again: somebody changed it.",
  429: "wait a minute, then try again.",
  503: "wait a minute, then try again.",
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
  const shared = { ending, whatToDo: whatToDo[status], requestId } as const;
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
