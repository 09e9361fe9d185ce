import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { createHook } from "./hook.ts";
import { refusedCaller } from "./refused-caller.ts";
import { createInboxFeed } from "./inbox-feed.ts";
import { inboxPage } from "./pages/inbox-page.ts";
import { landingPage } from "./pages/landing-page.ts";
import { notFoundPage, thankYouPage } from "./pages/small-pages.ts";
import { sendJson, sendPage } from "./send.ts";

export interface Receiver {
  stop(): Promise<void>;
}

/** The demo site: a landing page, what its leads look like where they arrive, and a hook that stands in for Make. */
export async function startReceiver(ports: {
  producer: number;
  receiver: number;
  consumer?: number;
}): Promise<Receiver> {
  const hook = createHook();
  const feed = createInboxFeed(hook.log);
  const formUrl = `http://127.0.0.1:${ports.producer}/f/frm_demo`;
  const adminUrl = `http://127.0.0.1:${ports.consumer ?? 8788}/`;

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const refused = refusedCaller(request);
    if (refused !== null) {
      request.resume();
      return sendJson(response, 403, { problem: refused });
    }
    const [path = "/"] = (request.url ?? "/").split("?");
    if (path === "/hook" || path.startsWith("/hook/")) return hook.handle(request, response, path);
    request.resume();
    switch (path) {
      case "/":
        return sendPage(response, 200, landingPage(formUrl, adminUrl));
      case "/thank-you":
        return sendPage(response, 200, thankYouPage());
      case "/inbox":
        return sendPage(response, 200, inboxPage(formUrl));
      case "/inbox/feed":
        return sendJson(response, 200, feed.newest());
      default:
        return sendPage(response, 404, notFoundPage());
    }
  }

  const server = createServer((request, response) => {
    // A caller that went away in mid-body needs no answer.
    handle(request, response).catch(() => response.destroy());
  });
  // A pooled connection must outlive the pauses between a burst's batches.
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen({ port: ports.receiver, host: "127.0.0.1", backlog: 1024 }, resolve);
  });
  return {
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
