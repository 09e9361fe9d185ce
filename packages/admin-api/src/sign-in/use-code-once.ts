import { runOne } from "@leadrelay/db/run-batch";
import { pipelineScope } from "@leadrelay/db/scope";
import { useTotpStep } from "@leadrelay/db/sign-in/use-totp-step";
import { symmetricDecrypt } from "better-auth/crypto";
import * as z from "zod";
import type { AuthContext } from "./auth-context.ts";
import { whoseTurn } from "./who-is-concerned.ts";
import { totpStep } from "./totp-step.ts";

const secondFactorSchema = z.object({ id: z.string(), secret: z.string() });

/**
 * Whether a right code was used before, also by a request of the same moment; from now on it is. A wrong one is left to the library. The library
 * takes a code for as long as its minute and a half lasts, so whoever saw one could use it after its owner.
 */
export async function isCodeUsed(operation: AuthContext, code: string, d1: D1Database): Promise<boolean> {
  const operatorId = await whoseTurn(operation);
  if (operatorId === undefined) return false;
  const where = [{ field: "userId", value: operatorId }];
  const found = secondFactorSchema.safeParse(
    await operation.context.adapter.findOne({ model: "twoFactor", where }),
  );
  if (!found.success) return false;
  const { id: secondFactorId, secret } = found.data;
  const key = operation.context.secretConfig;
  // By the clock that the library goes by.
  const step = await totpStep(await symmetricDecrypt({ key, data: secret }), code, Date.now());
  if (step === undefined) return false;
  return (await runOne(d1, useTotpStep(pipelineScope, { secondFactorId, step }))) === 0;
}
