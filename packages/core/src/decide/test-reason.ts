import type { NetworkUsage } from "@leadrelay/contracts/network-usage";
import { isTestContent } from "../test-leads/is-test-content.ts";
import { isMarkedTest } from "../test-leads/is-marked-test.ts";
import type { ClientFacts } from "./facts.ts";
import type { Submission } from "../identity/submission.ts";

type TestReason = "marked" | "allowed_ip" | "test_string";

/** Why a submission is a test, or null: it says so, its address is marked "testing", or a match string of the client is in it. */
export function testReason(
  submission: Submission,
  client: Pick<ClientFacts, "test_strings">,
  allowed: NetworkUsage | undefined,
): TestReason | null {
  if (isMarkedTest(submission.payload_json)) return "marked";
  if (allowed === "testing") return "allowed_ip";
  return isTestContent(submission.fields, client.test_strings) ? "test_string" : null;
}
