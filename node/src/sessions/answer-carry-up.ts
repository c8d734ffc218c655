import { command } from "#database";
import { writeOwnObject } from "#objects";
import type { Person, Rule } from "#release";
import type { Texts } from "../http/api.ts";
import { agreeableTexts } from "./agreeable-texts.ts";
import { refuseIf } from "./impossible.ts";
import { releaseAct } from "./release-act.ts";
import { heldOrRefused } from "./store.ts";
import { whyNotAnswer } from "./why-not.ts";

export type NewDisposition = {
  readonly carryUpId: string;
  readonly answer: string;
  readonly text: Texts;
  readonly person: Person;
};

/** The host of the parent's session records what it answered; it is seen at the session that carried it up. */
export const answerCarryUp = (rules: readonly Rule[]) =>
  command("objects", "answerCarryUp", async (tx, input: NewDisposition, context): Promise<{ id: string }> => {
    const carryUp = await heldOrRefused(tx, "entente-carry-up", input.carryUpId);
    refuseIf(await whyNotAnswer(tx, carryUp));
    const session = await heldOrRefused(tx, "entente-session", carryUp.object.to_session_ref ?? "");
    const disposition = {
      carry_up_ref: carryUp.object.id,
      session_ref: session.object.id,
      answer: input.answer,
      text: agreeableTexts(input.text),
      ...(carryUp.object.thread_refs ? { thread_refs: carryUp.object.thread_refs } : {}),
    };
    const written = await writeOwnObject(
      tx,
      { type: "entente-disposition", label: "green", author: input.person.id, properties: disposition },
      context,
    );
    const reason = "The answer of the parent body, recorded by its host";
    await releaseAct(tx, rules, { session, written, reason, person: input.person }, context);
    context.changed("sessions", carryUp.object.id);
    return { id: written.id };
  });
