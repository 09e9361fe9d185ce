import { sealedSettingsAt, type Destination } from "@leadrelay/db/destinations/destination";
import type { Sealer } from "@leadrelay/signing/seal";

const mostKept = 500;
const opened = new Map<string, unknown>();

/** A destination's settings in the plain; kept per isolate by their seal, so that a rotated secret is another entry. */
export async function openSettings(
  destination: Pick<Destination, "id" | "sealed_settings">,
  sealer: () => Promise<Sealer>,
): Promise<unknown> {
  const { id, sealed_settings } = destination;
  const key = `${id} ${sealed_settings}`;
  if (opened.has(key)) return opened.get(key);
  const opener = await sealer();
  const settings = parse(await opener.open(sealed_settings, sealedSettingsAt(id)));
  const [oldest] = opened.keys();
  if (opened.size >= mostKept && oldest !== undefined) opened.delete(oldest);
  opened.set(key, settings);
  return settings;
}

/** A syntax error would quote what was sealed. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Error("what was sealed is not JSON");
  }
}
