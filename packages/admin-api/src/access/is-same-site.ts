const safeMethods = new Set(["GET", "HEAD", "OPTIONS"]);

/** A browser sends its cookies along from any page: a change must name where it comes from. */
export function isSameSite(request: Request, publicUrl: string | null): boolean {
  if (safeMethods.has(request.method)) return true;
  const origin = request.headers.get("origin");
  return origin !== null && (origin === new URL(request.url).origin || origin === publicUrl);
}
