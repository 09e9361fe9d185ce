import type { SignatureHeader } from "@leadrelay/signing/request-signature/signature-headers";
import {
  signatureProblems,
  type SignatureProblem,
} from "@leadrelay/signing/request-signature/signature-problem";
import { ApiProblem } from "../problems/api-problem.ts";
import { problemUri } from "../problems/problem-types.ts";

/**
 * The 401 of a signed request; each reason has a type of its own, its code with dashes. A wrong clock is told the time here.
 * @param about the header at fault, where it is one header's; when the secret that signed it ended (ms), told to nobody but who has it
 */
export function signatureRefusal(
  code: SignatureProblem,
  nowMs: number,
  { header, endedAt }: { header?: SignatureHeader | undefined; endedAt?: number } = {},
): ApiProblem {
  const { title, whatToDo } = signatureProblems[code];
  const isClock = code === "signature_timestamp_skew";
  const seconds = Math.floor(nowMs / 1000);
  const here = isClock ? ` Here it is ${new Date(seconds * 1000).toISOString()}, unix time ${seconds}.` : "";
  return new ApiProblem(
    {
      type: problemUri(code.replaceAll("_", "-")),
      title,
      status: 401,
      detail: (endedAt === undefined ? whatToDo : sayEnded(endedAt)) + here,
      ...(isClock ? { server_time_seconds: seconds } : {}),
      ...(header === undefined ? {} : { errors: [{ field: header, detail: title }] }),
    },
    { "www-authenticate": "LeadRelay-Signature" },
  );
}

const sayEnded = (endedAt: number) =>
  `It is signed with a secret that was replaced: the key was rotated, and this one worked until ${new Date(endedAt).toISOString()}. Sign with the new secret.`;
