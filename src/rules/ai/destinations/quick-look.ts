import { AI_SERVICES } from "../../../catalogue/ai/services.js";
import { callTest } from "../../../text/calls.js";
import { addressTest } from "../../../text/hosts.js";
import { likelyImportsOf, type Source } from "../../../text/source-code.js";
import { ROUTERS } from "./clients.js";
import { importsAi, importsOwn, isFramework } from "./imports.js";

/** Most files in which a word such as `openai` stands use no AI service. They are told from the others without being read whole. */

const WITH_FIRST = AI_SERVICES.flatMap(({ clientsWith = [] }) => clientsWith);

export const mayReachService = addressTest(AI_SERVICES.flatMap(({ hosts }) => hosts));
const mayCallClient = callTest(AI_SERVICES.flatMap(({ clients = [] }) => clients));
const mayCallRouter = callTest([...ROUTERS]);
const mayCallWithFirst = callTest(WITH_FIRST.map(({ name }) => name));
const FIRST = new RegExp(`["'\`](?:${WITH_FIRST.map(({ first }) => first).join("|")})`);

/** False where code shows no AI service, for certain. */
export function mayShowService(source: Source): boolean {
  const { text } = source;
  const likely = likelyImportsOf(source);
  if (importsOwn(likely) || mayReachService(text)) return true;
  if (FIRST.test(text) && mayCallWithFirst(text)) return true;
  return importsAi(likely) && (mayCallClient(text) || ([...likely.imports].some(isFramework) && mayCallRouter(text)));
}
