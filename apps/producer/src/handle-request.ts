import { answer } from "./answers/answer.ts";
import { anyPage } from "./answers/framed-by.ts";
import { showHosted, showHostedThanks } from "./answers/show-hosted.ts";
import { thankYouPage } from "./answers/pages/thank-you-page.ts";
import { htmlResponse } from "./answers/html-response.ts";
import { jsonResponse } from "./answers/json-response.ts";
import { callbackRoute } from "./callbacks/callback-route.ts";
import { handleCallback } from "./callbacks/handle-callback.ts";
import { corsHeaders, preflight } from "./cors.ts";
import type { Dependencies } from "./dependencies.ts";
import { unknownForm } from "./forms/edge-form.ts";
import type { WaitUntil } from "./intake/counts/intake-tally.ts";
import { handleSubmission } from "./intake/handle-submission.ts";
import { readBytes } from "./intake/body/read-bytes.ts";
import { notFound, notTaken, openAgain, wrongMethod } from "./refusal.ts";
import { requestAddress } from "./request/request-address.ts";
import { handleBeacon } from "./tracker/handle-beacon.ts";
import { serveScript } from "./tracker/serve-script.ts";
import { trackerRoute } from "./tracker/tracker-route.ts";
import { handleSource } from "./sources/handle-source.ts";
import { sourceRoute } from "./sources/source-route.ts";

/** A form whose action was written with a slash at the end must not lose its leads. */
const formPath = /^\/f\/([A-Za-z0-9_-]{1,64})\/?$/;
const thanksPath = /^\/f\/([A-Za-z0-9_-]{1,64})\/thank-you$/;

/** The producer's few addresses. Settings were read before we got here. */
export async function handleRequest(
  request: Request,
  dependencies: Dependencies,
  waitUntil: WaitUntil,
): Promise<Response> {
  const { path } = requestAddress(request.url);
  const formKey = formPath.exec(path)?.[1];
  if (formKey !== undefined && request.method === "POST")
    return handleSubmission(request, formKey, dependencies, waitUntil);
  const callback = callbackRoute(path);
  if (callback !== undefined) return handleCallback(request, callback, dependencies);
  const tracker = trackerRoute(path, dependencies.config.trackerPath);
  if (tracker?.serves === "collect") return handleBeacon(request, dependencies, waitUntil);
  const source = sourceRoute(path);
  if (source !== undefined) return handleSource(request, source, dependencies, waitUntil);
  await readBytes(request);
  if (tracker !== undefined && isReading(request)) return serveScript(request, tracker.isHashed);
  if (formKey !== undefined && request.method === "OPTIONS") return preflight(request);
  if (formKey !== undefined) return answerAtForm(request, formKey, dependencies);
  const thankedBy = thanksPath.exec(path)?.[1];
  if (thankedBy !== undefined) return thankAtForm(request, thankedBy, dependencies);
  if (path === "/healthz") return jsonResponse({ status: "ok" }, 200);
  if (path === "/thank-you") return thank();
  return answer(notFound("There is nothing at this address."), { request, cors: {} });
}

const thank = () => htmlResponse(thankYouPage(), 200, {}, { framedBy: anyPage });

async function answerAtForm(request: Request, formKey: string, { forms }: Dependencies): Promise<Response> {
  const lookup = await forms.lookUp(formKey);
  // It may have a page: who opens it should not be told that there is none.
  if (lookup.kind === "unavailable" && isReading(request))
    return answer(notTaken(openAgain), { request, cors: {} });
  if (lookup.kind === "found" && isReading(request)) {
    const hosted = showHosted(request, lookup.kept);
    if (hosted !== null) return hosted;
  }
  // Whoever opens a mistyped address in a browser should see that it is mistyped.
  const refusal =
    lookup.kind === "absent"
      ? notFound("There is no form with this key.")
      : wrongMethod('Post a form here: set it as the action of a form with method="post".');
  return answer(refusal, { request, cors: corsHeaders(null, unknownForm) });
}

/** In the words of the form's page; where that was switched off since it was sent, or nobody can tell, they are thanked all the same. */
async function thankAtForm(request: Request, formKey: string, { forms }: Dependencies): Promise<Response> {
  const lookup = await forms.lookUp(formKey);
  if (lookup.kind === "absent" || !isReading(request))
    return answer(notFound("There is nothing at this address."), { request, cors: {} });
  return (lookup.kind === "found" ? showHostedThanks(lookup.kept) : null) ?? thank();
}

const isReading = ({ method }: Request) => method === "GET" || method === "HEAD";
