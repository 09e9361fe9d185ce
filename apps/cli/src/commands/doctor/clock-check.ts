import type { components } from "@leadrelay/client/schema.gen";

type Check = components["schemas"]["HealthCheck"];

/** A signed request may be so far from the server's clock (docs/signing.md); half of it is worth a warning. */
const mostMs = 300_000;

/** This machine's clock beside the server's, which may be off by what the request took. Times in ms. */
export function clockCheck(serverTime: number, askedAt: number, answeredAt: number): Check {
  const offMs = Math.max(0, askedAt - serverTime, serverTime - answeredAt);
  const seconds = Math.round(offMs / 1000);
  const name = "this_clock";
  if (offMs <= mostMs / 2)
    return {
      name,
      state: "ok",
      message: "This machine's clock agrees with the server's.",
      what_to_do: null,
      since: null,
    };
  return {
    name,
    state: offMs > mostMs ? "problem" : "warning",
    message: `This machine's clock is ${seconds} seconds off the server's; signed requests are refused from ${mostMs / 1000} on.`,
    what_to_do: "Set this machine's clock, best by NTP.",
    since: null,
  };
}
