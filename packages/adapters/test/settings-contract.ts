import { expect } from "vitest";
import { WrongSettings } from "../src/settings/wrong-settings.ts";
import type { Contract } from "./contract.ts";

/** What is no settings of any kind. */
const nonsense: readonly unknown[] = [null, undefined, "text", 7, true, [], {}];

const problemOf = (parse: () => unknown): unknown => {
  try {
    return { accepted: parse() };
  } catch (error) {
    return error;
  }
};

export const settingsContract: Contract = {
  "settings that are nonsense are refused in words": (adapter, { wrong }) => {
    for (const settings of [...nonsense, ...wrong.map(([given]) => given)]) {
      const problem = problemOf(() => adapter.parseSettings(settings));
      expect(problem, JSON.stringify(settings)).toBeInstanceOf(WrongSettings);
      expect((problem as WrongSettings).problems).not.toEqual([]);
      for (const { detail } of (problem as WrongSettings).problems) expect(detail).toMatch(/^should \w+/);
    }
  },

  "what is wrong with settings names the setting, and no secret": (adapter, { wrong, secrets }) => {
    const given = JSON.stringify(wrong);
    for (const secret of secrets) expect(given).toContain(secret);
    for (const [settings, setting] of wrong) {
      const problem = problemOf(() => adapter.parseSettings(settings));
      expect(problem).toHaveProperty("message", expect.stringContaining(setting));
      for (const secret of secrets) expect(String(problem)).not.toContain(secret);
    }
  },

  "its example is accepted, and settings are the same once they were sealed and opened": (
    adapter,
    { settings },
  ) => {
    expect(adapter.parseSettings(adapter.exampleSettings)).toEqual(adapter.exampleSettings);
    const parsed = adapter.parseSettings(settings);
    expect(parsed).toEqual(settings);
    expect(adapter.parseSettings(JSON.parse(JSON.stringify(parsed)))).toEqual(parsed);
  },

  "every address that it will call can be checked before": (adapter, { settings }) => {
    const addresses = adapter.addresses(adapter.parseSettings(settings));
    expect(addresses.length + (adapter.fixedHosts?.length ?? 0)).toBeGreaterThan(0);
    for (const { setting, url } of addresses) expect(settings[setting]).toBe(url);
    const called = adapter.addresses(adapter.parseSettings(adapter.exampleSettings));
    expect(called.map(({ setting }) => setting)).toEqual(addresses.map(({ setting }) => setting));
  },

  "what is shown of settings tells them from others, and no secret": (adapter, { settings, secrets }) => {
    const shown = adapter.showSettings(adapter.parseSettings(settings));
    const example = adapter.showSettings(adapter.parseSettings(adapter.exampleSettings));
    expect(shown).not.toEqual(example);
    for (const value of Object.values(shown)) expect(typeof value).toMatch(/^(string|boolean)$/);
    for (const secret of secrets) expect(JSON.stringify(shown)).not.toContain(secret);
  },

  "its words for whoever writes settings name each of them": (adapter, { settings }) => {
    expect(adapter.settingsHelp.startsWith(`${adapter.kind}: `)).toBe(true);
    for (const setting of Object.keys(settings)) expect(adapter.settingsHelp).toContain(`\`${setting}\``);
    for (const names of [adapter.fields, adapter.exampleSettings])
      expect(Object.keys(names).toSorted()).toEqual(Object.keys(settings).toSorted());
  },

  "each setting has words for a form, and says whether it is secret": (adapter, { settings, secrets }) => {
    for (const [name, { label, help }] of Object.entries(adapter.fields)) {
      expect(label, name).toMatch(/^[A-Z][^\n.]{1,60}$/);
      expect(help, name).toMatch(/^[^\n]{5,400}[^.]$/);
    }
    const known = adapter.secretsOf(adapter.parseSettings(settings)).join(" ");
    for (const secret of secrets) expect(known).toContain(secret);
  },
};
