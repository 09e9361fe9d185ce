import type { AdapterExample } from "./adapter-example.ts";

const path = "9876543/qwertzu";

const refusals = [400, 401, 402, 403, 404, 405, 409, 410, 413, 415, 422, 451];

/** A catch hook: whatever it answers but 200 is to be sent again. */
export const zapierExample: AdapterExample = {
  settings: { url: `https://hooks.zapier.com/hooks/catch/${path}/`, send_attribution: true },
  secrets: [path],
  wrong: [
    [{ url: `https://hooks.zapier.com.example/hooks/catch/${path}/` }, "url"],
    [{ url: `https://zapier.com@crm.example/${path}` }, "url"],
    [{ url: `hooks.zapier.com/hooks/catch/${path}/` }, "url"],
    [{ url: "https://hooks.zapier.com/hooks/catch/1/a/", send_attribution: "yes" }, "send_attribution"],
  ],
  takenBody: '{"attempt":"0193a","id":"0193b","request_id":"0193a","status":"success"}',
  takenStatuses: [200],
  own: Object.fromEntries(refusals.map((status) => [status, "retry"])),
  mostBodyBytes: 10_000_000,
};
