import type { z } from "@hono/zod-openapi";
import type { Access, AccessRule } from "../access/access.ts";
import type { AdminDependencies } from "../dependencies.ts";
import type { Answer } from "./answer.ts";
import type { Change } from "./change.ts";

type Read<Schema> = Schema extends z.ZodType ? z.output<Schema> : undefined;

/** What an operation is handed: its input as its schemas read it, who asks, and what it may reach. */
export interface Call<Params, Query, Body> {
  params: Read<Params>;
  query: Read<Query>;
  body: Read<Body>;
  access: Access;
  dependencies: AdminDependencies;
  /** The version named by `If-Match`, ms; null for `*`. Only where the operation is `versioned`. */
  expectedVersion: number | null;
  /** `origin`: where the caller reached us; `address`: where it calls from, null where nothing says. */
  request: { id: string; origin: string; address: string | null };
}

/** One operation of the API. Without an access rule there is none: the type asks for it. */
interface Operation<Params, Query, Body, Result extends z.ZodType> {
  path: `/${string}`;
  operationId: string;
  tag: Tag;
  summary: string;
  description?: string;
  access: AccessRule;
  params?: Params;
  query?: Query;
  body?: Body;
  answer: Result;
}

/** The resources, in the reference's order. */
type Tag =
  | "You"
  | "Agencies"
  | "Clients"
  | "Operators"
  | "Access keys"
  | "Forms"
  | "Sources"
  | "Destinations"
  | "Routes"
  | "Addresses"
  | "Leads"
  | "Submissions"
  | "Unsent"
  | "Deliveries"
  | "Dead letters"
  | "Replays"
  | "Statistics"
  | "Audit log"
  | "Installation";

export interface ReadEndpoint<Params, Query, Body, Result extends z.ZodType> extends Operation<
  Params,
  Query,
  Body,
  Result
> {
  kind: "read";
  /** `post` where it takes a body: what an address must not hold, because others log addresses. */
  method: "get" | "post";
  handle: (call: Call<Params, Query, Body>) => Promise<Answer<z.input<Result>>>;
}

export interface ChangeEndpoint<Params, Query, Body, Result extends z.ZodType> extends Operation<
  Params,
  Query,
  Body,
  Result
> {
  kind: "change";
  method: "post" | "put" | "patch" | "delete";
  /** 200 unless said otherwise. */
  status?: 200 | 201 | 202;
  /** It can also answer 200, for what was there already. */
  mayReplace?: boolean;
  /** It asks for `If-Match`, because two people may edit the same thing. */
  versioned?: boolean;
  handle: (call: Call<Params, Query, Body>) => Promise<Change<z.input<Result>>>;
}

/** Any operation, as the app mounts it. */
// oxlint-disable-next-line typescript/no-explicit-any -- handlers differ in what they take; `mount` feeds each what its own schemas read
export type Endpoint = ReadEndpoint<any, any, any, any> | ChangeEndpoint<any, any, any, any>;

/** An operation that changes nothing. */
export const readEndpoint = <
  Result extends z.ZodType,
  Params extends z.ZodType | undefined = undefined,
  Query extends z.ZodType | undefined = undefined,
  Body extends z.ZodType | undefined = undefined,
>(
  operation: Omit<ReadEndpoint<Params, Query, Body, Result>, "kind" | "method">,
): ReadEndpoint<Params, Query, Body, Result> => ({
  kind: "read",
  method: operation.body === undefined ? "get" : "post",
  ...operation,
});

/** An operation that returns the change it makes; the app commits it together with its audit entries. */
export const changeEndpoint = <
  Result extends z.ZodType,
  Params extends z.ZodType | undefined = undefined,
  Query extends z.ZodType | undefined = undefined,
  Body extends z.ZodType | undefined = undefined,
>(
  operation: Omit<ChangeEndpoint<Params, Query, Body, Result>, "kind">,
): ChangeEndpoint<Params, Query, Body, Result> => ({ kind: "change", ...operation });
