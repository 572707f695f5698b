/** What shows whose account an AI service is used with. */

export interface KeyOwner {
  /** How the key begins. */
  readonly prefix: string;
  readonly what: string;
  readonly source: string;
  readonly checked: string;
}

/** Keys that belong to one person. Their twins, which belong to an organisation or a service, are left alone. */
export const PERSONAL_KEYS = [
  {
    prefix: "lsv2_pt_",
    what: "a personal LangSmith token (a service key begins with `lsv2_sk_`)",
    source: "https://docs.smith.langchain.com/administration/concepts#api-keys",
    checked: "2026-11-24",
  },
  {
    prefix: "sk-ant-oat01-",
    what: "a token of a personal Claude subscription",
    source: "https://docs.anthropic.com/en/docs/claude-code/github-actions",
    checked: "2026-11-24",
  },
  {
    prefix: "hf_",
    what: "a person's Hugging Face token (an organisation's begins with `api_org_`)",
    source: "https://huggingface.co/docs/hub/security-tokens",
    checked: "2026-11-24",
  },
] as const satisfies readonly KeyOwner[];

export interface UnofficialClient {
  /** As code imports it. */
  readonly module: string;
  /** As a registry calls it, lower case. */
  readonly packageName: string;
  readonly what: string;
  readonly source: string;
  readonly checked: string;
}

/** Clients that behave like a browser that somebody is logged in with. */
export const UNOFFICIAL_CLIENTS = [
  {
    module: "g4f",
    packageName: "g4f",
    what: "other people's free access to several models",
    source: "https://github.com/xtekky/gpt4free",
    checked: "2026-11-24",
  },
  {
    module: "EdgeGPT",
    packageName: "edgegpt",
    what: "the Bing chat page",
    source: "https://github.com/acheong08/EdgeGPT",
    checked: "2026-11-24",
  },
  {
    module: "revChatGPT",
    packageName: "revchatgpt",
    what: "the ChatGPT page",
    source: "https://github.com/acheong08/ChatGPT",
    checked: "2026-11-24",
  },
  {
    module: "pyChatGPT",
    packageName: "pychatgpt",
    what: "the ChatGPT page",
    source: "https://github.com/terry3041/pyChatGPT",
    checked: "2026-11-24",
  },
  {
    module: "poe",
    packageName: "poe-api",
    what: "the Poe page",
    source: "https://github.com/ading2210/poe-api",
    checked: "2026-11-24",
  },
  {
    module: "bardapi",
    packageName: "bardapi",
    what: "the Bard page",
    source: "https://github.com/dsdanielpark/Bard-API",
    checked: "2026-11-24",
  },
  {
    module: "gemini_webapi",
    packageName: "gemini-webapi",
    what: "the Gemini page",
    source: "https://github.com/HanaokaYuzu/Gemini-API",
    checked: "2026-11-24",
  },
  {
    module: "hugchat",
    packageName: "hugchat",
    what: "the HuggingChat page",
    source: "https://github.com/Soulter/hugging-chat-api",
    checked: "2026-11-24",
  },
] as const satisfies readonly UnofficialClient[];

/** Pages that a person logs in to. A link to one is nothing; a program that opens one uses somebody's account. */
export const CONSUMER_HOSTS = [
  "chat.openai.com",
  "chatgpt.com",
  "claude.ai",
  "gemini.google.com",
  "bard.google.com",
  "copilot.microsoft.com",
  "poe.com",
  "chat.deepseek.com",
  "chat.mistral.ai",
  "grok.com",
] as const;

/** Settings that hold the session or the subscription of one person. */
export const PERSONAL_SETTINGS = [
  "CLAUDE_CODE_OAUTH_TOKEN",
  "CHATGPT_SESSION_TOKEN",
  "CHATGPT_ACCESS_TOKEN",
  "OPENAI_SESSION_TOKEN",
  "CLAUDE_SESSION_KEY",
  "BARD_API_KEY",
  "__Secure-next-auth.session-token",
  "__Secure-1PSID",
] as const;

/** Names by which a label speaks of an AI service. */
export const AI_WORDS =
  /openai|anthropic|claude|gemini|gpt|groq|mistral|cohere|hugging ?face|openrouter|deepseek|together|perplexity|llm|google ai|nebius|x\.?ai\b/i;
