import type { components } from "@leadrelay/client/schema.gen";
import type { Paint } from "../../output/paint.ts";

type Exchange = components["schemas"]["Exchange"];

/** What a try sent and was answered, request by request, JSON indented to be read. */
export const exchangesText = (exchanges: readonly Exchange[], paint: Paint): string =>
  exchanges
    .map((exchange, index) => {
      const which = exchanges.length === 1 ? "" : ` ${index + 1} of ${exchanges.length}`;
      return `\n${paint("bold", `Sent${which}`)}\n${sentText(exchange.request)}\n${paint("bold", `Answered${which}`)}\n${answerText(exchange.answer)}`;
    })
    .join("");

const sentText = ({ method, url, headers, body, is_cut }: Exchange["request"]) =>
  [`${method} ${url}`, ...headerLines(headers), ...bodyLines(body ?? "", is_cut), ""].join("\n");

const answerText = (answer: Exchange["answer"]) =>
  answer === null
    ? "no answer\n"
    : [
        `HTTP ${answer.status}`,
        ...headerLines(answer.headers),
        ...bodyLines(answer.body, answer.is_cut),
        "",
      ].join("\n");

const headerLines = (headers: Readonly<Record<string, string>>) =>
  Object.entries(headers).map(([name, value]) => `${name}: ${value}`);

const bodyLines = (body: string, isCut: boolean): string[] => [
  ...(body === "" ? [] : ["", readable(body)]),
  ...(isCut ? ["(longer: no more of it is kept)"] : []),
];

function readable(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
