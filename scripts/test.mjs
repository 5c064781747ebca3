import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBrowser } from './browser.mjs';
import { ensureInstalled } from './install.mjs';
import { chooseNode, given, inProject, pinnedEnvironment } from './pinned.mjs';

ensureInstalled();
const node = chooseNode();
const browser = ensureBrowser();
const folder = mkdtempSync(join(tmpdir(), 'qingbiao-report-'));
const report = join(folder, 'report.json');
const vitest = [
  inProject('node_modules/vitest/vitest.mjs'),
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${report}`,
];

const child = spawn(node, [...vitest, ...given()], {
  cwd: inProject(),
  stdio: 'inherit',
  env: { ...pinnedEnvironment(node), QINGBIAO_CHROMIUM: browser },
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', (code) => {
  const { passed, failed } = count();
  rmSync(folder, { recursive: true, force: true });
  // A run that broke outside any test, or ran none, is a failure too.
  const broken = failed === 0 && (code !== 0 || passed === 0) ? 1 : 0;
  console.log(`${passed} passed, ${failed + broken} failed`);
  process.exitCode = failed + broken === 0 ? 0 : 1;
});

function count() {
  try {
    const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(report, 'utf8'));
    // A file that does not load has no tests to count, yet it failed.
    const filesWithoutTests = testResults.filter(
      ({ status, assertionResults }) =>
        status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
    );
    return { passed: numPassedTests, failed: numFailedTests + filesWithoutTests.length };
  } catch {
    return { passed: 0, failed: 0 };
  }
}
