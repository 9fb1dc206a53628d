import { spawnSync } from 'node:child_process';
import path from 'node:path';
import findings from './audit-findings.json';
import { bundledPackages } from './bundled-packages';

type Vulnerability = { name: string; severity: string; via: unknown[] };
type Report = { vulnerabilities?: Record<string, Vulnerability>; error?: { summary?: string } };

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

/**
 * What the registry knows of what is deployed, and whether each finding is explained. Taro's own
 * tools are dependencies too, but nothing of them is deployed: only what is bundled counts.
 */
async function main(): Promise<void> {
  const bundled = await bundledPackages();
  console.log(`${bundled.size} packages are inside the functions.`);
  const { report, said } = askRegistry();
  if (!report) {
    const reason = /audit (\d{3} [^\n]*)/.exec(said)?.[1] ?? 'no answer';
    console.log(`The registry's audit service did not answer (${reason.split(' - ')[0]}).`);
    for (const each of findings) {
      console.log(`known without it: ${each.package} ${each.advisories.join(' ')}`);
    }
    return;
  }
  const names = new Set([...bundled.keys()].map((key) => key.replace(/(?<=.)@[^@]*$/, '')));
  const explained = new Set(findings.map((each) => each.package.replace(/(?<=.)@[^@]*$/, '')));
  const all = Object.values(report.vulnerabilities ?? {});
  const deployed = all.filter(({ name }) => names.has(name));
  console.log(`${all.length} findings, ${deployed.length} of them in packages that are deployed.`);
  for (const { name, severity } of deployed) {
    const state = explained.has(name) ? 'explained' : 'NOT EXPLAINED';
    console.log(`${name} ${severity} ${state}`);
    if (!explained.has(name)) process.exitCode = 1;
  }
}

main();
