import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { BUILDS } from '../../scripts/start/browser.ts';

/** The parts of a manifest that people grant or stores judge; a change of them is a decision. */
const granted = ({
  permissions,
  optional_permissions,
  host_permissions,
  optional_host_permissions,
  web_accessible_resources,
  externally_connectable,
  content_scripts,
  content_security_policy,
  incognito,
  storage,
  background,
  minimum_chrome_version,
  browser_specific_settings,
}: Record<string, unknown>) => ({
  permissions,
  optional_permissions,
  host_permissions,
  optional_host_permissions,
  web_accessible_resources,
  externally_connectable,
  content_scripts,
  content_security_policy,
  incognito,
  storage,
  background,
  minimum_chrome_version,
  browser_specific_settings,
});

describe.each(Object.entries(BUILDS))('the build for %s', (name, folder) => {
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));

  it('asks for what it asked for before', async () => {
    await expect(`${JSON.stringify(granted(manifest), null, 2)}\n`).toMatchFileSnapshot(
      `manifests/${name}.json`,
    );
  });

  it('holds no eval and no way to write HTML but the one of its view library', () => {
    const scripts = globSync('**/*.js', { cwd: folder });
    expect(scripts.length).toBeGreaterThan(3);
    for (const script of scripts) {
      const code = readFileSync(join(folder, script), 'utf8');
      expect(code, script).not.toMatch(/\beval\(|new Function\(/);
      const sinks = code.match(/\.innerHTML\s*=(?!=)/g)?.length ?? 0;
      expect(sinks, script).toBeLessThanOrEqual(/preact|dangerouslySetInnerHTML/.test(code) ? 2 : 0);
    }
  });

  it('opens the register page with its file on the way before any script', () => {
    const html = readFileSync(join(folder, 'register.html'), 'utf8');
    const [register, script] = ['href="/register.json" as="fetch"', '<script'].map((part) =>
      html.indexOf(part),
    );
    expect(register).toBeGreaterThan(0);
    expect(register).toBeLessThan(script ?? 0);
  });

  it('has a content script of plain ASCII, which a browser keeps at a byte a character', () => {
    expect(readFileSync(join(folder, 'page-links.js'), 'utf8')).toMatch(/^[\0-\x7f]+$/);
  });

  it('has the functions that run in every page in parentheses, so that a browser reads them once', () => {
    const code = readFileSync(join(folder, 'page-links.js'), 'utf8');
    expect(code.match(/=\(function\(/g)?.length ?? 0).toBeGreaterThan(20);
  });
});
