/** The token of a link that was handed out: behind its `#`. */
export const tokenOf = (link: string): string =>
  new URLSearchParams(new URL(link).hash.slice(1)).get("token") ?? "";
