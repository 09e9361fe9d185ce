import { Command } from "@commander-js/extra-typings";
import { answerOf } from "../../api/answer-of.ts";
import type { Cli } from "../../cli.ts";
import { findIntakeOrigin } from "../send/intake-origin.ts";
import { formDetails } from "./form-details.ts";
import { htmlForm, tagOf, unknownIntake } from "./html-form.ts";

export const showForm = (cli: Cli) =>
  new Command("show")
    .description("one form, and whether the edge has it")
    .argument("<form>", "its name, key or id")
    .option("--html", "it as HTML to paste into a page, with the fields of its own mapping")
    .option("--tag", "the tag for each page of the site, which tells how engaged visitors are")
    .action(async (form_id, { html, tag }) => {
      const intake = await findIntakeOrigin(cli);
      const form = await answerOf(cli.api().GET("/api/forms/{form_id}", { params: { path: { form_id } } }));
      const pasted = htmlForm(form, intake ?? unknownIntake);
      const script = tagOf(form, intake ?? unknownIntake);
      if (tag === true) cli.results.show({ tag: script }, () => script);
      else if (html === true) cli.results.show({ html: pasted }, () => pasted);
      else cli.results.show(form, (paint) => formDetails(form, cli, paint, intake));
    });
