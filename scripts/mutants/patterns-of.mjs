/** The packages without I/O of their own, where a test of milliseconds can notice every fault. */
export const packages = ["core", "delivery", "signing"];

/** They carry what D1 says to rules and back, so that tests in a Worker hold them. */
const leftOut = "packages/delivery/src/{replay,release,routes,run}/**";

/** `packages/core/src/phone/` as `core/phone`, the way folders are named in the tables. */
export function folderNamed(given) {
  const folder = given.replace(/^packages\//, "").replace(/\/src\b|\/$|\.ts$/g, "");
  if (!packages.includes(folder.split("/")[0]))
    throw new Error(`${given}: mutants are planted in ${packages.join(", ")} only.`);
  return folder;
}

/** `core/phone`, `signing` or `core/decide/match-lead` as the files that Stryker mutates. */
export function patternsOf(folders) {
  const files = folders.map((folder) => {
    const [name, ...rest] = folder.split("/");
    return `packages/${[name, "src", ...rest].join("/")}{.ts,/**/*.ts}`;
  });
  return [...files, "!**/*.test.ts", `!${leftOut}`];
}

/** Whether what `folderNamed` gives a name is among these folders, or within one. */
export const isWithin = (folders, named) =>
  folders.some((folder) => named === folder || named.startsWith(`${folder}/`));
