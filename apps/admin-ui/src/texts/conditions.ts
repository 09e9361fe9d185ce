/** How values are compared, as one would say it. */
export const operatorTexts = {
  is: "is",
  is_not: "is not",
  one_of: "is one of",
  none_of: "is none of",
  more: "is more than, or after",
  least: "is at least",
  less: "is less than, or before",
  most: "is at most",
  contains: "contains",
  contains_not: "does not contain",
  given: "is given",
  blank: "is blank",
} as const;

/** Words of the form that makes conditions. */
export const conditions = {
  and: "All of these",
  or: "Any of these",
  joinLabel: "How these go together",
  field: "Field",
  operator: "Comparison",
  value: "Value",
  values: "Values, joined by commas",
  add: "Add a condition",
  addGroup: "Add a group",
  remove: (what: string) => `Remove ${what}`,
  rule: (number: number) => `condition ${number}`,
  group: "Group of conditions",
  removeGroup: "Remove the group",
  json: "As JSON",
  form: "As a form",
  jsonLabel: "The condition as JSON",
  jsonHelp:
    "MongoDB-style: $and, $or, $nor, $not, $eq, $ne, $in, $nin, $gt, $gte, $lt, $lte, $contains, $exists.",
  noJson: "This is no JSON.",
  noForm: "It says what the form cannot show, so it stands as JSON.",
  none: "No condition: every lead goes there.",
} as const;
