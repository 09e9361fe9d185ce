import { expect, it } from "vitest";
import { zoneName } from "./zone-name.ts";
import { zoneOffset } from "./zone-offset.ts";

const winter = Date.UTC(2026, 10, 30);
const summer = Date.UTC(2026, 6, 30);

it.each<[zone: string, at: number, name: string]>([
  ["UTC", winter, "UTC"],
  ["Asia/Kolkata", winter, "IST"],
  ["America/New_York", winter, "EST"],
  ["America/New_York", summer, "EDT"],
  ["Europe/London", summer, "BST"],
  ["Europe/London", winter, "GMT"],
  ["Australia/Sydney", winter, "AEDT"],
  ["Pacific/Auckland", winter, "NZDT"],
  ["America/Sao_Paulo", winter, "GMT-3"],
])("people in %s at %i say %s", (zone, at, name) => {
  expect(zoneName(zone, at)).toBe(name);
  expect(zoneName(zone, at)).toBe(name);
});

it.each<[what: string, zone: string, at: string, offset: string]>([
  ["in India, always", "Asia/Kolkata", "2026-11-30T00:00:59.999Z", "+05:30:00"],
  ["in New York in winter", "America/New_York", "2026-11-30T00:00Z", "-05:00:00"],
  [
    "in New York from the moment at which summer begins",
    "America/New_York",
    "2026-03-08T07:00Z",
    "-04:00:00",
  ],
  ["in New York up to it", "America/New_York", "2026-03-08T06:59:59.999Z", "-05:00:00"],
  ["in Nepal, by a quarter", "Asia/Kathmandu", "2026-11-30T00:00Z", "+05:45:00"],
  ["in Liberia while it kept odd seconds", "Africa/Monrovia", "1972-01-07T00:44:29Z", "-00:44:30"],
  [
    "in Liberia within the minute in which it gave them up",
    "Africa/Monrovia",
    "1972-01-07T00:44:45Z",
    "+00:00:00",
  ],
])("clocks are ahead of UTC %s", (_what, zone, at, offset) => {
  const ms = Math.abs(zoneOffset(zone, Date.parse(at)));
  const sign = zoneOffset(zone, Date.parse(at)) < 0 ? "-" : "+";
  expect(`${sign}${new Date(ms).toISOString().slice(11, 19)}`).toBe(offset);
});

it("there are clocks in every zone that the platform knows, asked one after the other", () => {
  for (const zone of Intl.supportedValuesOf("timeZone")) {
    expect(Math.abs(zoneOffset(zone, winter))).toBeLessThanOrEqual(14 * 3_600_000);
    expect(zoneName(zone, winter)).toMatch(/^[A-Z]/);
  }
  expect([zoneOffset("Asia/Kolkata", winter), zoneName("Asia/Kolkata", winter)]).toEqual([19_800_000, "IST"]);
});
