/** So many of each kind are a minute on two cores. */
const most = { pure: 60, worker: 12 };
/** Each takes longer than ten others, by crowds, hours of outage or the hashing of passwords: only when they are what changed. */
const slow = new RegExp(
  `/(${[
    "every-operation|signature-negatives|crowded-lists|deliveries/of-lead",
    "crashes|consistency|histories|no-loops|full-minute|crowds|outage-hour|outage/refusals|outage/posted-twice",
    "sign-in/(limits|change-second-factor|second-factor|trace|closed|passwords)",
  ].join("|")})\\.worker\\.test\\.ts$`,
);

/**
 * The test files that reach what changed by imports, nearest first; of those as near as each other, the ones whose path has
 * a folder's name of the change. Tests of whole stacks import types only of what they test: only a changed one is named,
 * asked for all too.
 */
export function nearestTests(imports, changed, all = false) {
  const distances = distancesFrom(changed, importersOf(imports));
  const nouns = new Set(changed.flatMap((file) => file.split("/").slice(3, -1).slice(-1)));
  const isSameNoun = (file) => file.split("/").some((part) => nouns.has(part));
  const reached = [...distances]
    .filter(
      ([file, hops]) => file.endsWith(".test.ts") && imports.has(file) && (hops === 0 || !isWhole(file)),
    )
    .map(([file, hops]) => ({ file, hops: isSameNoun(file) ? Math.min(hops, 1) : hops }))
    .toSorted((a, b) => a.hops - b.hops || a.file.localeCompare(b.file))
    .map(({ file }) => file);
  if (all) return { near: reached, left: 0 };
  const wanted = reached.filter((file) => distances.get(file) === 0 || !slow.test(file));
  const isWorker = (file) => file.endsWith(".worker.test.ts");
  const near = [
    ...wanted.filter((file) => !isWorker(file)).slice(0, most.pure),
    ...wanted.filter(isWorker).slice(0, most.worker),
  ];
  return { near, left: reached.length - near.length };
}

const isWhole = (file) => file.endsWith(".e2e.test.ts");

function importersOf(imports) {
  const importers = new Map();
  for (const [file, imported] of imports)
    for (const each of imported) importers.set(each, [...(importers.get(each) ?? []), file]);
  return importers;
}

/** How many imports away from a changed file each file is that reaches one. */
function distancesFrom(changed, importers) {
  const distances = new Map(changed.map((file) => [file, 0]));
  for (const [file, hops] of distances)
    for (const importer of importers.get(file) ?? [])
      if (!distances.has(importer)) distances.set(importer, hops + 1);
  return distances;
}
