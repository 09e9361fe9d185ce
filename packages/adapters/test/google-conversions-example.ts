import { exampleKeyFile } from "../src/google/example-key-file.ts";
import type { AdapterExample } from "./adapter-example.ts";

const other = {
  ...(JSON.parse(exampleKeyFile) as { private_key: string }),
  client_email: "ads@agency.example",
};
const service_account = JSON.stringify(other);
const secret = other.private_key.slice(100, 140);
const conversions = ["won=7001", "qualified=7002"];

/** An account under a manager's. */
export const googleConversionsExample: AdapterExample = {
  settings: {
    service_account,
    customer: "2345678901",
    manager: "345-678-9012",
    conversions,
    currency: "AED",
  },
  secrets: [JSON.stringify(secret).slice(1, -1)],
  wrong: [
    [{}, "customer"],
    [{ service_account: secret, customer: "2345678901", conversions }, "service_account"],
    [{ service_account, customer: "my account", conversions }, "customer"],
    [{ service_account, customer: "2345678901", manager: "12", conversions }, "manager"],
    [{ service_account, customer: "2345678901", conversions: ["won=Purchase"] }, "conversions"],
    [{ service_account, customer: "2345678901", conversions, currency: "aed" }, "currency"],
  ],
  takenBody: JSON.stringify({ requestId: "126365e1-16d0-4c81-9de9-f362711e250a" }),
  takenStatuses: [200],
  taken: { outcome: "delivered", receiverId: "126365e1-16d0-4c81-9de9-f362711e250a" },
  onward: { token: JSON.stringify({ access_token: "ya29.token", expires_in: 3_599, token_type: "Bearer" }) },
  // Waits for a minute whatever is asked for.
  own: { 429: "retry" },
  mostBodyBytes: 1024 * 1024,
  // The click alone tells who it was.
  tells: ["EAIaIQobChMI-example"],
};
