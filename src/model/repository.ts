/** A repository as GitHub describes it, under the ids that survive a rename and a transfer. */
export interface KnownRepository {
  readonly id: number;
  readonly nodeId: string;
  readonly installationId: number;
  readonly owner: string;
  readonly name: string;
  readonly defaultBranch: string;
  readonly private: boolean;
  readonly fork: boolean;
  readonly archived: boolean;
  readonly topics: readonly string[];
  /** The organisation's custom properties. */
  readonly properties: Readonly<Record<string, string>>;
}
