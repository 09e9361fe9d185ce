import type { AdapterExample } from "./adapter-example.ts";

const from = "Leads <leads@agency.example>";
const to = ["sales@agency.example", "boss@agency.example"];

/** Two of the team; the binding is the credential. */
export const cloudflareEmailExample: AdapterExample = {
  settings: { from, to },
  secrets: [],
  wrong: [
    [{ from: "leads", to }, "from"],
    [{ from, to: [] }, "to"],
    [{ from, to: ["sales"] }, "to"],
  ],
  takenBody: '{"messageId":"0199-abc"}',
  taken: { outcome: "delivered", receiverId: "0199-abc" },
  mostBodyBytes: 1024 * 1024,
};
