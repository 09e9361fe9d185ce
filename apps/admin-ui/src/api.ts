import { createClient } from "@leadrelay/client/create-client";
import type { components, operations } from "@leadrelay/client/schema.gen";
import makeHooks from "openapi-react-query";
import { askAnew } from "./kept-answers.ts";

/** The API of the installation that served this page; the browser sends the session along. */
const client = createClient({ baseUrl: location.origin, fetch: askAnew });

/** The same for components: queries and changes, typed by the API's document. */
export const api = makeHooks(client);

/** What the API calls its answers. */
export type Schemas = components["schemas"];

/** What a search for leads may be narrowed by. */
export type LeadQuery = NonNullable<operations["searchLeads"]["requestBody"]>["content"]["application/json"];

/** Why something was refused (RFC 9457). */
export type Problem = Schemas["Problem"];
