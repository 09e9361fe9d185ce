import { InvalidSettings } from "@leadrelay/contracts/settings";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { consumerSettings, readConfig } from "./config.ts";

const key = "k1:AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
const least = {
  ENVIRONMENT: "production",
  DELIVERY_MASTER_KEY: key,
  PUBLIC_URL: "https://relay.example.com",
};

function problemsOf(env: Record<string, unknown>): string {
  try {
    readConfig(env);
  } catch (error) {
    expect(error).toBeInstanceOf(InvalidSettings);
    return (error as InvalidSettings).message;
  }
  return "";
}

describe("the consumer's settings", () => {
  it("are the documented defaults where nothing is given", () => {
    expect(readConfig(least)).toEqual({
      environment: "production",
      reengageHours: 24,
      duplicateWindowMinutes: 30,
      identityGuard: true,
      retrySchedule: [1, 2, 4, 60, 300, 1800, 7200, 18_000, 36_000].map((seconds) => seconds * 1000),
      deliveryTimeoutMs: 10_000,
      firstAttempts: 6,
      exchangesKeptMs: 30 * 86_400_000,
      allowPrivateDestinations: false,
      checksDestinationDns: true,
      databaseLimitBytes: 10_000_000_000,
      refusalLimits: { least: 5, share: 0.5 },
      publicUrl: "https://relay.example.com",
      intakeUrl: null,
      masterKeys: key,
      intakeMasterKeys: null,
      clockOffsetMs: 0,
    });
  });

  it("are read from text, and from the numbers and booleans wrangler allows", () => {
    const given = {
      ENVIRONMENT: "development",
      LEAD_REENGAGE_HOURS: 0.5,
      DUPLICATE_WINDOW_MINUTES: "0",
      IDENTITY_GUARD: "off",
      DELIVERY_RETRY_SCHEDULE: "quick",
      ALLOW_PRIVATE_DESTINATIONS: true,
      PUBLIC_URL: "https://relay.example/path",
      PUBLIC_INTAKE_URL: "https://leads.example/f/frm_1",
      TEST_CLOCK_OFFSET_MS: "-90000",
    };
    expect(readConfig({ ...least, ...given })).toMatchObject({
      reengageHours: 0.5,
      duplicateWindowMinutes: 0,
      identityGuard: false,
      retrySchedule: [1000, 2000, 4000],
      allowPrivateDestinations: true,
      publicUrl: "https://relay.example",
      intakeUrl: "https://leads.example",
      clockOffsetMs: -90_000,
    });
  });

  it("that are blank count as not given", () => {
    const blank = Object.fromEntries(Object.keys(consumerSettings).map((name) => [name, ""]));
    expect(readConfig({ ...blank, ...least })).toEqual(readConfig(least));
  });
});

describe("a wrong value refuses to start and names itself", () => {
  it.each([
    ["ENVIRONMENT", "staging"],
    ["ENVIRONMENT", undefined],
    ["LEAD_REENGAGE_HOURS", "-1"],
    ["IDENTITY_GUARD", "true"],
    ["LEAD_REENGAGE_HOURS", "soon"],
    ["LEAD_REENGAGE_HOURS", "8761"],
    ["LEAD_REENGAGE_HOURS", "NaN"],
    ["DUPLICATE_WINDOW_MINUTES", "30m"],
    ["DUPLICATE_WINDOW_MINUTES", "-5"],
    ["DELIVERY_RETRY_SCHEDULE", "1s,later"],
    ["DELIVERY_RETRY_SCHEDULE", "25h"],
    ["DELIVERY_RETRY_SCHEDULE", "0s"],
    ["DELIVERY_RETRY_SCHEDULE", ","],
    ["DELIVERY_TIMEOUT_MS", "99"],
    ["FIRST_ATTEMPTS", "7"],
    ["FIRST_ATTEMPTS", "-1"],
    ["DELIVERY_TIMEOUT_MS", "1500.5"],
    ["DELIVERY_TIMEOUT_MS", " "],
    ["ALLOW_PRIVATE_DESTINATIONS", "1"],
    ["PUBLIC_URL", "relay.example"],
    ["PUBLIC_URL", "ftp://relay.example"],
    ["PUBLIC_INTAKE_URL", "leads.example"],
    ["TEST_CLOCK_OFFSET_MS", "1h"],
    ["TEST_CLOCK_OFFSET_MS", "1.5"],
    ["DELIVERY_MASTER_KEY", "short"],
    ["DELIVERY_MASTER_KEY", undefined],
    ["DELIVERY_MASTER_KEY", `${key},`],
  ] as const)("%s=%s", (name, value) => {
    const message = problemsOf({ ...least, ENVIRONMENT: "development", [name]: value });
    expect(message).toContain(`${name} ${value === undefined ? "is missing" : "is wrong"}`);
    expect(message).toContain(`it should be ${consumerSettings[name].range}`);
  });

  it.each([
    ["TEST_CLOCK_OFFSET_MS", "1000"],
    ["ALLOW_PRIVATE_DESTINATIONS", "true"],
  ])("%s=%s in production only", (name, value) => {
    expect(problemsOf({ ...least, [name]: value })).toContain(`${name} is refused in production`);
    expect(problemsOf({ ...least, ENVIRONMENT: "development", [name]: value })).toBe("");
  });

  it.each([
    [true, {}],
    [false, { CHECK_DESTINATION_DNS: "false" }],
    [false, { ENVIRONMENT: "development", ALLOW_PRIVATE_DESTINATIONS: "true" }],
    [
      false,
      { ENVIRONMENT: "development", ALLOW_PRIVATE_DESTINATIONS: "true", CHECK_DESTINATION_DNS: "true" },
    ],
  ])("destinations are looked up: %s with %j", (looksUp, given) => {
    expect(readConfig({ ...least, ...given }).checksDestinationDns).toBe(looksUp);
  });

  it("PUBLIC_URL missing in production only: links would begin with whatever Host a request names", () => {
    for (const PUBLIC_URL of [undefined, ""]) {
      expect(problemsOf({ ...least, PUBLIC_URL })).toContain(
        "PUBLIC_URL is missing and required in production",
      );
      expect(problemsOf({ ...least, PUBLIC_URL, ENVIRONMENT: "development" })).toBe("");
    }
  });

  it("beside every other that is wrong", () => {
    const message = problemsOf({ DELIVERY_TIMEOUT_MS: "x", PUBLIC_URL: "x" });
    for (const name of ["ENVIRONMENT", "DELIVERY_TIMEOUT_MS", "PUBLIC_URL", "DELIVERY_MASTER_KEY"])
      expect(message).toContain(name);
  });

  it("and never prints a master key, however it is wrong", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-z0-9+/=:,_-]{12,80}$/), (wrong) => {
        const message = problemsOf({ ...least, DELIVERY_MASTER_KEY: wrong });
        expect(message).not.toContain(wrong);
      }),
    );
    expect(problemsOf({ ...least, DELIVERY_MASTER_KEY: `${key}x` })).not.toContain("AAECAwQF");
  });
});
