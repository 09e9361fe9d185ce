import { describe, expect, it } from "vitest";
import { readConfig } from "./config.ts";

describe("the producer's settings", () => {
  it("are the documented defaults where nothing is given", () => {
    expect(readConfig({ ENVIRONMENT: "production" })).toEqual({
      honeypotMode: "log",
      clockOffsetMs: 0,
      trackerPath: null,
      intakeMasterKeys: null,
    });
  });

  it.each([
    ["true", "log"],
    ["log", "log"],
    ["quarantine", "quarantine"],
    ["false", "off"],
    ["off", "off"],
  ])("BOT_LEAD_DETECTION %s is the honeypot's mode %s", (BOT_LEAD_DETECTION, honeypotMode) => {
    expect(readConfig({ ENVIRONMENT: "production", BOT_LEAD_DETECTION })).toMatchObject({ honeypotMode });
  });

  it.each([
    [{}, "ENVIRONMENT is missing"],
    [{ ENVIRONMENT: "test" }, "ENVIRONMENT is wrong"],
    [{ ENVIRONMENT: "development", BOT_LEAD_DETECTION: "no" }, "BOT_LEAD_DETECTION is wrong"],
    [{ ENVIRONMENT: "development", BOT_LEAD_DETECTION: "toString" }, "BOT_LEAD_DETECTION is wrong"],
    [{ ENVIRONMENT: "development", TEST_CLOCK_OFFSET_MS: "1d" }, "TEST_CLOCK_OFFSET_MS is wrong"],
    [
      { ENVIRONMENT: "production", TEST_CLOCK_OFFSET_MS: "5" },
      "TEST_CLOCK_OFFSET_MS is refused in production",
    ],
  ])("%o refuses to start and names the setting", (env, message) => {
    expect(() => readConfig(env)).toThrow(message);
  });
});
