import { readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseRunLog } from '#ingest/run-logs/parse-run-log.ts';
import { appendEvent } from '#write/append-event.ts';
import { eventText, type NewEvent } from '#write/event-text.ts';
import { sourceFromText } from '#write/source-text.ts';
import { createWorkspace } from '../../workspace.ts';
import { filesBelow } from './files-below.ts';

const event: NewEvent = {
  timestamp: '2026-01-04T09:30:00',
  action: 'CHECK_DISK',
  description: 'Verifying: disk space',
  fields: [
    { key: 'Command', value: 'df -h\n\n[2026-01-01 00:00:00] not an event\nKey: not a field' },
    { key: 'Next Steps', value: 'none' },
  ],
};
const block = `[2026-01-04 09:30:00] CHECK_DISK: Verifying: disk space
Command: df -h

  [2026-01-01 00:00:00] not an event
  Key: not a field
Next Steps: none
`;

describe('appendEvent', () => {
  it('makes folder and log, and divides events by a blank line', async () => {
    const workspace = createWorkspace();
    for (let times = 0; times < 2; times += 1) {
      expect(await appendEvent({ workspace, experiment: 'cap_8L', log: 'design-experiment', event })).toBe(
        'experiments/cap_8L/design-experiment.log',
      );
    }
    expect(readFileSync(join(workspace, 'experiments/cap_8L/design-experiment.log'), 'utf8')).toBe(`${block}\n${block}`);
    expect(filesBelow(workspace)).toEqual(['experiments/cap_8L/design-experiment.log']);
  });

  it('continues a log that lies in the folder logs, with its line ends', async () => {
    const workspace = createWorkspace({ 'runs/x/logs/scaffold.log': '[2026-01-01 00:00:00] START\r\nResult: ok' });
    expect(await appendEvent({ workspace, experiment: 'runs/x', log: 'scaffold.log', event: { ...event, fields: [] } })).toBe(
      'runs/x/logs/scaffold.log',
    );
    expect(readFileSync(join(workspace, 'runs/x/logs/scaffold.log'), 'utf8')).toBe(
      '[2026-01-01 00:00:00] START\r\nResult: ok\r\n\r\n[2026-01-04 09:30:00] CHECK_DISK: Verifying: disk space\r\n',
    );
  });

  it.each([
    ['design.md', 'design'],
    ['run.json', 'run'],
    ['run.LOG', 'run'],
  ])('refuses the name %s, which is that of another sort of file', async (log, name) => {
    const workspace = createWorkspace();
    await expect(appendEvent({ workspace, experiment: 'x', log, event })).rejects.toMatchObject({
      hint: `Write the name without it: --log "${name}".`,
    });
    expect(filesBelow(workspace)).toEqual([]);
  });

  it('takes a number behind a dot for a part of the name', async () => {
    expect(await appendEvent({ workspace: createWorkspace(), experiment: 'x', log: 'run-lr0.5', event })).toBe(
      'experiments/x/run-lr0.5.log',
    );
  });

  const json = '{"timestamp": "2026-01-01T00:00:00Z", "action": "START", "result": "success"}';

  it('continues a log in JSON as JSON Lines, whatever it is called', async () => {
    for (const name of ['run.log', 'run.jsonl', 'logs/run.jsonl']) {
      const workspace = createWorkspace({ [`experiments/x/${name}`]: json });
      const path = await appendEvent({ workspace, experiment: 'x', log: 'run', event });
      expect(path).toBe(`experiments/x/${name}`);
      const text = readFileSync(join(workspace, path), 'utf8');
      expect(text.split('\n')).toEqual([
        json,
        JSON.stringify({
          timestamp: '2026-01-04T09:30:00',
          action: 'CHECK_DISK',
          description: 'Verifying: disk space',
          command: event.fields[0]?.value,
          'Next Steps': 'none',
        }),
        '',
      ]);
      expect(parseRunLog(sourceFromText(path, text)).runLog?.events).toHaveLength(2);
    }
  });

  it('continues objects that stand on several lines', async () => {
    const pretty = '{\n  "timestamp": "2026-01-01T00:00:00Z",\n  "action": "START"\n}\n';
    const workspace = createWorkspace({ 'experiments/x/run.log': pretty });
    const path = await appendEvent({ workspace, experiment: 'x', log: 'run', event });
    const text = readFileSync(join(workspace, path), 'utf8');
    expect(text.startsWith(`${pretty}{"timestamp":"2026-01-04T09:30:00"`)).toBe(true);
    expect(parseRunLog(sourceFromText(path, text)).runLog?.events.map(({ action }) => action)).toEqual(['START', 'CHECK_DISK']);
  });

  it('begins JSON Lines where the name says so', async () => {
    const workspace = createWorkspace();
    const path = await appendEvent({ workspace, experiment: 'x', log: 'run.jsonl', event });
    expect(readFileSync(join(workspace, path), 'utf8')).toMatch(/^\{"timestamp".*\}\n$/);
  });

  it('goes on in UTC where the log is written so', async () => {
    const workspace = createWorkspace({ 'experiments/x/run.log': `${json}\n`, 'experiments/x/local.log': '[2026-01-01 00:00:00] START\n' });
    for (const [log, pattern] of [
      ['run', /"timestamp":"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ"/],
      ['local', /\n\n\[\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\] CHECK_DISK/],
    ] as const) {
      const path = await appendEvent({ workspace, experiment: 'x', log, event: { ...event, timestamp: null } });
      expect(readFileSync(join(workspace, path), 'utf8')).toMatch(pattern);
    }
  });

  it.each([
    ['one list in JSON', `[\n${json}\n]\n`],
    ['an object that is never closed, which would swallow it', '{"timestamp": "2026-01-01T00:00:00Z", "action": "START", "note": "open\n'],
  ])('refuses to continue %s, and leaves it as it was', async (_, text) => {
    const workspace = createWorkspace({ 'experiments/x/run.log': text });
    const written = appendEvent({ workspace, experiment: 'x', log: 'run', event }).catch(() => 'refused');
    const after = async (): Promise<string> => (await written, readFileSync(join(workspace, 'experiments/x/run.log'), 'utf8'));
    if ((await written) === 'refused') expect(await after()).toBe(text);
    // Or the reader tells the two apart, and nothing is lost.
    else expect(parseRunLog(sourceFromText('experiments/x/run.log', await after())).runLog?.events.at(-1)?.action).toBe('CHECK_DISK');
  });

  it('loses no event when many write at once', async () => {
    const workspace = createWorkspace();
    await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        appendEvent({ workspace, experiment: 'x', log: 'a', event: { ...event, description: String(index) } }),
      ),
    );
    const { runLog } = parseRunLog(sourceFromText('experiments/x/a.log', readFileSync(join(workspace, 'experiments/x/a.log'), 'utf8')));
    expect(runLog?.events.map(({ description }) => description).sort()).toEqual(['0', '1', '2', '3', '4', '5', '6', '7']);
  });

  it.each([
    ['../x', 'a'],
    ['..', 'a'],
    ['', 'a'],
    ['experiments/../../x', 'a'],
    ['not/there', 'a'],
    ['away', 'a'],
    ['x', '../a'],
    ['x', '.a'],
    ['x', ''],
  ])('refuses the experiment %j with the log %j, and writes nothing', async (experiment, log) => {
    const workspace = createWorkspace({ 'experiments/keep.md': '' });
    symlinkSync(createWorkspace(), join(workspace, 'experiments/away'));
    await expect(appendEvent({ workspace, experiment, log, event })).rejects.toThrow();
    expect(filesBelow(workspace)).toEqual(['experiments/away', 'experiments/keep.md']);
  });
});

