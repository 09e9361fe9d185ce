import * as z from "zod/mini";
import { faultsSchema, listFaults, setFaults } from "./faults.ts";
import type { LocalEnv } from "./local-env.ts";

const sqlSchema = z.object({ sql: z.string(), parameters: z.optional(z.array(z.unknown())) });

interface Controls {
  env: LocalEnv;
  runSweep(): Promise<void>;
}

/** The test controls on a Worker's own port; null for everything that is the Worker's business. */
export async function answerControl(request: Request, controls: Controls): Promise<Response | null> {
  const { pathname } = new URL(request.url);
  if (!pathname.startsWith("/__")) return null;
  switch (`${request.method} ${pathname}`) {
    case "GET /__faults":
      return Response.json(listFaults());
    case "POST /__faults":
      return withBody(request, faultsSchema, (faults) => {
        setFaults(faults);
        return listFaults();
      });
    case "DELETE /__faults":
      setFaults([]);
      return Response.json([]);
    case "POST /__sweep":
      await request.body?.cancel();
      await controls.runSweep();
      return Response.json({ swept: true });
    case "POST /__sql":
      return withBody(request, sqlSchema, ({ sql, parameters = [] }) => query(controls.env, sql, parameters));
    default:
      return null;
  }
}

async function withBody<Schema extends z.ZodMiniType>(
  request: Request,
  schema: Schema,
  act: (body: z.output<Schema>) => unknown,
): Promise<Response> {
  const body = z.safeParse(schema, await request.json().catch(() => undefined));
  if (!body.success) return Response.json({ error: z.prettifyError(body.error) }, { status: 400 });
  return Response.json(await act(body.data));
}

/** Past the faults: a test wants to see what really is in the database. */
async function query(env: LocalEnv, sql: string, parameters: unknown[]): Promise<unknown[]> {
  const database = env["DB"] as D1Database | undefined;
  if (database === undefined) throw new Error("This Worker has no D1 binding: ask on the consumer's port");
  const { results } = await database
    .prepare(sql)
    .bind(...parameters)
    .all();
  return results;
}
