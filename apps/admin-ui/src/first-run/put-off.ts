const nameOf = (formId: string) => `first-run-later ${formId}`;

/** Whether somebody said in this browser that the first run of this form can wait. */
export const isPutOff = (formId: string): boolean => localStorage.getItem(nameOf(formId)) !== null;

/** Keeps that it can wait. */
export const putOff = (formId: string): void => localStorage.setItem(nameOf(formId), "1");
