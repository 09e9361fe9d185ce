import { expect, test } from "vitest";
import { readWorkerVariables } from "./worker-settings.ts";

const ownKey = "local:AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
const read = (env: Record<string, string> = {}) => readWorkerVariables(env, () => ownKey);

test("unless told otherwise it is development, may deliver to this machine, and has a key of its own", () => {
  expect(read()).toEqual({
    producer: { ENVIRONMENT: "development" },
    consumer: {
      ENVIRONMENT: "development",
      ALLOW_PRIVATE_DESTINATIONS: "true",
      DELIVERY_MASTER_KEY: ownKey,
    },
  });
});

test("each Worker gets what is its own from the environment, and the producer no secret", () => {
  const given = {
    BOT_LEAD_DETECTION: "false",
    LEAD_REENGAGE_HOURS: "2",
    TEST_CLOCK_OFFSET_MS: "5",
    DELIVERY_MASTER_KEY: "mine:AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=",
    PATH: "/bin",
  };
  const { producer, consumer } = read(given);
  expect(producer).toMatchObject({ BOT_LEAD_DETECTION: "false", TEST_CLOCK_OFFSET_MS: "5" });
  expect(producer).not.toHaveProperty("DELIVERY_MASTER_KEY");
  expect(consumer).toMatchObject({
    LEAD_REENGAGE_HOURS: "2",
    TEST_CLOCK_OFFSET_MS: "5",
    DELIVERY_MASTER_KEY: given.DELIVERY_MASTER_KEY,
  });
  expect({ ...producer, ...consumer }).not.toHaveProperty("PATH");
});

test("the consumer is told where forms post to, unless the environment says it", () => {
  const here = "http://127.0.0.1:9001";
  const told = (env: Record<string, string>) =>
    readWorkerVariables(env, () => ownKey, here).consumer["PUBLIC_INTAKE_URL"];
  expect(told({ PUBLIC_INTAKE_URL: "" })).toBe(here);
  expect(told({ PUBLIC_INTAKE_URL: "https://leads.example.com" })).toBe("https://leads.example.com");
});

test("as production it keeps to public destinations without being asked", () => {
  const { consumer } = read({ ENVIRONMENT: "production" });
  expect(consumer).not.toHaveProperty("ALLOW_PRIVATE_DESTINATIONS");
});

test("a wrong setting of either Worker is named", () => {
  expect(() => read({ BOT_LEAD_DETECTION: "maybe" })).toThrow("BOT_LEAD_DETECTION");
  expect(() => read({ LEAD_REENGAGE_HOURS: "often" })).toThrow("LEAD_REENGAGE_HOURS");
});
