/** As the producer takes posts, however it is spelled: `/f/{form_key}`. */
const formPath = /^\/+f\/+([A-Za-z0-9_-]{1,64})\/*$/;

/** The form that an address would post to, were it a producer's; undefined where it is none's. */
export function formKeyIn(url: URL): string | undefined {
  return formPath.exec(decoded(url.pathname))?.[1];
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
