import { amiss, fine, type HealthCheck } from "@leadrelay/contracts/health-check";
import { maxSkewSeconds } from "@leadrelay/signing/request-signature/header-grammar";

/** A signed request may be so far from the server's clock (docs/signing.md); half of it is worth a warning. */
const mostMs = maxSkewSeconds * 1000;

/** This machine's clock beside the server's, which may be off by what the request took. Times in ms. */
export function clockCheck(serverTime: number, askedAt: number, answeredAt: number): HealthCheck {
  const offMs = Math.max(0, askedAt - serverTime, serverTime - answeredAt);
  const name = "this_clock";
  if (offMs <= mostMs / 2) return fine(name, "This machine's clock agrees with the server's.");
  return amiss(offMs > mostMs ? "problem" : "warning", name, {
    message: `This machine's clock is ${Math.round(offMs / 1000)} seconds off the server's; signed requests are refused from ${maxSkewSeconds} on.`,
    todo: "Set this machine's clock, best by NTP.",
  });
}
