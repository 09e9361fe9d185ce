/** Pages that a link with a token leads to. */
export type LinkPage = "/invitation" | "/password";

/** A link to hand out. Its token stands behind the `#`: no browser sends that, so no server, proxy or log between has it. */
export const tokenLink = (origin: string, page: LinkPage, token: string) => `${origin}${page}#token=${token}`;

/** The token of what somebody pasted: the whole link, or what stands behind its `token=`. */
export const pastedToken = (pasted: string): string =>
  /[#?&]token=([^&#\s]*)/.exec(pasted)?.[1] ?? pasted.trim();
