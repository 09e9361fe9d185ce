import { STATUS_CODES, type IncomingMessage, type ServerResponse } from "node:http";
import { createBehaviours } from "./behaviours.ts";
import { readText } from "./read-text.ts";
import { createReceivedLog, receivedJson, type Received, type ReceivedLog } from "./received.ts";
import { sendJson } from "./send.ts";

export interface Hook {
  log: ReceivedLog;
  handle(request: IncomingMessage, response: ServerResponse, path: string): Promise<void>;
}

/** Stands in for Make: takes what is posted, remembers it, answers as scripted. */
export function createHook(): Hook {
  const behaviours = createBehaviours();
  const log = createReceivedLog();
  return {
    log,
    async handle(request, response, path) {
      const text = await readText(request);
      switch (`${request.method} ${path}`) {
        case "GET /hook/_received":
          return sendJson(response, 200, log.all().map(receivedJson));
        case "DELETE /hook/_received":
          log.clear();
          behaviours.clear();
          return sendJson(response, 200, { cleared: true });
        case "POST /hook/_behave": {
          const scripted = behaviours.script(text);
          if (scripted.ok) return sendJson(response, 200, scripted);
          return sendJson(response, 400, {
            ...scripted,
            expected: "an array of {status?, body?, headers?, delayMs?, hang?, times?}",
          });
        }
      }
      if (request.method !== "POST")
        return sendJson(response, 405, { problem: "The hook takes POST, as Make's does." });
      answer(request, response, path, text);
    },
  };

  function answer(request: IncomingMessage, response: ServerResponse, path: string, text: string): void {
    const behaviour = behaviours.next();
    const received: Received = {
      received_at: Date.now(),
      path,
      headers: request.headers,
      text,
      status: null,
    };
    log.add(received);
    if (behaviour.hang) return;
    const respond = () => {
      const { status = 200, headers, body = ownBody(status) } = behaviour;
      received.status = status;
      response.writeHead(status, { "content-type": "text/plain", ...headers });
      response.end(typeof body === "string" ? body : JSON.stringify(body));
    };
    if (behaviour.delayMs) setTimeout(respond, behaviour.delayMs);
    else respond();
  }
}

/** Make says "Accepted" to what it took; an error says what it is. */
const ownBody = (status: number) =>
  status < 300 ? "Accepted" : (STATUS_CODES[status] ?? `Scripted ${status}`);
