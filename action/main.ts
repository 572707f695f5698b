import { setFailed } from "@actions/core";
import { run } from "./run.js";

run(process.env, new Date()).catch((error: unknown) => {
  const what = error instanceof Error ? error.message : String(error);
  setFailed(`Handrail couldn't finish, and that is not your fault: ${what}`);
});
