import type { Dependencies } from "../dependencies.ts";

/** The consumer's HTTP face: health now, the admin API later. Settings were read before we got here. */
export async function handleFetch(request: Request, _dependencies: Dependencies): Promise<Response> {
  await request.body?.cancel();
  if (new URL(request.url).pathname === "/healthz") return Response.json({ status: "ok" });
  return Response.json(
    { type: "about:blank", title: "Not found", status: 404, detail: "There is nothing at this address." },
    { status: 404, headers: { "content-type": "application/problem+json" } },
  );
}
