/** Files and places whose addresses are contacts of public work: authors, maintainers, lock files, inventories of parts. */
export const QUIET_PATHS =
  /(?:^|\/)(?:package(?:-lock)?\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml|composer\.(?:json|lock)|cargo\.(?:toml|lock)|pyproject\.toml|poetry\.lock|pipfile(?:\.lock)?|setup\.(?:cfg|py)|pubspec\.ya?ml|chart\.ya?ml|galaxy\.ya?ml|pom\.xml|[^/]*\.gemspec|[^/]*\.podspec(?:\.json)?|gemfile\.lock|mix\.lock|flake\.lock|codeowners|owners(?:_aliases)?|authors(?:\.\w+)?|contributors?(?:\.\w+)?|maintainers?(?:\.\w+)?|credits(?:\.\w+)?|thanks(?:\.\w+)?|humans\.txt|changelog(?:\.\w+)?|changes(?:\.\w+)?|history(?:\.\w+)?|license(?:\.\w+)?|notice(?:\.\w+)?|citation\.cff|\.all-contributorsrc|\.mailmap|\.zenodo\.json|codemeta\.json|sbom[^/]*|bom\.(?:json|xml)|[^/]*\.(?:spdx|cdx)(?:\.json)?|ai-experiment(?:-policy)?\.ya?ml|dependabot\.yml|renovate\.json|openapi[^/]*|swagger[^/]*)$|(?:^|\/)(?:node_modules|vendor|third_party|\.git|dist-info|site-packages|licenses?)\//i;

/** Parts of a way into a document that lead to the people of public work. */
export const QUIET_PLACES =
  /(?:^|[.\]])(?:maintainers?|contributors?|authors?|committers?|commits?|tagger|_npmuser|packagers?|codeowners?|packages|dependencies|creators|signatories|versions|packument)(?:[.[]|$)/i;
/** Columns under these names are contacts of public work, whatever table they are in. */
export const QUIET_COLUMNS =
  /(?:^|\.)(?:commit\.)?(?:author|committer|tagger|maintainer|contributor|packager)\.(?:e-?mail|name)$|(?:^|[._])(?:maintainers?|packagers?|uploaders?|contributors?)$/i;
