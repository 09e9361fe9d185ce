import type { z } from "@hono/zod-openapi";
import type { Exchange } from "@leadrelay/contracts/exchange";
import type { exchangeSchema } from "./exchange-schema.ts";

/** An exchange as the API tells it. */
export const toExchange = ({ request, answer }: Exchange): z.input<typeof exchangeSchema> => ({
  request: { ...request, is_cut: request.is_cut === true },
  answer: answer === null ? null : { ...answer, is_cut: answer.is_cut === true },
});
