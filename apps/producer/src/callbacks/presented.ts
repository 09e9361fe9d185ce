import { pick, type CallbackFields } from "./callback-fields.ts";

const longestSecret = 300;

/** The token or secret that a request shows: in a header, as a password, or as a field. */
export function presented(headers: Headers, fields: CallbackFields): string | undefined {
  const [, scheme = "", credentials = ""] =
    /^\s*(bearer|basic)\s+(\S+)\s*$/i.exec(headers.get("authorization") ?? "") ?? [];
  const authorized = scheme.toLowerCase() === "basic" ? passwordIn(credentials) : credentials;
  return (
    [headers.get("x-callback-secret")?.trim(), authorized].find((one) => one !== undefined && one !== "") ??
    pick(fields, { secret: [longestSecret, "token", "secret", "callbacksecret"] }).secret
  );
}

/** Of a name and a password the password; where there is one text, that. */
function passwordIn(credentials: string): string {
  try {
    const [name = "", ...rest] = atob(credentials).split(":");
    return rest.join(":") || name;
  } catch {
    return "";
  }
}
