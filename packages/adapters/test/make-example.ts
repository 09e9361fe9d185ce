import type { AdapterExample } from "./adapter-example.ts";

const path = "abcdefghijklmnopqrstuvwxyz1234";
const key = "make-key-0123456789";

/** A custom webhook that asks for a key. */
export const makeExample: AdapterExample = {
  settings: { url: `https://hook.eu1.make.com/${path}`, api_key: key, send_attribution: true },
  secrets: [path, key],
  wrong: [
    [{ url: `hook.make.com/${path}` }, "url"],
    [{ url: `ftp://hook.make.com/${path}` }, "url"],
    [{ api_key: key }, "url"],
    [{ url: "https://hook.eu1.make.com/abc", api_key: `${key} with space` }, "api_key"],
    [{ url: "https://hook.eu1.make.com/abc", api_key: `${key}\r\nx: y` }, "api_key"],
    [{ url: "https://hook.eu1.make.com/abc", send_attribution: "yes" }, "send_attribution"],
    [path, "settings"],
  ],
  takenBody: "Accepted",
  mostBodyBytes: 5_242_880,
};
