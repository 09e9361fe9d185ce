import { isJsonText, readJsonValue } from "../intake/body/read-json-value.ts";
import { readLabels } from "../intake/body/body-labels.ts";
import { decompress } from "../intake/body/decompress.ts";
import { parseBytes } from "../intake/body/parse-body.ts";
import { parseUrlencoded } from "../intake/body/parse-urlencoded.ts";
import { payloadOf } from "../intake/payload.ts";
import { tooLarge, type Refusal } from "../refusal.ts";

export type SourceValue = { kind: "value"; value: unknown } | Refusal;

/**
 * What a body says, as one value: JSON whole, lists too; a form, or a query where there is no body, as an object by field name.
 * @param mostBytes of JSON
 */
export async function readSourceBody(
  body: Uint8Array,
  { headers, url }: Pick<Request, "headers" | "url">,
  mostBytes: number,
): Promise<SourceValue> {
  const labels = readLabels(headers);
  const bytes = labels.isCoded ? await decompress(body) : body;
  if ("kind" in bytes) return bytes;
  if (bytes.length === 0) return readQuery(url);
  if (isJsonText(bytes)) {
    if (bytes.length > mostBytes)
      return tooLarge(`The body is over ${mostBytes / 1024} KB: send fewer leads, or less of each, at once.`);
    const value = readJsonValue(bytes);
    if (value !== undefined) return { kind: "value", value };
  }
  const parsed = parseBytes(bytes, labels);
  return parsed.kind === "refused" ? parsed : { kind: "value", value: payloadOf(parsed.entries) };
}

function readQuery(url: string): SourceValue {
  const at = url.indexOf("?");
  const query = at === -1 ? "" : url.slice(at + 1);
  const parsed = parseUrlencoded(query, { encodedBytes: query.length });
  return parsed.kind === "refused" ? parsed : { kind: "value", value: payloadOf(parsed.entries) };
}
