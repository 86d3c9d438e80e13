import { element } from '#client/elements.ts';
import { exportFormats, exportRows, type ExportFormat } from '#client/table/export-rows.ts';
import { countText } from '#client/table/state-words.ts';
import type { TableView } from '#client/table/table-state.ts';

const formatNames: Readonly<Record<ExportFormat, string>> = { markdown: 'Markdown', csv: 'CSV', tsv: 'TSV', latex: 'LaTeX', json: 'JSON' };

interface CopySetting {
  readonly view: TableView;
  /** `run`, `row`. */
  readonly noun: string;
  /** Says what was copied, or that nothing was. */
  readonly say: (text: string) => void;
  readonly close: () => void;
}

/** Fills the panel that copies rows: the selected ones, or all that are shown, with the columns that are shown. */
export function fillCopyPanel(panel: HTMLElement, { view, noun, say, close }: CopySetting): void {
  const { columns, selectedRows } = view;
  const rows = selectedRows.length > 0 ? selectedRows : view.rows;
  const what = `${countText(rows.length, rows.length, noun)}${selectedRows.length > 0 ? ' selected' : ''}, ${countText(columns.length, columns.length, 'column')}`;
  const buttons = exportFormats.map((format) => {
    const button = element('button', { type: 'button', class: 'table-button' }, formatNames[format]);
    button.addEventListener('click', () => {
      close();
      void copied(exportRows(columns, rows, format)).then((isCopied) =>
        say(
          isCopied ? `Copied as ${formatNames[format]}: ${what}.` : 'The browser does not let this page copy. The downloads have all rows.',
        ),
      );
    });
    return button;
  });
  panel.replaceChildren(
    element('h2', { class: 'panel-title' }, 'Copy'),
    element('p', { class: 'panel-note' }, `${what}, as they are shown, as`),
    element('div', { class: 'panel-buttons' }, ...buttons),
  );
}

/** Browsers have no clipboard for pages that were not served securely, and may ask the reader. */
async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
