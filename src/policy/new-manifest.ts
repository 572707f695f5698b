import { MANIFEST_SCHEMA } from "../model/manifest.js";
import { yamlText } from "./reading/say.js";

/** What a person is asked for a first manifest. */
export interface NewManifest {
  readonly name: string;
  readonly owner: string;
  /** One of the manifest's words for data. */
  readonly data: string;
  /** Ids of AI services; may be empty. */
  readonly ai?: readonly string[];
}

/** The text of a first manifest: five short lines, the first of which brings help in an editor. */
export function newManifest({ name, owner, data, ai = [] }: NewManifest, schema: string = MANIFEST_SCHEMA): string {
  return [
    `# yaml-language-server: $schema=${schema}`,
    `name: ${yamlText(name.trim().slice(0, 80).trim())}`,
    `owner: ${yamlText(owner)}`,
    `data: ${yamlText(data)}`,
    `ai: [${ai.map((id) => yamlText(id, "list")).join(", ")}]`,
    "",
  ].join("\n");
}
