import { expect } from "vitest";
import { samplePayload } from "../src/make/sample-payload.ts";
import type { Contract } from "./contract.ts";
import { longestPayload, outgoing } from "./outgoing.ts";

export const requestContract: Contract = {
  "its request can be sent, over https": (adapter, { settings }) => {
    const request = adapter.buildRequest(adapter.parseSettings(settings), outgoing());
    const { url, method, headers, body } = request;
    expect(() => new Request(url, { method, headers, body })).not.toThrow();
    expect(method).toBe("POST");
    expect(new URL(url).protocol).toBe("https:");
    expect(new Headers(headers).get("user-agent")).toMatch(/^LeadRelay\//);
    expect(new Headers(headers).get("content-type")).toBeTruthy();
  },

  "its request goes to no host that was not checked": (adapter, { settings }) => {
    const parsed = adapter.parseSettings(settings);
    const hosts = adapter.addresses(parsed).map(({ url }) => new URL(url).host);
    expect(hosts).toContain(new URL(adapter.buildRequest(parsed, outgoing()).url).host);
  },

  "every try carries the delivery's id, by which the receiver knows it again": (adapter, { settings }) => {
    for (const attempt of [1, 7]) {
      const delivery = { ...outgoing(), attempt };
      const request = adapter.buildRequest(adapter.parseSettings(settings), delivery);
      expect(JSON.stringify(request)).toContain(delivery.delivery_public_id);
    }
  },

  "the longest lead that a form takes is one that the receiver reads": (
    adapter,
    { settings, mostBodyBytes },
  ) => {
    const { body } = adapter.buildRequest(adapter.parseSettings(settings), outgoing(longestPayload));
    expect(new TextEncoder().encode(body).length).toBeLessThanOrEqual(mostBodyBytes);
  },

  "its body is what people are shown of it": (adapter, { settings }) => {
    const parsed = adapter.parseSettings(settings);
    const request = adapter.buildRequest(parsed, outgoing());
    expect(new Headers(request.headers).get("content-type")).toMatch(/^application\/json/);
    const shown: unknown = JSON.parse(JSON.stringify(adapter.sentBody(parsed, outgoing())));
    expect(JSON.parse(request.body)).toEqual(shown);
  },

  "by its body the person can be reached": (adapter, { settings }) => {
    const { body } = adapter.buildRequest(adapter.parseSettings(settings), outgoing());
    for (const told of ["first_name", "email", "phone_mobile"] as const)
      expect(body).toContain(samplePayload[told]);
  },

  "its body holds none of its settings' secrets": (adapter, { settings, secrets }) => {
    const { body } = adapter.buildRequest(adapter.parseSettings(settings), outgoing());
    for (const secret of secrets) expect(body).not.toContain(secret);
  },
};
