/** Names each setting at fault; never its value, which may be a secret. */
export class WrongSettings extends Error {
  readonly problems: readonly { setting: string; detail: string }[];

  constructor(kind: string, problems: readonly { setting: string; detail: string }[]) {
    const named = problems.map(({ setting, detail }) => `${setting || "settings"} ${detail}`);
    super(`Wrong settings for a ${kind} destination: ${named.join("; ")}`);
    this.problems = problems;
  }
}
