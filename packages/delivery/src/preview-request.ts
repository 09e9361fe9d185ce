import { getAdapter } from "@leadrelay/adapters/registry";
import type { OutgoingDelivery } from "@leadrelay/adapters/adapter";
import { hiddenIn } from "./exchanges/hidden-in.ts";
import { publicRequestHeaders } from "./exchanges/public-headers.ts";
import { shownUrl } from "./exchanges/shown-url.ts";

/** A request as somebody may see it who may see the lead: without its destination's secrets. */
export interface PreviewedRequest {
  method: string;
  url: string;
  headers: Record<string, string>;
  body: string | null;
}

/**
 * The request that a first try would make, whole, and sends nothing: of a kind with several the first that is not for a token. Throws where
 * settings cannot be read or no request can be built.
 */
export async function previewRequest(
  kind: string,
  settings: unknown,
  delivery: OutgoingDelivery,
): Promise<PreviewedRequest> {
  const adapter = getAdapter(kind);
  const read = adapter.parseSettings(settings);
  const secrets = adapter.secretsOf(read);
  const step = adapter.steps.find(
    (one) => one.isForToken !== true && (one.isNeeded?.({}, read, delivery) ?? true),
  );
  if (step === undefined) throw new Error(`nothing is sent to a destination of kind ${kind}`);
  const request = await step.buildRequest(read, delivery, { kept: {}, token: "" });
  const hide = hiddenIn(request, secrets);
  return {
    method: request.method,
    url: shownUrl(request.url, secrets),
    headers: Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [
        name,
        publicRequestHeaders.has(name) ? hide(value) : "…",
      ]),
    ),
    body: request.body === null ? null : hide(request.body),
  };
}
