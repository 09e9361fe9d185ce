import type { OutgoingRequest, ReceivedResponse } from "@leadrelay/adapters/adapter";
import type { Exchange } from "@leadrelay/contracts/exchange";
import { excerpt } from "./excerpt.ts";
import { hiddenIn } from "./hidden-in.ts";
import { publicRequestHeaders, isPublicAnswerHeader } from "./public-headers.ts";
import { shownUrl } from "./shown-url.ts";

/** A request of a try and what came back. */
export interface MadeExchange {
  request: OutgoingRequest;
  /** null: nothing came. */
  response: ReceivedResponse | null;
  /** It asked for a token: what it was answered is a secret as a whole. */
  isForToken?: boolean;
}

/** How much of a body is kept, in bytes of UTF-8. */
const mostRequestBytes = 8 * 1024;
const mostAnswerBytes = 2 * 1024;
const mostHeaderBytes = 200;
const mostHeaders = 20;

/**
 * An exchange as somebody may see it who may see the lead: without the destination's secrets, its signature, and tokens; of its address no more
 * than does not let in; of long bodies the beginning.
 * @param secrets of its settings
 */
export function shownExchange(
  { request, response, isForToken = false }: MadeExchange,
  secrets: readonly string[],
): Exchange {
  const hide = hiddenIn(request, secrets);
  const body = request.body === null ? null : excerpt(hide(request.body), mostRequestBytes);
  return {
    request: {
      method: request.method,
      url: shownUrl(request.url, secrets),
      headers: fewOf(
        Object.entries(request.headers).map(([name, value]) => [
          name,
          publicRequestHeaders.has(name) ? hide(value) : "…",
        ]),
      ),
      body: body === null ? null : body.text,
      ...(body?.isCut === true ? { is_cut: true } : {}),
    },
    answer: response === null ? null : shownAnswer(response, hide, isForToken),
  };
}

function shownAnswer(
  { status, headers, body, isCut }: ReceivedResponse,
  hide: (text: string) => string,
  isForToken: boolean,
): NonNullable<Exchange["answer"]> {
  const said =
    isForToken && status < 300 ? { text: "…", isCut: false } : excerpt(hide(body), mostAnswerBytes);
  return {
    status,
    headers: fewOf(
      [...headers].flatMap(([name, value]) => (isPublicAnswerHeader(name) ? [[name, hide(value)]] : [])),
    ),
    body: said.text,
    ...(said.isCut || isCut === true ? { is_cut: true } : {}),
  };
}

const fewOf = (headers: [name: string, value: string][]): Record<string, string> =>
  Object.fromEntries(
    headers.slice(0, mostHeaders).map(([name, value]) => [name, excerpt(value, mostHeaderBytes).text]),
  );
