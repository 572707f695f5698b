export const REFERENCE = "the tool's own command reference";
export const CHECKED = "2026-11-24";
/** Flags with which nothing is changed. */
export const DRY_RUN = /^--?dry-?run(=(?!none|false)|$)|^--noop$|^--check$/i;
/** Flags and addresses with which nothing is published for everyone. */
export const NOT_FOR_ALL = /^--?dry-?run|^--snapshot$|test\.?pypi/i;
export const CLUSTER = "changes what runs on a Kubernetes cluster";
export const CLOUD = "creates or changes cloud resources";
