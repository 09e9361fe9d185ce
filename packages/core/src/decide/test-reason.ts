import type { NetworkUsage } from "@leadrelay/contracts/network-usage";
import { isTestContent } from "../test-leads/is-test-content.ts";
import type { ClientFacts } from "./facts.ts";
import type { Submission } from "../identity/submission.ts";

/** Why a submission is a test, or null: its address is marked "testing", or a match string of the client is in it. */
export function testReason(
  submission: Submission,
  client: Pick<ClientFacts, "test_strings">,
  allowed: NetworkUsage | undefined,
): "allowed_ip" | "test_string" | null {
  if (allowed === "testing") return "allowed_ip";
  return isTestContent(submission.fields, client.test_strings) ? "test_string" : null;
}
