import { readOutgoingEmail, type OutgoingEmail } from "@leadrelay/adapters/cloudflare_email/outgoing-email";
import type { OutgoingRequest, ReceivedResponse } from "@leadrelay/adapters/adapter";
import { reasonOf } from "@leadrelay/contracts/reason-of";

/** Cloudflare's `send_email` binding, as far as it is used. */
export interface EmailBinding {
  send(email: OutgoingEmail): Promise<{ messageId: string }>;
}

export type BindingResult =
  | { kind: "response"; response: ReceivedResponse }
  | { kind: "network"; error: string }
  | { kind: "timeout" }
  | { kind: "no_binding"; binding: string };

/**
 * A request that the Worker's e-mail binding performs. It has no statuses: an error that has a code is told as HTTP would tell it, with code and
 * message as JSON, and any other as one of the network. Throws for a body that is no e-mail.
 */
export async function sendByBinding(
  { body }: Pick<OutgoingRequest, "body">,
  binding: EmailBinding | null,
  { now, timeoutMs }: { now: () => number; timeoutMs: number },
): Promise<BindingResult> {
  if (binding === null) return { kind: "no_binding", binding: "send_email" };
  const email = readOutgoingEmail(body ?? "");
  const answered = (status: number, said: object): BindingResult => {
    const headers = new Headers({ "content-type": "application/json" });
    return {
      kind: "response",
      response: { status, headers, body: JSON.stringify(said), receivedAt: now() },
    };
  };
  let timer: ReturnType<typeof setTimeout> | null = null;
  const timeout = new Promise<BindingResult>((resolve) => {
    timer = setTimeout(() => resolve({ kind: "timeout" }), timeoutMs);
  });
  const sent = binding.send(email).then(
    ({ messageId }) => answered(200, { messageId }),
    (error: unknown): BindingResult => {
      const code = codeOf(error);
      if (code === null) return { kind: "network", error: reasonOf(error) };
      return answered(statusOf(code), { code, message: reasonOf(error) });
    },
  );
  try {
    return await Promise.race([sent, timeout]);
  } finally {
    clearTimeout(timer);
  }
}

function codeOf(error: unknown): string | null {
  if (typeof error !== "object" || error === null || !("code" in error)) return null;
  return typeof error.code === "string" ? error.code : null;
}

const statusOf = (code: string): number => {
  if (code.endsWith("_LIMIT_EXCEEDED")) return 429;
  return code === "E_INTERNAL_SERVER_ERROR" || code === "E_DELIVERY_FAILED" ? 502 : 422;
};