describe('eventText', () => {
  it.each([
    ['an action with spaces', { ...event, action: 'check disk' }],
    ['a time that does not exist', { ...event, timestamp: '2026-02-30T09:30:00' }],
    ['a date without a time', { ...event, timestamp: '2026-02-20' }],
    ['a text of two lines', { ...event, description: 'a\nb' }],
    ['a field whose name holds a colon', { ...event, fields: [{ key: 'a: b', value: 'c' }] }],
    ['the colors of a terminal', { ...event, fields: [{ key: 'Result', value: '\u001b[31mfailed' }] }],
    ['a field whose name is a list item', { ...event, fields: [{ key: '- a', value: 'c' }] }],
  ])('refuses %s', (_, wrong) => {
    expect(() => eventText(wrong)).toThrow();
  });

  it('is read back as one event with the same fields, whatever their values hold', () => {
    const value = fc.array(fc.stringMatching(/^[ -~é→]*$/), { minLength: 1, maxLength: 5 }).map((lines) => lines.join('\n').trim());
    fc.assert(
      fc.property(value, value, (first, second) => {
        const text = eventText({
          ...event,
          fields: [
            { key: 'Command', value: first },
            { key: 'Result', value: second },
          ],
        });
        const { runLog, problems } = parseRunLog(sourceFromText('experiments/x/a.log', `${text}\n`));
        expect(problems).toEqual([]);
        expect(runLog?.events).toHaveLength(1);
        const lines = (written: string | undefined): string[] =>
          (written ?? '')
            .split('\n')
            .map((line) => line.trim())
            .filter((line) => line !== '');
        expect(runLog?.events[0]?.fields.map(({ key }) => key)).toEqual(['Command', 'Result']);
        expect(runLog?.events[0]?.fields.map((field) => lines(field.value))).toEqual([lines(first), lines(second)]);
        expect(runLog?.events[0]?.notes).toEqual([]);
      }),
    );
  });
});
