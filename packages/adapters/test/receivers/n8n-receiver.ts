import type { Answering } from "./receiver.ts";

interface Workflow {
  path: string;
  isPublished: boolean;
  method?: string;
  header?: readonly [name: string, value: string];
}

/** n8n with one workflow, in its own words: of its Webhook node's answers those that come before the workflow runs. */
export function n8nReceiver({ path, isPublished, method = "POST", header }: Workflow) {
  const taken: unknown[] = [];
  const receiver: Answering = async (request) => {
    const { pathname } = new URL(request.url);
    const message = (code: number, text: string, hint?: string) =>
      Response.json({ code, message: text, ...(hint && { hint }) }, { status: code });
    if (pathname !== `/webhook/${path}` || !isPublished)
      return message(
        404,
        `The requested webhook "${request.method} ${pathname.slice(9)}" is not registered.`,
        "The workflow must be active for a production URL to run successfully.",
      );
    if (request.method !== method)
      return message(
        404,
        `This webhook is not registered for ${request.method} requests. Did you mean to make a ${method} request?`,
      );
    if (header && request.headers.get(header[0]) !== header[1])
      return new Response("Authorization data is wrong!", { status: 403 });
    taken.push(await request.json());
    return Response.json({ message: "Workflow was started" });
  };
  return { receiver, taken };
}
