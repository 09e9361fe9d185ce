import { Agent, request } from "node:http";
import type { Person } from "../../harness/person.ts";

/** What a post was told. `id` is the submission that was acknowledged, null where none was. */
export interface Told {
  status: number;
  id: string | null;
}

/** Posts people to a form as a page's script does; rejects when the connection ends without an answer. */
export function postTo(producerUrl: string): { post(person: Person): Promise<Told>; close(): void } {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  return {
    close: () => agent.destroy(),
    post: ({ ip, ...fields }) => {
      const body = Buffer.from(new URLSearchParams({ ...fields }).toString());
      const headers = {
        accept: "application/json",
        "content-type": "application/x-www-form-urlencoded",
        "content-length": body.length,
        "cf-connecting-ip": ip,
        "user-agent": "Mozilla/5.0 (LeadRelay faults)",
      };
      return new Promise((resolve, reject) => {
        const sending = request(`${producerUrl}/f/frm_demo`, { method: "POST", agent, headers }, (answer) => {
          let text = "";
          answer.setEncoding("utf8").on("data", (chunk: string) => (text += chunk));
          answer.on("error", reject);
          answer.on("end", () => resolve(told(answer.statusCode ?? 0, text)));
        });
        sending.on("error", reject);
        sending.end(body);
      });
    },
  };
}

function told(status: number, text: string): Told {
  if (status !== 202) return { status, id: null };
  const { submission_id: id } = JSON.parse(text) as { submission_id?: unknown };
  if (typeof id !== "string") throw new Error(`A 202 names no submission: ${text.slice(0, 200)}`);
  return { status, id };
}
