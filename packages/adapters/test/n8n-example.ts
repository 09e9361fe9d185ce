import type { AdapterExample } from "./adapter-example.ts";

const path = "d5f0c3a1b2e4";
const token = "Bearer-9876543210";
const url = `https://n8n.example/webhook/${path}`;

/** A Webhook node that asks for a header. */
export const n8nExample: AdapterExample = {
  settings: { url, header_name: "Authorization", header_value: token, send_attribution: true },
  secrets: [path, token],
  wrong: [
    [{ url: `n8n.example/webhook/${path}` }, "url"],
    [{ url: `https://n8n.example/webhook-test/${path}` }, "url"],
    [{ url, header_name: "Authorization", header_value: null }, "header_value"],
    [{ url, header_value: token }, "header_name"],
    [{ url, header_name: "Host", header_value: token }, "header_name"],
    [{ url, header_name: "Authorization", header_value: `${token}\n` }, "header_value"],
    [{ url, send_attribution: 1 }, "send_attribution"],
  ],
  takenBody: '{"message":"Workflow was started"}',
  mostBodyBytes: 16 * 1024 * 1024,
};
