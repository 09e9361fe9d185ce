export default {
  fetch(request: Request): Response {
    if (new URL(request.url).pathname === "/healthz") return new Response("ok\n");
    return new Response("not found\n", { status: 404 });
  },
};
