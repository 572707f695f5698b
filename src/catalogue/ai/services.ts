import { COMPANY_SERVICES } from "./company.js";
import { GATEWAYS } from "./gateways.js";
import { HELPER_SERVICES } from "./helpers.js";
import { PUBLIC_SERVICES } from "./public.js";
import type { AiServiceRecord } from "./record.js";

/** Every AI service that is known here. Company paths come first: where two could be meant, the narrower one is. */
export const AI_SERVICES: readonly AiServiceRecord[] = [
  ...COMPANY_SERVICES,
  ...GATEWAYS,
  ...PUBLIC_SERVICES,
  ...HELPER_SERVICES,
];

/** Modules and packages through which code reaches many services: a client's class says which. */
export const FRAMEWORKS: readonly string[] = [
  "langchain",
  "langchain_community",
  "langchain_core",
  "langgraph",
  "llama_index",
  "llamaindex",
  "agno",
  "phi",
  "crewai",
  "crewai_tools",
  "autogen",
  "autogen_ext",
  "autogen_agentchat",
  "ag2",
  "pydantic_ai",
  "haystack",
  "haystack_integrations",
  "dspy",
  "smolagents",
  "instructor",
  "semantic_kernel",
  "embedchain",
  "litellm",
  "google.adk",
  "ragas",
  "guidance",
  "controlflow",
  "camel",
  "@langchain/",
  "@llamaindex/",
  "@ai-sdk/",
  "@mastra/",
  "genkit",
  "@genkit-ai/",
  "ai",
  "mem0",
  "browser_use",
  "praisonaiagents",
  "lyzr",
  "strands",
  "marvin",
  "swarm",
  "portkey_ai",
  "langfuse",
  "langsmith",
  "aisuite",
  "upsonic",
];
