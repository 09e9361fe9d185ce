import { ruleFields, type RuleSettings } from "@leadrelay/adapters/webhook/rules/rule-fields";
import { webhookSettings } from "@leadrelay/adapters/webhook/settings";
import { WrongSettings } from "@leadrelay/adapters/settings/wrong-settings";
import type { DestinationDetails } from "@leadrelay/db/destinations/destination-details";
import { openSettings } from "@leadrelay/delivery/open-settings";
import type { AdminDependencies } from "../dependencies.ts";
import { apiProblem } from "../problems/api-problem.ts";
import { refuseSettings } from "./refuse-settings.ts";

/**
 * The response rules that a webhook has, and those that it would have by what is given over them. Throws the 422 that names each rule at fault,
 * and the 409 of a destination without any.
 */
export async function readRules(
  { id, kind, ...sealed }: Pick<DestinationDetails, "id" | "kind" | "sealed_settings">,
  given: Readonly<Record<string, unknown>>,
  { sealer }: Pick<AdminDependencies, "sealer">,
): Promise<{ before: RuleSettings; after: RuleSettings }> {
  if (kind !== "webhook")
    throw apiProblem(
      "conflict",
      `Only a webhook has response rules: what ${kind} answers is read as its documentation says.`,
    );
  refuseSettings(
    Object.keys(given)
      .filter((name) => !Object.hasOwn(ruleFields, name))
      .map((setting) => ({
        setting,
        detail: `is no response rule: there are ${Object.keys(ruleFields).join(", ")}`,
      })),
  );
  const opened = await openSettings({ id, ...sealed }, sealer).catch(() => {
    throw apiProblem(
      "conflict",
      `No master key opens its settings: \`leadrelay destination change ${id} --address\`.`,
    );
  });
  const before = webhookSettings.parseSettings(opened);
  try {
    return { before, after: webhookSettings.parseSettings({ ...before, ...given }) };
  } catch (error) {
    if (error instanceof WrongSettings) refuseSettings(error.problems);
    throw error;
  }
}
