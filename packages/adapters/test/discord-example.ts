import type { AdapterExample } from "./adapter-example.ts";

const token = "abcdefghijklmnopqrstuvwxyz0123456789-_ABCD";

/** A webhook whose messages go to a thread. */
export const discordExample: AdapterExample = {
  settings: { url: `https://discord.com/api/webhooks/123456789012345678/${token}?thread_id=42` },
  secrets: [token],
  wrong: [
    [{ url: `https://discord.com/api/webhooks/123456789012345678/${token}/slack` }, "url"],
    [{ url: `https://discord.com/channels/1/${token}` }, "url"],
    [{ url: `https://discord.com.evil.example/api/webhooks/1/${token}` }, "url"],
    [{ url: `http:discord` }, "url"],
    [{}, "url"],
  ],
  takenBody: '{"id":"1234567890123456789","type":0}',
  taken: { outcome: "delivered", receiverId: "1234567890123456789" },
  own: { 404: "gone" },
  mostBodyBytes: 8_000,
  // The sign is written so that it calls nobody; JSON writes its backslash twice.
  tells: ["Asha Rao", "asha\\\\@example.com", "+91-9999999999"],
};
