/** What a shell knows beside the verdict. All of it is optional: a report leaves out what it doesn't know. */
export interface ReportContext {
  /** `owner/name`, for the Dev request form. */
  readonly repository?: string;
  /** The handoff that was really opened; a link in a manifest is only a claim. */
  readonly handoff?: { readonly number: number; readonly url: string };
  /** Where the judged files can be seen, without a slash at the end: `https://github.com/acme/demo/blob/SHA`. */
  readonly filesUrl?: string;
  /** The judged folder below the repository's root, as `apps/demo`, where GitHub wants paths from the root. */
  readonly folder?: string;
  /** Somebody listens to commands such as `/handoff` in comments. */
  readonly commands?: boolean;
  readonly milliseconds?: number;
}

/** A path from the repository's root, as annotations, SARIF and links have it. */
export function fromRoot(path: string, { folder }: ReportContext): string {
  return folder === undefined || folder === "" ? path : `${folder}/${path}`;
}
