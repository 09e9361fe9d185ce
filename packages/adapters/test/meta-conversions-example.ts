import type { AdapterExample } from "./adapter-example.ts";

const token = "EAAGm0PX4ZCpsBAKtoken";

/** A dataset that is told of two stages. */
export const metaConversionsExample: AdapterExample = {
  settings: {
    dataset: "234567890123456",
    access_token: token,
    conversions: ["qualified=Qualified Lead", "won=Converted Lead"],
    currency: "INR",
    test_event_code: "TEST7",
    api_version: "v25.0",
  },
  secrets: [token],
  wrong: [
    [{}, "dataset"],
    [{ dataset: "my dataset", access_token: token, conversions: ["won=Lead"] }, "dataset"],
    [{ dataset: "1234567", access_token: `${token} and more`, conversions: ["won=Lead"] }, "access_token"],
    [{ dataset: "1234567", access_token: token, conversions: [] }, "conversions"],
    [{ dataset: "1234567", access_token: token, conversions: ["won"] }, "conversions"],
    [{ dataset: "1234567", access_token: token, conversions: ["=Lead"] }, "conversions"],
    [{ dataset: "1234567", access_token: token, conversions: ["won=<b>"] }, "conversions"],
    [{ dataset: "1234567", access_token: token, conversions: ["won=Lead"], currency: "rupees" }, "currency"],
    [
      { dataset: "1234567", access_token: token, conversions: ["won=Lead"], api_version: "26" },
      "api_version",
    ],
  ],
  takenBody: JSON.stringify({ events_received: 1, messages: [], fbtrace_id: "Abc" }),
  takenStatuses: [200],
  taken: { outcome: "delivered", receiverId: "Abc" },
  mostBodyBytes: 1024 * 1024,
  // Of asha@example.com, and of 919999999999.
  tells: [
    "ea4e36a829983d27e865b649cd10fcb61f2f1bcd857b47ab709e7adbe941ab68",
    "5a15bf8887c41bb21f3b33a5bf1a06064711a6495cbbd97ddb92995d5df8b1b5",
  ],
};
