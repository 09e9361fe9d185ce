import { getAdapter } from "@leadrelay/adapters/registry";

type Settings = Readonly<Record<string, unknown>>;

interface Completed {
  settings: Settings;
  /** A signing secret that nobody gave: whoever runs the receiver has to be told. */
  made?: string;
}

/**
 * Settings given over those before, as they are to be read: a kind that signs has a secret made where none is left, and one that is given
 * anew ends the one before a rotation, too.
 */
export function completeSettings(
  kind: string,
  given: Settings,
  before: Settings,
  randomBytes: (length: number) => Uint8Array,
): Completed {
  const adapter = getAdapter(kind);
  const { signingSecret } = adapter;
  if (signingSecret === undefined) return { settings: { ...before, ...given } };
  const settings: Settings = { ...before, ...("secret" in given ? ended : {}), ...given };
  if (settings["secret"] != null) return { settings };
  const made = signingSecret.make(randomBytes(32));
  const completed = { ...settings, secret: made };
  return isSigned(adapter, completed) ? { settings: completed, made } : { settings };
}

const ended = { previous_secret: undefined, previous_until: undefined };

function isSigned(adapter: ReturnType<typeof getAdapter>, settings: Settings): boolean {
  try {
    return adapter.signingSecret?.isUsed(adapter.parseSettings(settings)) ?? false;
  } catch {
    // What is wrong with them is said where they are read: not that there is no secret beside it.
    return true;
  }
}
