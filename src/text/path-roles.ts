/** What a path says about the part a file plays. */

const TEST_FOLDER =
  /(^|\/)(tests?|__tests__|specs?|e2e|cypress|__mocks__|mocks?|fixtures?|__fixtures__|testdata|cassettes|stubs?)\//i;
const TEST_NAME = /(^|\/)(test_[^/]{1,120}|conftest|[^/]{1,120}[._-](test|tests|spec|mock|stories|fixture))\.\w{1,8}$/i;
const VENDORED =
  /(^|\/)(node_modules|\.yarn|vendor|third_party|site-packages|\.venv|venv|dist|build|\.next|\.terraform|cdk\.out|bower_components|__pycache__)\//i;
const PROMPTS = /(^|\/)(prompts?|system[-_]prompts?)(\/|\.\w{1,8}$)/i;

/** Code that tries things out on stand-ins. */
export const isTestPath = (path: string): boolean => TEST_FOLDER.test(path) || TEST_NAME.test(path);

/** Other people's code, or made by a machine from code that is also here. */
export const isVendoredPath = (path: string): boolean => VENDORED.test(path) || /\.min\.(js|mjs|css)$/i.test(path);

/** What people say to a model. Nobody looks into it. */
export const isPromptPath = (path: string): boolean => PROMPTS.test(path);
