/** Between why a lead left a member of its route, and the name of the next. */
export const wentOn = "; the lead went on to ";
