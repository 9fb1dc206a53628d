import { spawnSync } from 'node:child_process';
import path from 'node:path';
import findings from './audit-findings.json';
import { bundledPackages, phonePackages } from './bundled-packages';

/** An advisory, or the name of a package that brings one. */
type Via = string | { name: string; url?: string; title?: string };
type Vulnerability = { name: string; severity: string; via: Via[] };
export type Report = {
  vulnerabilities?: Record<string, Vulnerability>;
  error?: { summary?: string };
};

const root = path.resolve(__dirname, '../..');

/** The registry's own answer for what is not a development dependency; null where it gives none. */
function askRegistry(): { report: Report | null; said: string } {
  const options = { cwd: root, encoding: 'utf8', timeout: 60_000 } as const;
  const { stdout, stderr } = spawnSync('npm', ['audit', '--omit=dev', '--json'], options);
  try {
    const report = JSON.parse(stdout) as Report;
    return { report: report.vulnerabilities ? report : null, said: stderr };
  } catch {
    return { report: null, said: stderr };
  }
}

const nameOf = (packageAndVersion: string) => packageAndVersion.replace(/(?<=.)@[^@]*$/, '');

/** `axios GHSA-…` of every advisory that is reported for one of the packages. */
export function advisoriesOf(report: Report, names: ReadonlySet<string>): string[] {
  const found = Object.values(report.vulnerabilities ?? {}).flatMap(({ via }) =>
    via.flatMap((each) => {
      if (typeof each === 'string' || !names.has(each.name)) return [];
      return [`${each.name} ${each.url?.split('/').at(-1) ?? each.title}`];
    }),
  );
  return [...new Set(found)];
}

export const explained: ReadonlySet<string> = new Set(
  findings.flatMap((each) => each.advisories.map((id) => `${nameOf(each.package)} ${id}`)),
);

/**
 * What the registry knows of what is deployed, and whether each advisory is explained. Taro's own
 * tools are dependencies too, but nothing of them is deployed: what counts is bundled in a function
 * or may be in the mini-program.
 */
async function main(): Promise<void> {
  const bundled = await bundledPackages();
  console.log(`${bundled.size} packages are inside the functions.`);
  console.log(`At most ${phonePackages().size} are inside the mini-program.`);
  const { report, said } = askRegistry();
  if (!report) {
    const reason = /audit (\d{3} [^\n]*)/.exec(said)?.[1] ?? 'no answer';
    console.log(`The registry's audit service did not answer (${reason.split(' - ')[0]}).`);
    for (const each of findings) {
      console.log(`known without it: ${each.package} ${each.advisories.join(' ')}`);
    }
    return;
  }
  const names = new Set([...[...bundled.keys()].map(nameOf), ...phonePackages()]);
  const deployed = advisoriesOf(report, names);
  const all = Object.keys(report.vulnerabilities ?? {});
  console.log(`${all.length} packages with findings, ${deployed.length} advisories deployed.`);
  for (const advisory of deployed) {
    const isExplained = explained.has(advisory);
    console.log(`${advisory} ${isExplained ? 'explained' : 'NOT EXPLAINED'}`);
    if (!isExplained) process.exitCode = 1;
  }
}

if (require.main === module) void main();
