import type { AdapterExample } from "./adapter-example.ts";

const server_token = "01234567-89ab-cdef-0123-456789abcdef";
const from = "Leads <leads@agency.example>";
const to = ["sales@agency.example", "boss@agency.example"];

/** A server's token, two of the team, and a stream of its own. */
export const postmarkExample: AdapterExample = {
  settings: { server_token, from, to, message_stream: "leads-1" },
  secrets: [server_token],
  wrong: [
    [{ server_token: `${server_token} x`, from, to }, "server_token"],
    [{ server_token, from: "leads", to }, "from"],
    [{ server_token, from, to: ["sales"] }, "to"],
    [{ server_token, from, to, message_stream: "a stream" }, "message_stream"],
  ],
  takenBody: '{"ErrorCode":0,"Message":"OK","MessageID":"b7bc2f4a-e38e-4336-af7d-e6c392c2f817"}',
  taken: { outcome: "delivered", receiverId: "b7bc2f4a-e38e-4336-af7d-e6c392c2f817" },
  mostBodyBytes: 1024 * 1024,
};
