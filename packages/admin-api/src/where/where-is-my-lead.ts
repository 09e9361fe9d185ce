import { z } from "@hono/zod-openapi";
import { readEndpoint } from "../endpoint/endpoint.ts";
import { answerWhere } from "./answer-where.ts";
import { whereSchema } from "./where-schema.ts";

const path = "/api/where-is-my-lead";
const question = z.strictObject({
  q: z.string().trim().min(1).max(256).openapi({ example: "asha@example.com" }),
});

const whereIsMyLead = readEndpoint({
  path,
  operationId: "whereIsMyLead",
  tag: "Leads",
  summary: "Tell where a lead is, the whole story in order, and what would move it on",
  description:
    "Takes an e-mail address, a phone number, or the id of a submission, delivery, lead or dead letter. What is nowhere is answered with where else to look. Who sees contact details masked asks by id. Ask with POST for a contact detail where addresses are logged on the way.",
  access: { permission: "leads:read" },
  query: question,
  answer: whereSchema,
  handle: async ({ query, ...call }) => answerWhere(query, call),
});

const askWhereIsMyLead = readEndpoint({
  path,
  operationId: "askWhereIsMyLead",
  tag: "Leads",
  summary: "Tell where a lead is, with who or what is asked for in the body",
  description:
    "Takes and answers what the GET does, and changes as little. Who is asked for stands in no address then, so that no log on the way has it.",
  access: { permission: "leads:read" },
  body: question,
  answer: whereSchema,
  handle: async ({ body, ...call }) => answerWhere(body, call),
});

export const whereEndpoints = [whereIsMyLead, askWhereIsMyLead];
