const loopback = /^(localhost|127(?:\.\d+){3}|\[::1\])$/;

/** The origin of an installation's address, or what is wrong with it. Passwords go there, so plain http is for this machine only. */
export function readServerUrl(
  text: string,
): { kind: "origin"; origin: string } | { kind: "wrong"; why: string } {
  const url = URL.parse(text.trim());
  if (url === null || (url.protocol !== "https:" && url.protocol !== "http:"))
    return { kind: "wrong", why: "should be an address such as https://relay.example.com" };
  if (url.username !== "" || url.password !== "")
    return { kind: "wrong", why: "should have no user name or password in it" };
  if (url.pathname !== "/" || url.search !== "" || url.hash !== "")
    return { kind: "wrong", why: "should end after the host: no path" };
  if (url.protocol === "http:" && !loopback.test(url.hostname))
    return { kind: "wrong", why: "should begin with https://, but for this machine's own addresses" };
  return { kind: "origin", origin: url.origin };
}

/** Whether an origin is this machine's own. */
export const isLoopback = (origin: string): boolean => loopback.test(new URL(origin).hostname);
