import assert from "node:assert/strict";
import { open } from "../browser.ts";
import { at, type Stage } from "../stage.ts";

/** `kill -9` of one node's process: the other's console and public page stay up; then the same the other way round. */
export async function standAlone(stage: Stage): Promise<void> {
  const { alliance, korea, unitedStates } = stage;
  for (const [killed, left] of [
    [korea, unitedStates],
    [unitedStates, korea],
  ] as const) {
    await alliance.stop(killed, "SIGKILL");
    const site = await stage.visitor();
    assert.equal((await site.goto(at(left, "/en/")))?.status(), 200);
    await assert.rejects(site.goto(at(killed, "/en/")), /ERR_CONNECTION_REFUSED/);
    const console = await stage.person(left, "Analyst");
    await open(console, at(left, "/console/"));
    await console.getByText(`Released by ${killed.short}`).first().waitFor();
    await stage.inspect(console);
    await site.context().close();
    await alliance.start(killed);
  }
}
