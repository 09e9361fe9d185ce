import { expect } from "vitest";
import { toldTypes, isNoticeType } from "@leadrelay/contracts/event-type";
import { samplePayload } from "../src/make/sample-payload.ts";
import type { Contract } from "./contract.ts";
import { longestPayload, outgoing } from "./outgoing.ts";
import { readBody } from "./read-body.ts";
import { sampleNotice } from "./sample-notice.ts";
import { leadRequest, tryAdapter } from "./try-adapter.ts";

const noticeTypes = toldTypes.filter(isNoticeType);

export const requestContract: Contract = {
  "its requests can be sent, over https": async (adapter, example) => {
    for (const { url, method, headers, body } of (await tryAdapter(adapter, example)).requests) {
      expect(() => new Request(url, { method, headers, body })).not.toThrow();
      expect(body === null).toBe(method === "GET");
      expect(new URL(url).protocol).toBe("https:");
      expect(new Headers(headers).get("user-agent")).toMatch(/^LeadRelay\//);
      if (body !== null) expect(new Headers(headers).get("content-type")).toBeTruthy();
    }
  },

  "its requests go to no host that was not checked, or is not its receiver's own": async (
    adapter,
    example,
  ) => {
    const named = adapter
      .addresses(adapter.parseSettings(example.settings))
      .map(({ url }) => new URL(url).host);
    for (const { url } of (await tryAdapter(adapter, example)).requests)
      expect([...named, ...(adapter.fixedHosts ?? [])]).toContain(new URL(url).host);
  },

  "every try carries the delivery's id, by which the receiver knows it again": async (adapter, example) => {
    for (const attempt of [1, 7]) {
      const delivery = { ...outgoing(), attempt };
      const request = await leadRequest(adapter, example, { delivery });
      expect(JSON.stringify(request)).toContain(delivery.delivery_public_id);
    }
  },

  "the longest lead that a form takes is one that the receiver reads": async (adapter, example) => {
    const delivery = outgoing(longestPayload);
    for (const { body } of (await tryAdapter(adapter, example, { delivery })).requests)
      expect(new TextEncoder().encode(body ?? "").length).toBeLessThanOrEqual(example.mostBodyBytes);
  },

  "its body is what people are shown of it": async (adapter, example) => {
    const parsed = adapter.parseSettings(example.settings);
    const { requests } = await tryAdapter(adapter, example);
    const shown = JSON.parse(JSON.stringify(adapter.sentBody(parsed, outgoing()))) as Record<string, unknown>;
    const bodyOf = (step?: string) => {
      const request = requests.findLast((one) => step === undefined || one.step === step);
      return request && withoutNames(readBody(request), example.fromSteps);
    };
    const { shownBySteps } = example;
    const sent = shownBySteps && Object.fromEntries(shownBySteps.map((step) => [step, bodyOf(step)]));
    expect(sent ?? bodyOf()).toEqual(shown);
  },

  "by its body the person can be reached": async (adapter, example) => {
    const { body } = await leadRequest(adapter, example);
    const usual = [samplePayload.first_name, samplePayload.email, samplePayload.phone_mobile];
    for (const told of example.tells ?? usual) expect(body).toContain(told);
  },

  "what it takes besides leads says what happened, and is one that the receiver reads": async (
    adapter,
    example,
  ) => {
    if (adapter.takesNotices !== true) return;
    for (const type of noticeTypes)
      for (const payload of [samplePayload, longestPayload]) {
        const notice = sampleNotice(type);
        const delivery = outgoing(payload);
        const told = { ...delivery, event: { ...delivery.event, type, notice } };
        const { body } = await leadRequest(adapter, example, { delivery: told });
        expect(new TextEncoder().encode(body ?? "").length).toBeLessThanOrEqual(example.mostBodyBytes);
        const isForm = body?.startsWith("{") === false;
        const read = isForm ? decodeURIComponent((body ?? "").replaceAll("+", " ")) : body;
        expect(read).toContain(notice.summary);
      }
  },

  "its body holds none of its settings' secrets": async (adapter, example) => {
    const { body } = await leadRequest(adapter, example);
    for (const secret of example.secrets) expect(body).not.toContain(secret);
  },

  "a try that fails at a step begins the next time with what was done, and makes no lead twice": async (
    adapter,
    example,
  ) => {
    const whole = await tryAdapter(adapter, example);
    const steps = whole.requests.map(({ step }) => step);
    for (const failing of new Set(steps)) {
      const answers = (step: string) => (step === failing ? { status: 503 } : undefined);
      const first = await tryAdapter(adapter, example, { answers });
      const again = await tryAdapter(adapter, example, { kept: first.kept });
      const repeated = again.requests.map(({ step }) => step).filter((step) => step !== failing);
      // What only asks may ask again.
      const made = first.requests.filter(({ method }) => method !== "GET");
      const done = made.map(({ step }) => step).filter((step) => step !== failing);
      const tokens = new Set(adapter.steps.filter(({ isForToken }) => isForToken).map(({ name }) => name));
      for (const step of done.filter((one) => !tokens.has(one))) expect(repeated).not.toContain(step);
      expect(again.end).toEqual(whole.end);
    }
  },
};

const withoutNames = (body: unknown, names: readonly string[] = []): unknown =>
  typeof body === "object" && body !== null
    ? Object.fromEntries(Object.entries(body).filter(([name]) => !names.includes(name)))
    : body;
