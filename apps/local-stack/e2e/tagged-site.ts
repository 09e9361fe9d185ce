import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll } from "vitest";
import type { TestStack } from "../harness/start-stack.ts";

const page = (tag: string, body: string) =>
  `<!doctype html><html lang="en"><title>Lakeside</title>${tag}<body style="margin:0">${body}</body></html>`;

/** A client's own site with the tag on three pages, and the demo form on the last. */
export function useTaggedSite(stack: () => TestStack, attributes = ""): () => string {
  const server = createServer(({ url = "/" }, response) => {
    const { producerUrl } = stack();
    const tag = `<script defer src="${producerUrl}/t.js" data-form="frm_demo" ${attributes}></script>`;
    const bodies: Record<string, string> = {
      "/": `<a id="prices" href="/pricing?from=home">Prices</a>`,
      "/pricing": `<div style="height:3000px">Prices</div><button id="more">More</button> <a id="contact" href="/contact">Contact</a>`,
      "/contact": `<form method="post" action="${producerUrl}/f/frm_demo">
        <label>Name <input name="name"></label> <label>E-mail <input name="email"></label>
        <input type="hidden" name="action" value="a field that hides the form's own property">
        <button>Send</button></form>`,
    };
    const body = bodies[new URL(url, "http://site").pathname];
    response.writeHead(body === undefined ? 404 : 200, { "content-type": "text/html; charset=utf-8" });
    response.end(body === undefined ? "" : page(tag, body));
  });
  beforeAll(() => new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve)));
  afterAll(() => void server.close());
  return () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
