import { rows } from "../tenant.ts";
import { testApi } from "./admin-api.ts";
import type { TestKey } from "./keys.ts";
import type { House } from "./people.ts";

/** The API with a clock that stands until a test moves it, and what tests of access keys ask of it. */
export function keyDesk() {
  const clock = { at: Date.now() };
  const { call } = testApi({ now: () => clock.at });
  return {
    clock,
    call,
    create: (house: House, given: Record<string, unknown> = {}, as = house.owner) =>
      call("POST", "/api/access-keys", {
        as,
        body: { client_id: house.clientId, name: "CRM", permissions: ["config:read"], ...given },
      }),
    rotate: (house: House, id: string, overlapSeconds: unknown, given: Record<string, unknown> = {}) =>
      call("POST", `/api/access-keys/${id}/rotate`, {
        as: house.owner,
        body: { overlap_seconds: overlapSeconds, ...given },
      }),
    /** What a machine that holds this secret is answered: `works`, or the problem's name. */
    tries: async (key: TestKey) => {
      const { status, body } = await call("GET", "/api/me", { key });
      return status === 200 ? "works" : (body.type as string).split("/").at(-1);
    },
  };
}

/** What the audit log says of a thing, oldest first. */
export const auditOf = async (subjectId: string) =>
  (
    await rows<{ action: string; detail_json: string }>(
      "SELECT action, detail_json FROM audit_log WHERE subject_id = ? ORDER BY id",
      subjectId,
    )
  ).map(({ action, detail_json }) => [action, JSON.parse(detail_json) as unknown]);
