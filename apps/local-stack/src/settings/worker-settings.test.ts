import { expect, test } from "vitest";
import { readWorkerVariables } from "./worker-settings.ts";

const ownKey = "local:AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
const intakeKey = "local:ICEiIyQlJicoKSorLC0uLzAxMjM0NTY3ODk6Ozw9Pj8=";
const own = { PUBLIC_URL: "http://127.0.0.1:8788", PUBLIC_INTAKE_URL: "http://127.0.0.1:8787" };
const read = (env: Record<string, string> = {}) =>
  readWorkerVariables(env, { master: () => ownKey, intake: () => intakeKey }, own);

test("unless told otherwise it is development, may deliver to this machine, and has a key of its own", () => {
  expect(read()).toEqual({
    producer: { ENVIRONMENT: "development", INTAKE_MASTER_KEY: intakeKey },
    consumer: {
      ENVIRONMENT: "development",
      ALLOW_PRIVATE_DESTINATIONS: "true",
      ...own,
      DELIVERY_MASTER_KEY: ownKey,
      INTAKE_MASTER_KEY: intakeKey,
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

test("as production it keeps to public destinations without being asked", () => {
  const { consumer } = read({ ENVIRONMENT: "production" });
  expect(consumer).not.toHaveProperty("ALLOW_PRIVATE_DESTINATIONS");
});

test("links begin with the stack's own addresses, not with what a request's Host says, unless others are given", () => {
  expect(read({ ENVIRONMENT: "production", PUBLIC_URL: "", PUBLIC_INTAKE_URL: "" }).consumer).toMatchObject(
    own,
  );
  const given = { PUBLIC_URL: "https://relay.example.com", PUBLIC_INTAKE_URL: "https://leads.example.com" };
  expect(read(given).consumer).toMatchObject(given);
});

test("a wrong setting of either Worker is named", () => {
  expect(() => read({ BOT_LEAD_DETECTION: "maybe" })).toThrow("BOT_LEAD_DETECTION");
  expect(() => read({ LEAD_REENGAGE_HOURS: "often" })).toThrow("LEAD_REENGAGE_HOURS");
});
