/** A file of a repository, relative to its root. */
export interface WorkflowFile {
  readonly path: string;
  readonly text: string;
}

/** The workflows that check, publish and preview a workspace; `workspace` is relative to the repository's root, `.` at the root itself. */
export function workflowFiles({ workspace }: { readonly workspace: string }): readonly WorkflowFile[] {
  return [{ path: '.github/workflows/priors-check.yml', text: `# ${workspace}\nname: Check\n` }];
}
