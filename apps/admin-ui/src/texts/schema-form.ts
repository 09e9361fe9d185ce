/** What a form of settings says beside the settings' own words. */
export const schemaForm = {
  optional: "(optional)",
  isSet: "Set; nobody is shown it again",
  isSetAs: (hint: string) => `Set: ${hint}`,
  change: "Change",
  changeOf: (label: string) => `Change ${label}`,
  choose: "Choose …",
  notSet: "Not set",
  suchAs: (example: string) => example,
} as const;
