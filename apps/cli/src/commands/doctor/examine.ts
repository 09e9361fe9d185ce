import type { components } from "@leadrelay/client/schema.gen";
import { amiss, type HealthCheck } from "@leadrelay/contracts/health-check";
import { answerOf } from "../../api/answer-of.ts";
import type { Cli } from "../../cli.ts";
import { Failure } from "../../exit/failure.ts";
import { findIntakeOrigin } from "../send/intake-origin.ts";
import { checkAddress } from "./check-address.ts";
import { clockCheck } from "./clock-check.ts";

/** What was looked at. `covers` is how far the server could tell; null when it could not be asked. */
interface Examined {
  checks: HealthCheck[];
  /** As home shows them; null when the server could not be asked. */
  needs: components["schemas"]["Need"][] | null;
  covers: "installation" | "clients" | null;
}

/** What this machine sees of both Workers, and what the installation says of itself. */
export async function examine(cli: Cli): Promise<Examined> {
  const given = cli.settings().intakeUrl;
  const [api, ...others] = await Promise.all([
    checkAddress(cli.outside, "api", cli.url()),
    ...(given === undefined ? [] : [checkAddress(cli.outside, "intake", given)]),
  ]);
  // Where nothing names it the installation may.
  const told = given === undefined && api.state === "ok" ? await findIntakeOrigin(cli) : undefined;
  const seen = [
    api,
    ...others,
    ...(told === undefined ? [] : [await checkAddress(cli.outside, "intake", told)]),
  ];
  if (api.state !== "ok") return { checks: seen, needs: null, covers: null };
  const { checks, needs, covers } = await askServer(cli);
  return { checks: [...seen, ...checks], needs, covers };
}

async function askServer(cli: Cli): Promise<Examined> {
  try {
    const client = cli.api();
    const askedAt = cli.outside.now();
    const { server_time, covers, checks } = await answerOf(client.GET("/api/health"));
    const answeredAt = cli.outside.now();
    const needs = await askNeeds(client);
    return { checks: [clockCheck(server_time, askedAt, answeredAt), ...checks], needs, covers };
  } catch (error) {
    if (!(error instanceof Failure) || error.parts.ending === "usage") throw error;
    const { title, detail, whatToDo } = error.parts;
    return {
      checks: [amiss("problem", "health", { message: detail ?? title, todo: whatToDo ?? null })],
      needs: null,
      covers: null,
    };
  }
}

/** null: home could not be told, where the checks say why. They count all the same. */
async function askNeeds(client: ReturnType<Cli["api"]>): Promise<Examined["needs"]> {
  try {
    return (await answerOf(client.GET("/api/home", { params: { query: {} } }))).needs;
  } catch (error) {
    if (error instanceof Failure) return null;
    throw error;
  }
}
