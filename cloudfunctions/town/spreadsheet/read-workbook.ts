import type { Archive } from './open-archive';
import { refuseBrokenFile } from './refusals';
import { walkXml } from './walk-xml';

type ListedSheet = { name: string; isHidden: boolean; relationId: string };

/** Which sheet is to be read, and what stands beside it. */
export type Workbook = {
  /** In the archive. */
  part: string;
  sheet: { name: string; others: string[]; hidden: string[] };
  /** Days count from 1904 where the workbook began on an old Macintosh. */
  countsFrom1904: boolean;
  /** The part of the texts that cells share, and of the formats; there may be none. */
  strings: string | undefined;
  styles: string | undefined;
};

const isOn = (value: string | undefined) => value === '1' || value === 'true';

function readSheets(xml: string): { sheets: ListedSheet[]; countsFrom1904: boolean } {
  const sheets: ListedSheet[] = [];
  let countsFrom1904 = false;
  walkXml(xml, {
    open: (name, attribute) => {
      if (name === 'workbookPr') countsFrom1904 = isOn(attribute('date1904'));
      if (name !== 'sheet') return;
      const state = attribute('state') ?? 'visible';
      sheets.push({
        name: attribute('name') ?? '',
        isHidden: state === 'hidden' || state === 'veryHidden',
        relationId: attribute('r:id') ?? '',
      });
    },
  });
  return { sheets, countsFrom1904 };
}

type Relations = Map<string, { kind: string; part: string }>;

/** Where a part is said to lie, from the folder of who says so. */
function pathOf(target: string, folder: string): string {
  const from = target.startsWith('/') ? [] : folder.split('/').filter(Boolean);
  const steps = [...from];
  for (const step of target.split('/').filter((each) => each !== '' && each !== '.')) {
    if (step === '..') steps.pop();
    else steps.push(step);
  }
  return steps.join('/');
}

function readRelations(xml: string, folder: string): Relations {
  const relations: Relations = new Map();
  walkXml(xml, {
    open: (name, attribute) => {
      if (name !== 'Relationship') return;
      const kind = (attribute('Type') ?? '').split('/').at(-1) ?? '';
      const part = pathOf(attribute('Target') ?? '', folder);
      relations.set(attribute('Id') ?? '', { kind, part });
    },
  });
  return relations;
}

/**
 * Finds the first sheet that is to be seen.
 * @throws Refusal `file-not-spreadsheet`
 */
export function readWorkbook({ names, read }: Archive): Workbook {
  const workbook = names.find((name) => /^xl\/workbook\d*\.xml$/i.test(name)) ?? refuseBrokenFile();
  const relationsPart = workbook.replace(/([^/]+)$/, '_rels/$1.rels');
  const parts = read([workbook, relationsPart]);
  const { sheets, countsFrom1904 } = readSheets(parts.get(workbook) ?? '');
  const relations = readRelations(parts.get(relationsPart) ?? refuseBrokenFile(), 'xl');
  // A chart may have a sheet of its own, with no cells.
  const withCells = sheets.filter(
    ({ relationId }) => relations.get(relationId)?.kind === 'worksheet',
  );
  const seen = withCells.filter(({ isHidden }) => !isHidden);
  const [first = refuseBrokenFile(), ...others] = seen;
  const part = relations.get(first.relationId)?.part ?? '';
  const ofKind = (kind: string) => [...relations.values()].find((each) => each.kind === kind)?.part;
  const nameOf = ({ name }: ListedSheet) => name;
  return {
    part: names.includes(part) ? part : refuseBrokenFile(),
    sheet: {
      name: first.name,
      others: others.map(nameOf),
      hidden: withCells.filter(({ isHidden }) => isHidden).map(nameOf),
    },
    countsFrom1904,
    strings: ofKind('sharedStrings'),
    styles: ofKind('styles'),
  };
}
