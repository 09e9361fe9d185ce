/** The packages without I/O of their own, where a test of milliseconds can notice every fault. */
export const packages = ["core", "delivery", "signing"];

/** `core/phone`, `signing` or `core/decide/match-lead` as the files that Stryker mutates. */
export function patternsOf(folders) {
  const files = folders.map((given) => {
    const [name, ...rest] = given
      .replace(/^packages\//, "")
      .replace(/\/src\b|\/$|\.ts$/g, "")
      .split("/");
    if (!packages.includes(name))
      throw new Error(`${given}: mutants are planted in ${packages.join(", ")} only.`);
    return `packages/${[name, "src", ...rest].join("/")}{.ts,/**/*.ts}`;
  });
  return [...files, "!**/*.test.ts"];
}
