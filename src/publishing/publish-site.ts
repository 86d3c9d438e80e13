import { siteMarkerName } from '#schemas/workspace.ts';
import { isPublishedByPriors, type TreeEntry } from './branch-tree.ts';
import { withPagesRepository, type BranchState, type PagesBranch } from './pages-branch.ts';
import { previewFolder, previewListPath, readPreviewList, withPreview, writePreviewList, type Preview } from './preview-list.ts';
import { readSiteFolder } from './read-site-folder.ts';
import { PublishingError } from './publishing-error.ts';

/** What publishing did. */
export interface Published {
  /** The path that its pages expect to be served at. */
  readonly base: string;
  /** How many files the site has. */
  readonly files: number;
  /** The new commit of the branch; null where the branch held all of it already. */
  readonly commit: string | null;
  /** Pull requests whose previews made room. */
  readonly removed: readonly number[];
}

const previews = 'preview/';
/** The domain of the site, which GitHub keeps on the branch. */
const domain = 'CNAME';
/** GitHub Pages then takes every file as it is. */
const asIs = '.nojekyll';

/**
 * Puts a built site onto the branch, in place of all that is there but previews and the domain.
 *
 * @throws {PublishingError} where the folder is no site, the branch is somebody else's, or the remote does not take it
 */
export async function publishSite(folder: string, target: PagesBranch): Promise<Published> {
  const site = await readSiteFolder(folder, 'us');
  const [, number] = /\/preview\/pr-(\d+)\/$/.exec(site.base) ?? [];
  if (number !== undefined)
    throw new PublishingError(
      `Nothing was published. The site is built for ${site.base}: it is the preview of pull request ${number}, and would replace the site itself.\n  Say so with --pull-request ${number}.`,
    );
  const taken = site.files.find(({ path }) => `${path}/`.startsWith(previews) || path === domain);
  if (taken !== undefined)
    throw new PublishingError(`Nothing was published. ${taken.path} of the site would replace what the branch itself keeps there.`);
  const commit = await withPagesRepository(target, async (repository) => {
    const added = await repository.add(site, '');
    const nojekyll = await repository.addText(asIs, '');
    return repository.change(async (state) => {
      refuseForeign(state, target);
      const kept = state.entries.filter(({ path }) => path.startsWith(previews) || path === domain);
      return { entries: [...kept, nojekyll, ...added.filter(({ path }) => path !== asIs)], message: 'Publish the site' };
    });
  });
  return { base: site.base, files: site.files.length, commit, removed: [] };
}

/**
 * Puts the preview of a pull request, which a stranger may have built, into its folder of the branch. Of earlier previews the oldest are removed.
 *
 * @param base the path that the preview must be built for; null for any that ends with its folder
 * @throws {PublishingError} as `publishSite`, and where anything in the folder is not as Priors makes it
 */
export async function publishPreview(
  folder: string,
  number: number,
  base: string | null,
  keep: number,
  target: PagesBranch,
): Promise<Published> {
  const site = await readPreviewFolder(folder, number, base);
  let removed: readonly number[] = [];
  const commit = await withPagesRepository(target, async (repository) => {
    const added = await repository.add(site, previewFolder(number));
    const nojekyll = await repository.addText(asIs, '');
    return repository.change(async (state) => {
      refuseForeign(state, target);
      const earlier = await listedPreviews(state);
      const list = withPreview(earlier, { number, bytes: site.bytes }, keep);
      removed = earlier.map((preview) => preview.number).filter((each) => !list.some((preview) => preview.number === each));
      const kept = withoutPreviews(state.entries, [number, ...removed]).filter(({ path }) => path !== asIs);
      const listed = await repository.addText(previewListPath, writePreviewList(list));
      return { entries: [...kept, nojekyll, listed, ...added], message: `Publish the preview of pull request ${number}` };
    });
  });
  return { base: site.base, files: site.files.length, commit, removed: commit === null ? [] : removed };
}

/**
 * Checks the folder of a preview as `publishPreview` does, and publishes nothing.
 *
 * @returns how many files it has
 * @throws {PublishingError}
 */
export async function checkPreview(folder: string, number: number, base: string | null): Promise<number> {
  return (await readPreviewFolder(folder, number, base)).files.length;
}

/**
 * Removes the preview of a pull request from the branch.
 *
 * @returns the new commit; null where there is no such preview
 * @throws {PublishingError} where the branch is somebody else's, or the remote does not take it
 */
export async function closePreview(number: number, target: PagesBranch): Promise<string | null> {
  return withPagesRepository(target, (repository) =>
    repository.change(async (state) => {
      const earlier = await listedPreviews(state);
      if (!earlier.some((preview) => preview.number === number)) return null;
      refuseForeign(state, target);
      const list = earlier.filter((preview) => preview.number !== number);
      const listed = await repository.addText(previewListPath, writePreviewList(list));
      return { entries: [...withoutPreviews(state.entries, [number]), listed], message: `Remove the preview of pull request ${number}` };
    }),
  );
}

async function readPreviewFolder(folder: string, number: number, base: string | null): ReturnType<typeof readSiteFolder> {
  const site = await readSiteFolder(folder, 'a stranger');
  const isExpected = base === null ? site.base.endsWith(`/${previewFolder(number)}`) : site.base === base;
  if (!isExpected)
    throw new PublishingError(
      `Nothing was published. The site is built for ${site.base}, and not for ${base ?? `…/${previewFolder(number)}`}.`,
    );
  return site;
}

/** Previews as the list has them, then those that are only there as folders: nobody knows when they came. */
async function listedPreviews(state: BranchState): Promise<Preview[]> {
  const text = await state.read(previewListPath);
  const folders = new Set(state.entries.flatMap(({ path }) => /^preview\/pr-([1-9]\d{0,14})\//.exec(path)?.[1] ?? []).map(Number));
  const listed = (text === null ? [] : readPreviewList(text)).filter(({ number }) => folders.delete(number));
  return [...listed, ...Array.from(folders, (number) => ({ number, bytes: 0 }))];
}

function withoutPreviews(entries: readonly TreeEntry[], numbers: readonly number[]): TreeEntry[] {
  const folders = numbers.map(previewFolder);
  return entries.filter(({ path }) => path !== previewListPath && !folders.some((folder) => path.startsWith(folder)));
}

/** A branch that somebody works on must not become a site because of one wrong word. */
function refuseForeign({ entries }: BranchState, { branch, remote }: PagesBranch): void {
  if (isPublishedByPriors(entries, [siteMarkerName, previewListPath])) return;
  throw new PublishingError(
    `Nothing was published. The branch ${branch} of ${remote} holds files that Priors did not publish; it would replace them.\n  Name another branch with --branch, or remove that one.`,
  );
}
