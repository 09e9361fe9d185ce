import type { AdapterExample } from "./adapter-example.ts";

const api_key = "re_abcdefgh_0123456789abcdefghijkl";
const from = "Leads <leads@agency.example>";
const to = ["sales@agency.example", "boss@agency.example"];

/** A key, and two of the team. */
export const resendExample: AdapterExample = {
  settings: { api_key, from, to },
  secrets: [api_key],
  wrong: [
    [{ api_key: `${api_key}\r\nx: y`, from, to }, "api_key"],
    [{ api_key, from: "leads", to }, "from"],
    [{ api_key, from: "a@b.example, c@d.example", to }, "from"],
    [{ api_key, from: "Leads <leads@agency.example>\r\nBcc: x@y.example", to }, "from"],
    [{ api_key, from, to: [] }, "to"],
    [{ api_key, from, to: ["sales"] }, "to"],
    [{ api_key, from, to: "sales@agency.example" }, "to"],
    [{ api_key, from, to: ["a@b.example, c@d.example"] }, "to"],
  ],
  takenBody: '{"id":"49a3999c-0ce1-4ea6-ab68-afcd6dc2e794"}',
  taken: { outcome: "delivered", receiverId: "49a3999c-0ce1-4ea6-ab68-afcd6dc2e794" },
  mostBodyBytes: 1024 * 1024,
};
