import { lstat, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { siteMarkerName } from '#schemas/workspace.ts';
import { reasonAgainstAnyName, reasonAgainstName } from './file-names.ts';
import { PublishingError } from './publishing-error.ts';

export interface SiteFile {
  /** Within the site, with `/`. */
  readonly path: string;
  readonly bytes: number;
}

/** A built site as it lies in a folder: nothing but plain files, none too large. */
export interface SiteFolder {
  readonly folder: string;
  readonly files: readonly SiteFile[];
  readonly bytes: number;
  /** The path that its pages expect to be served at, as its marker says. */
  readonly base: string;
}

/** What a site may hold. */
interface Limits {
  /** Folders included. */
  readonly files: number;
  readonly fileBytes: number;
  readonly bytes: number;
}

const megabyte = 1024 * 1024;

/** GitHub takes no file above 100 MB, and a published site is held to 1 GB. */
const ours: Limits = { files: 500_000, fileBytes: 100 * megabyte, bytes: 1024 * megabyte };

/** What a stranger built takes its room from the site itself. */
const strangers: Limits = { files: 50_000, fileBytes: 50 * megabyte, bytes: 200 * megabyte };

/** Of a folder that is wrong throughout, nobody reads more. */
const mostReasons = 20;

/** A marker has some forty bytes. */
const mostMarkerBytes = 4096;

const markerSchema = z.object({ schema: z.literal(1), base: z.string().max(1000).startsWith('/').endsWith('/') });

/**
 * Reads what lies in the folder of a built site, and checks it as data: nothing in it is run, followed or believed.
 *
 * @param builtBy `a stranger`: names and sorts of files are held to what Priors itself makes, and the limits are tighter
 * @throws {PublishingError} with each path and its reason, where anything is not as it must be
 */
export async function readSiteFolder(folder: string, builtBy: 'us' | 'a stranger'): Promise<SiteFolder> {
  const root = await lstat(folder).catch(() => null);
  if (root === null) throw new PublishingError(`There is no folder "${folder}".`);
  if (!root.isDirectory()) throw new PublishingError(`"${folder}" is not a folder.`);
  const reading = new Reading(folder, builtBy);
  await reading.readBelow('');
  return reading.end(await markedBase(folder));
}

class Reading {
  private readonly files: SiteFile[] = [];
  private readonly reasons: string[] = [];
  /** Folders included. */
  private seen = 0;
  private readonly folder: string;
  private readonly isStrangers: boolean;
  private readonly limits: Limits;
  private bytes = 0;

  constructor(folder: string, builtBy: 'us' | 'a stranger') {
    this.folder = folder;
    this.isStrangers = builtBy === 'a stranger';
    this.limits = this.isStrangers ? strangers : ours;
  }

  async readBelow(path: string): Promise<void> {
    const names = await readdir(join(this.folder, path));
    for (const name of names.sort()) {
      if (this.reasons.length >= mostReasons) return;
      await this.read(path === '' ? name : `${path}/${name}`, name);
    }
  }

  end(base: string | null): SiteFolder {
    if (base === null) this.refuse(siteMarkerName, 'it is missing or not what Priors writes: this is no site that Priors built');
    if (base === null || this.reasons.length > 0) {
      const more = this.reasons.length >= mostReasons ? '\n  and perhaps more' : '';
      throw new PublishingError(`Nothing was published. What lies in "${this.folder}" cannot be:\n  ${this.reasons.join('\n  ')}${more}`);
    }
    return { folder: this.folder, files: this.files, bytes: this.bytes, base };
  }

  private async read(path: string, name: string): Promise<void> {
    const nameless = reasonAgainstAnyName(name);
    if (nameless !== null) return this.refuse(path, nameless);
    this.seen += 1;
    if (this.seen === this.limits.files + 1) this.refuse(path, `with it the site has more than ${this.limits.files} files and folders`);
    if (this.seen > this.limits.files) return;
    const status = await lstat(join(this.folder, path));
    if (status.isSymbolicLink()) return this.refuse(path, 'it is a symbolic link');
    if (status.isDirectory()) return this.readBelow(path);
    if (!status.isFile()) return this.refuse(path, 'it is neither a file nor a folder');
    if (this.isStrangers && status.nlink > 1) return this.refuse(path, 'it is linked to from elsewhere');
    const reason = this.isStrangers ? reasonAgainstName(path) : null;
    if (reason !== null) return this.refuse(path, reason);
    this.count(path, status.size);
  }

  private count(path: string, bytes: number): void {
    this.files.push({ path, bytes });
    this.bytes += bytes;
    if (bytes > this.limits.fileBytes) this.refuse(path, `it has ${inMegabytes(bytes)}, more than ${inMegabytes(this.limits.fileBytes)}`);
    // Said once, where the limit is passed.
    if (this.bytes > this.limits.bytes && this.bytes - bytes <= this.limits.bytes)
      this.refuse(path, `with it the site has more than ${inMegabytes(this.limits.bytes)}`);
  }

  private refuse(path: string, reason: string): void {
    this.reasons.push(`- ${path}: ${reason}`);
  }
}

function inMegabytes(bytes: number): string {
  return `${(bytes / megabyte).toFixed(bytes % megabyte === 0 ? 0 : 1)} MB`;
}

/** The base that the marker at the root of a site names; null where there is no marker as Priors writes it. */
async function markedBase(folder: string): Promise<string | null> {
  const path = join(folder, siteMarkerName);
  try {
    const status = await lstat(path);
    if (!status.isFile() || status.size > mostMarkerBytes) return null;
    return markerSchema.parse(JSON.parse(await readFile(path, 'utf8'))).base;
  } catch {
    return null;
  }
}
