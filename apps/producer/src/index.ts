import { logEvent } from "@leadrelay/contracts/log-event";
import { InvalidSettings } from "@leadrelay/contracts/settings";
import { answer } from "./answers/answer.ts";
import { dependenciesOf, type ProducerEnv } from "./dependencies.ts";
import { handleRequest } from "./handle-request.ts";
import { readBytes } from "./intake/body/read-bytes.ts";
import { notTaken, sendAgain } from "./refusal.ts";

export default {
  async fetch(request, env, context) {
    try {
      return await handleRequest(request, dependenciesOf(env), (work) => context.waitUntil(work));
    } catch (error) {
      if (!request.bodyUsed) await readBytes(request);
      return refuse(request, error);
    }
  },
} satisfies ExportedHandler<ProducerEnv>;

/** The one boundary: nothing was taken, and the caller is told so. */
function refuse(request: Request, error: unknown): Response {
  if (error instanceof InvalidSettings) {
    logEvent("config.invalid", { detail: error.message });
    return answer(notTaken(`This service is not set up and saves nothing. ${error.message}`), {
      request,
      cors: {},
    });
  }
  logEvent("intake.failed", {
    error: error instanceof Error ? error.name : typeof error,
    at: firstFrame(error),
  });
  return answer(notTaken(sendAgain), { request, cors: {} });
}

/** Where it was thrown; an error's message may quote what was submitted. */
const firstFrame = (error: unknown) =>
  error instanceof Error ? /^\s+at .*$/m.exec(error.stack ?? "")?.[0].trim() : undefined;
