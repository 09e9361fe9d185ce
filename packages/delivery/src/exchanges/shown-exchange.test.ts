import type { OutgoingRequest, ReceivedResponse } from "@leadrelay/adapters/adapter";
import { describe, expect, it } from "vitest";
import { shownExchange } from "./shown-exchange.ts";

const hook = "https://Hook.example.com/s3cr3t-path/x?token=abcdef";
const request: OutgoingRequest = {
  url: "https://hook.example.com/s3cr3t-path/x?token=abcdef",
  method: "POST",
  headers: {
    "content-type": "application/json",
    "user-agent": "LeadRelay",
    "webhook-id": "dlv_1",
    "webhook-timestamp": "1700000000",
    "webhook-signature": "v1,c2lnbmF0dXJl",
    authorization: "Bearer header-token",
  },
  body: '{"email":"asha@example.com"}',
};
const response = (body: string, more: Partial<ReceivedResponse> & { as?: Record<string, string> } = {}) => ({
  status: 200,
  headers: new Headers(more.as),
  body,
  receivedAt: 0,
  ...more,
});
const shown = (body: string, secrets = [hook, 'pass"word']) =>
  shownExchange({ request, response: response(body) }, secrets);

describe("of a request", () => {
  it("what tells it apart is shown, and nothing that lets in or signs", () => {
    expect(shown("ok").request).toEqual({
      method: "POST",
      url: "https://hook.example.com/…",
      headers: {
        "content-type": "application/json",
        "user-agent": "LeadRelay",
        "webhook-id": "dlv_1",
        "webhook-timestamp": "1700000000",
        "webhook-signature": "…",
        authorization: "…",
      },
      body: '{"email":"asha@example.com"}',
    });
  });

  it.each([
    [
      "its own path stays where no secret is an address there",
      "https://api.example.com/crm/contacts?q=a",
      "https://api.example.com/crm/contacts?q=a",
    ],
    [
      "a token in it does not",
      "https://api.example.com/bot123456:abc/sendMessage",
      "https://api.example.com/bot…/sendMessage",
    ],
    ["one that is none is none", "no address", "…"],
  ])("of its address %s", (_what, url, as) => {
    expect(shownExchange({ request: { ...request, url }, response: null }, ["123456:abc"]).request.url).toBe(
      as,
    );
  });

  it.each([
    ["as JSON writes it", String.raw`{"p":"pass\"word"}`, '{"p":"…"}'],
    ["as a form writes it", "p=pass%22word", "p=…"],
    ["and a header's value", "is header-token here", "is … here"],
    ["and a part of the secret address", "at s3cr3t-path", "at …"],
    ["and a signed token", "assertion=eyJhbGciOi.eyJpc3Mi.c2ln-_&x", "assertion=…&x"],
  ])("a secret is out of its body %s", (_how, body, as) => {
    const sent = { ...request, body };
    expect(shownExchange({ request: sent, response: null }, [hook, 'pass"word']).request.body).toBe(as);
  });

  it("a value that stands in a public header is hidden where it is a secret, too", () => {
    const sent = { ...request, headers: { version: "2021-secret" } };
    expect(shownExchange({ request: sent, response: null }, ["2021-secret"]).request.headers).toEqual({
      version: "…",
    });
  });

  it("words of an address that is no secret are none", () => {
    const sent = { ...request, url: "https://api.example.com/contacts" };
    expect(shownExchange({ request: sent, response: response("no contacts") }, []).answer?.body).toBe(
      "no contacts",
    );
  });

  it("8 KB of a body are kept, cut once its secrets are out", () => {
    const sent = { ...request, body: `${"x".repeat(8 * 1024 - 4)}header-token` };
    expect(shownExchange({ request: sent, response: null }, []).request).toMatchObject({
      body: `${"x".repeat(8 * 1024 - 4)}…`,
    });
    expect(
      shownExchange({ request: { ...sent, body: "ä".repeat(4097) }, response: null }, []).request,
    ).toMatchObject({
      body: "ä".repeat(4096),
      is_cut: true,
    });
  });
});

describe("of an answer", () => {
  it("no answer is none", () => {
    expect(shownExchange({ request, response: null }, []).answer).toBeNull();
  });

  it("headers that people go by are shown, a secret in them is not", () => {
    const as = {
      "content-type": "text/plain",
      "x-request-id": "r1",
      "retry-after": "9",
      "x-ratelimit-remaining": "0",
      "ratelimit-limit": "1",
      location: "https://hook.example.com/s3cr3t-path/x?token=abcdef",
      "set-cookie": "session=1",
      server: "nginx",
    };
    expect(shownExchange({ request, response: response("", { as }) }, [hook]).answer).toEqual({
      status: 200,
      headers: {
        "content-type": "text/plain",
        "x-request-id": "r1",
        "retry-after": "9",
        "x-ratelimit-remaining": "0",
        "ratelimit-limit": "1",
        location: "…",
      },
      body: "",
    });
  });

  it("2 KB of a body are kept", () => {
    expect(shown("ä".repeat(1025)).answer).toMatchObject({ body: "ä".repeat(1024), is_cut: true });
    expect(shown("ä".repeat(1024)).answer).toEqual({ status: 200, headers: {}, body: "ä".repeat(1024) });
  });

  it("one that broke off says so", () => {
    const broken = response("half", { isCut: true });
    expect(shownExchange({ request, response: broken }, []).answer).toMatchObject({
      body: "half",
      is_cut: true,
    });
  });

  it.each([
    ["with a token nothing is shown", 200, "…"],
    ["that gives none its words are", 401, '{"error":"invalid_client"}'],
  ])("to a request for a token, %s", (_what, status, body) => {
    const answered = response('{"error":"invalid_client"}', { status });
    expect(shownExchange({ request, response: answered, isForToken: true }, []).answer?.body).toBe(body);
  });
});
